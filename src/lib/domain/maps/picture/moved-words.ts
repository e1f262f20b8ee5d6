import type { Column } from './columns.ts';

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text).replaceAll(/\s+/g, ' ');

/** 'Moved in to-be: to stage “Visit”', 'Moved in to-be: after “Rings the council”', 'Moved in to-be: first of all'. */
export function movedInWords({ stage, after }: NonNullable<Column['moved']>): string {
	if (stage !== null) return `Moved in to-be: to stage “${stage}”`;
	return `Moved in to-be: ${after === null ? 'first of all' : `after “${short(after)}”`}`;
}
