import { capital } from '#lib/domain/actions/wording.ts';
import type { Of } from '#lib/domain/complaints/figures.server.ts';
import { causesOf } from '#lib/domain/complaints/lessons.server.ts';
import { causes } from '#lib/domain/complaints/words.ts';
import type { Database } from '#lib/server/database.ts';
import type { Section } from '../description.ts';
import { number } from './columns.ts';
import type { Months } from './months.ts';

/** Why it came to the complaints, over twelve months: a month has too few. The commonest cause first. */
export function causesSection(db: Database, of: Of, twelve: Months, before: Months): Section {
	const counted = (months: Months) => new Map(causesOf(db, of, months).map(({ cause, count }) => [cause, count]));
	const [here, there] = [counted(twelve), counted(before)];
	const rows = [...causes, null]
		.map((cause) => ({ name: cause ? capital(cause) : 'Not said yet', n: here.get(cause) ?? 0, n2: there.get(cause) ?? 0 }))
		.filter(({ n, n2 }) => n + n2 > 0)
		.sort((a, b) => b.n - a.n);
	return {
		id: 'causes',
		title: 'Why it came to complaints',
		blocks: [
			{
				kind: 'table',
				table: {
					id: 'causes',
					caption: 'Causes of complaints',
					columns: [
						{ key: 'name', label: 'Cause', kind: 'text', width: 34, share: 3 },
						number('n', 'Twelve months'),
						number('n2', 'Twelve months before')
					],
					rows,
					empty: 'No complaint came in.'
				}
			}
		]
	};
}
