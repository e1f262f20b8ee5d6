import { changesOf, type Change } from '#lib/domain/audit/recording.server.ts';
import type { Image, Kind } from './map-rows.server.ts';

/** So many rows stand in the audit line field by field; of more, how many were there before and after. The change itself keeps all. */
const mostInAudit = 20;

/** What a change of a map did, as its audit line tells it: field by field where one row was changed. DOMAIN section 8. */
export function auditOf(before: Image[], after: Image[]): Change {
	const [first] = before;
	if (before.length === 1 && first?.row && after[0]?.row) return changesOf<object>(first.row, without(after[0].row));
	if (before.length > mostInAudit) {
		const count = (images: Image[], table: Kind) => images.filter((image) => image.table === table && image.row).length;
		return {
			stages: { from: count(before, 'stage'), to: count(after, 'stage') },
			steps: { from: count(before, 'step'), to: count(after, 'step') }
		};
	}
	return Object.fromEntries(
		before.map(({ table, id, row }, i) => [
			`${table} ${id}`,
			{ from: row && without(row), to: after[i]?.row ? without(after[i].row) : null }
		])
	);
}

/** Without what says nothing to a reader. */
const without = (row: object): object =>
	Object.fromEntries(
		Object.entries(row).filter(([field, value]) => !['version', 'mapId', 'id'].includes(field) && value !== null && value !== '')
	);
