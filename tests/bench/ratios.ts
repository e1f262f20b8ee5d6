import type { besideReference, Taken } from './measuring.ts';

export type Ratios = Record<string, Awaited<ReturnType<typeof besideReference>>>;

/** Prints pages as ratios to the reference page, beside their aim, and how a tenth of the data compares with all of it. */
export function showRatios(aim: number, big: Ratios, small: Ratios): void {
	const { clock, cpu } = Object.values(big)[0]!.reference;
	const wide = Math.max(...Object.keys(big).map(({ length }) => length));
	console.log(`\n  Reference page: ${clock.toFixed(2)} ms, processor ${cpu.toFixed(2)} ms`);
	console.log(`  ${'page'.padEnd(wide)} clock ×   processor ×   aim      a tenth ÷ all (processor), aim ≥ 0.67`);
	for (const [name, { ratio }] of Object.entries(big)) {
		const few = (figure: keyof Taken) => (small[name]!.ratio[figure] / ratio[figure]).toFixed(2);
		const verdict = ratio.clock <= aim ? '' : '  ← over the aim';
		console.log(
			`  ${name.padEnd(wide)} ${ratio.clock.toFixed(2).padStart(7)} ${ratio.cpu.toFixed(2).padStart(13)}   ≤ ${String(aim).padEnd(4)}   ${few('clock')} (${few('cpu')})${verdict}`
		);
	}
}
