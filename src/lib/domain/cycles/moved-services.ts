import type { HeatRow } from './heat-map.server.ts';

/** A service agreed a second time: where it stood and where it stands, and how many levels lie between. */
export type Moved = { assessment: string; service: string; before: string; now: string; steps: number };

const inEnglish = new Intl.Collator('en-GB');
const stand = (award: string | null, level: number | null) => `${award ?? 'No award'}${level === null ? '' : ` ${level}`}`;

/** Who moved since their baseline, the furthest first. */
export const movedServices = (rows: readonly HeatRow[]): Moved[] =>
	rows
		.filter(({ status, isBaseline, baselineLevel }) => status === 'agreed' && !isBaseline && baselineLevel !== null)
		.map(({ assessment, service, agreedAward, agreedLevel, baselineAward, baselineLevel }) => ({
			assessment,
			service,
			before: stand(baselineAward, baselineLevel),
			now: stand(agreedAward, agreedLevel),
			steps: (agreedLevel ?? 0) - (baselineLevel ?? 0)
		}))
		.sort((a, b) => b.steps - a.steps || inEnglish.compare(a.service, b.service));

/** Levels moved with their sign: '+2', '−1', '0'. */
export const signed = (steps: number): string => (steps > 0 ? `+${steps}` : steps < 0 ? `−${-steps}` : '0');
