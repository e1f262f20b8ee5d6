import { sumsOf, type Of } from '#lib/domain/complaints/figures.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { showMonth } from '#lib/domain/paf/month.ts';
import type { Database } from '#lib/server/database.ts';
import type { Section } from '../description.ts';
import { number } from './columns.ts';
import type { Months } from './months.ts';

type Row = { n: number; n2: number; inTime: number; due: number };

/** Complaints by service, this month and a year before, with the answers at stage 1 that were due. */
function countedByService(db: Database, of: Of, month: Months, year: Months): Map<string, Row> {
	const counted = new Map<string, Row>();
	const add = (id: string | null, change: Partial<Row>) => {
		const row = counted.get(id ?? '') ?? { n: 0, n2: 0, inTime: 0, due: 0 };
		for (const key of Object.keys(change) as (keyof Row)[]) row[key] += change[key] ?? 0;
		counted.set(id ?? '', row);
	};
	for (const { serviceId, numerator } of sumsOf(db, 'complaint', of, month)) add(serviceId, { n: numerator });
	for (const { serviceId, numerator } of sumsOf(db, 'complaint', of, year)) add(serviceId, { n2: numerator });
	for (const { serviceId, numerator, denominator } of sumsOf(db, 'stage 1 in time', of, month))
		add(serviceId, { inTime: numerator, due: denominator ?? 0 });
	return counted;
}

/** Which services the complaints were about; the one with most first. */
export function servicesSection(db: Database, of: Of, month: Months, year: Months): Section {
	const known = db.select({ id: services.id, name: services.name }).from(services).all();
	const names = new Map(known.map(({ id, name }) => [id, name]));
	const rows = [...countedByService(db, of, month, year)]
		.map(([id, row]) => ({ name: names.get(id) ?? 'Not said', ...row }))
		.sort((a, b) => b.n - a.n || a.name.localeCompare(b.name, 'en-GB'));
	return {
		id: 'services',
		title: 'By service',
		blocks: [
			{
				kind: 'table',
				table: {
					id: 'by-service',
					caption: 'Complaints by service',
					columns: [
						{ key: 'name', label: 'Service', kind: 'text', width: 34, share: 3 },
						number('n', showMonth(month.to)),
						number('n2', showMonth(year.to)),
						number('inTime', 'Stage 1 in time'),
						number('due', 'Of those due')
					],
					rows,
					empty: 'No service had a complaint.'
				}
			}
		]
	};
}
