import type { Criterion, Framework } from '#lib/domain/frameworks/document.ts';

/** What of a framework the rules and a report's headings need: everything but its guidance. */
export type Frame = Pick<Framework, 'id' | 'name' | 'version' | 'kind' | 'thresholds' | 'levels' | 'scale' | 'outcomes' | 'themes'> & {
	criteria: Pick<Criterion, 'number' | 'theme' | 'level' | 'title'>[];
};

/** The frame of a framework version, small enough to stand in every snapshot. */
export function frameOf({ id, name, version, kind, thresholds, levels, scale, outcomes, themes, criteria }: Framework): Frame {
	return {
		id,
		name,
		version,
		kind,
		...(thresholds && { thresholds }),
		...(levels && { levels }),
		...(scale && { scale }),
		...(outcomes && { outcomes }),
		themes,
		criteria: criteria.map(({ number, theme, level, title }) => ({ number, theme, ...(level !== undefined && { level }), title }))
	};
}

/** A framework with which the rules can work a frame out again; its guidance is empty. */
export const frameFrom = (frame: Frame): Framework => ({
	...frame,
	about: '',
	source: { title: '', publisher: '' },
	criteria: frame.criteria.map((criterion) => ({ ...criterion, text: '', source: '', why: '', evidence: [], better: [] }))
});
