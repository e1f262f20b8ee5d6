import type { Standing } from './standing.ts';

type Marked = { kind: 'good' | 'watch' | 'bad' | 'here' | 'quiet'; text: string };

/** How a value stands against its target, as a shape and a word. */
export function targetMark({ met, target }: Pick<Standing, 'met'> & { target: number | string | null }): Marked {
	if (target === null) return { kind: 'quiet', text: 'No target' };
	if (met === null) return { kind: 'quiet', text: 'Watched' };
	return met ? { kind: 'good', text: 'Target met' } : { kind: 'bad', text: 'Target missed' };
}

const assured = {
	'consistently meets': 'Consistently meets the target',
	'consistently fails': 'Consistently misses the target',
	'hit and miss': 'Hit and miss'
} as const;

/** The trend in a few words: what the limits say of the target, and the signal in which the latest value takes part. */
export function trendInWords({ assurance, signals, signalsNow }: Pick<Standing, 'assurance' | 'signals' | 'signalsNow'>): string {
	const signal = signalsNow.at(-1);
	const now =
		signal &&
		{ 'beyond a limit': 'beyond a limit', 'run on one side': 'a run on one side', trend: 'a steady trend', 'two of three': 'near a limit' }[
			signal.kind
		];
	const side = signal && { high: 'high', low: 'low' }[signal.side];
	const said = now ? `Signal: ${now}, ${side}` : signals.length ? 'No signal now' : 'No signal';
	return assurance ? `${assured[assurance]}. ${said}` : said;
}
