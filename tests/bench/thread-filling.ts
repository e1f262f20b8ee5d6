import { randomUUID } from 'node:crypto';
import { count, max } from 'drizzle-orm';
import { grants, people } from '#lib/domain/access/tables.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import type { Level } from '#lib/domain/golden-thread/levels.ts';
import { strandParents, strands, strandTies } from '#lib/domain/golden-thread/tables.ts';
import { channels } from '#lib/domain/journeys/channels.ts';
import { loadMeasures } from '#lib/domain/measures/loading.server.ts';
import { measureEntries, measurePlaces, measures } from '#lib/domain/measures/tables.ts';
import { councils, directorates, services, teams } from '#lib/domain/organisation/tables.ts';
import { now } from '#lib/server/clock.ts';
import { open, write, type Database, type Transaction } from '#lib/server/database.ts';
import { monthsLater } from '#lib/domain/paf/month.ts';
import { must } from './filling.ts';

/* Measures of a whole council by service, month and channel, and its golden thread; the sums are kept as entering values keeps them. */

const months = 60;
const mostMeasures = 40;
const byChannel = channels.slice(0, 6);
const inTeam = 2;

/** Who asks for the pages, and which strands and measure they ask for. */
export type ThreadFilled = { lead: string; measure: string; service: string; top: number; bottom: number; values: number; strands: number };

/** So many services × 60 months × 40 measures × 6 channels, and so many strands over all levels. */
export function fillThread(file: string, serviceCount: number, strandCount: number): ThreadFilled {
	const db = open(file);
	db.$client.pragma('synchronous = OFF');
	const ids = addServices(db, serviceCount);
	const filled = write(db, (tx) => {
		const values = addValues(tx, ids);
		return { values, ...addStrands(tx, ids, strandCount) };
	});
	db.$client.pragma('wal_checkpoint(TRUNCATE)');
	const { key } = db.select({ key: measures.key }).from(measures).orderBy(measures.number).get()!;
	db.$client.close();
	return { lead: 'lead', measure: key, service: ids[0]!, ...filled };
}

function addServices(db: Database, serviceCount: number): string[] {
	const ids = Array.from({ length: serviceCount }, () => randomUUID());
	write(db, (tx) => {
		tx.insert(councils)
			.values({ id: 1, name: 'Bench Council', allowedFileTypes: ['pdf'] })
			.run();
		tx.insert(directorates).values({ id: 'd', name: 'Customers' }).run();
		tx.insert(people).values({ id: 'lead', name: 'lead', email: 'lead@bench.example' }).run();
		tx.insert(grants).values({ personId: 'lead', role: 'programme lead' }).run();
		ids.forEach((id, n) => {
			tx.insert(services)
				.values({ id, directorateId: 'd', name: `Service ${String(n + 1).padStart(3, '0')}` })
				.run();
			for (let team = 0; team < inTeam; team++)
				tx.insert(teams)
					.values({ id: `${id}-${team}`, serviceId: id, name: `Team ${team + 1}` })
					.run();
		});
	});
	return ids;
}

/** The measures that come with the program, and others like them until there are forty; gives their numbers and whether each is a rate. */
function addMeasures(tx: Transaction): { number: number; isRate: boolean }[] {
	must(loadMeasures(tx, null));
	const there = tx
		.select({ n: count(), last: max(measures.number) })
		.from(measures)
		.get()!;
	for (let n = there.n; n < mostMeasures; n++)
		tx.insert(measures)
			.values({
				number: (there.last ?? 0) + n,
				key: `bench-${n}`,
				name: `Measure ${n} of the benchmark`,
				theme: 'contacts',
				position: 1000 + n,
				unit: 'per cent',
				numerator: 'What was done',
				denominator: 'What was asked',
				direction: 'higher',
				staleAfter: 60
			})
			.run();
	return tx
		.select({ number: measures.number, denominator: measures.denominator })
		.from(measures)
		.orderBy(measures.number)
		.all()
		.slice(0, mostMeasures)
		.map(({ number, denominator }) => ({ number, isRate: denominator !== null }));
}

type Sum = { n: number; numerator: number; denominator: number };

function addValues(tx: Transaction, ids: readonly string[]): number {
	const last = monthsLater(dayOf(now()).slice(0, 7), -1);
	const periods = Array.from({ length: months }, (_, n) => monthsLater(last, n + 1 - months));
	const { id: entry } = tx
		.insert(measureEntries)
		.values({ origin: 'imported', personId: 'lead', at: now() })
		.returning({ id: measureEntries.id })
		.get();
	const placeOf = (place: typeof measurePlaces.$inferInsert) =>
		tx.insert(measurePlaces).values(place).returning({ id: measurePlaces.id }).get().id;
	const council = placeOf({});
	const councilChannels = byChannel.map((channel) => placeOf({ channel }));
	const placed = ids.map((serviceId) => ({
		whole: placeOf({ serviceId }),
		parts: byChannel.map((channel) => placeOf({ serviceId, channel }))
	}));
	const value = tx.$client.prepare(
		'insert into measure_value (measure, place, period, entry, numerator, denominator) values (?, ?, ?, ?, ?, ?)'
	);
	const sum = tx.$client.prepare('insert into measure_sum (measure, place, period, n, numerator, denominator) values (?, ?, ?, ?, ?, ?)');
	const nothing = () => periods.map((): Sum => ({ n: 0, numerator: 0, denominator: 0 }));
	let values = 0;
	for (const { number: measure, isRate } of addMeasures(tx)) {
		const all = nothing();
		const ofChannels = byChannel.map(nothing);
		for (const [s, { whole, parts }] of placed.entries()) {
			const own = nothing();
			for (const [c, place] of parts.entries())
				for (const [p, period] of periods.entries()) {
					const denominator = 400 + ((s * 31 + c * 17 + p * 7) % 200);
					const numerator = Math.floor(denominator * (0.6 + ((s + c + p + measure) % 30) / 100));
					value.run(measure, place, period, entry, numerator, isRate ? denominator : null);
					for (const one of [own[p]!, ofChannels[c]![p]!, all[p]!]) {
						one.n++;
						one.numerator += numerator;
						one.denominator += isRate ? denominator : 0;
					}
					values++;
				}
			for (const [p, period] of periods.entries()) sum.run(measure, whole, period, own[p]!.n, own[p]!.numerator, own[p]!.denominator);
		}
		for (const [p, period] of periods.entries()) {
			sum.run(measure, council, period, all[p]!.n, all[p]!.numerator, all[p]!.denominator);
			for (const [c, place] of councilChannels.entries()) {
				const one = ofChannels[c]![p]!;
				sum.run(measure, place, period, one.n, one.numerator, one.denominator);
			}
		}
	}
	return values;
}

/** How many strands of a hundred there are at each level below the vision. */
const shares: [Level, number][] = [
	['priority', 0.003],
	['commitment', 0.015],
	['service objective', 0.15],
	['team objective', 0.3],
	['individual objective', 0.53]
];

function addStrands(tx: Transaction, ids: readonly string[], strandCount: number): { top: number; bottom: number; strands: number } {
	const tiedMeasures = tx.select({ id: measures.id }).from(measures).all();
	let number = 0;
	const add = (level: Level, parents: readonly string[], more: Partial<typeof strands.$inferInsert> = {}) => {
		number++;
		const id = `strand-${number}`;
		tx.insert(strands)
			.values({ id, number, level, title: `What the council aims for, ${level} ${number}`, ownerId: 'lead', position: number, ...more })
			.run();
		if (parents.length)
			tx.insert(strandParents)
				.values(parents.map((parentId) => ({ strandId: id, parentId })))
				.run();
		if (number % 4 === 0)
			tx.insert(strandTies)
				.values({ strandId: id, kind: 'measure', thing: tiedMeasures[number % tiedMeasures.length]!.id, tiedBy: 'lead', tiedAt: now() })
				.run();
		return id;
	};
	let above = [add('vision', [])];
	for (const [level, share] of shares) {
		const many = Math.max(2, Math.round(share * strandCount));
		const isOfService = level.endsWith('objective');
		above = Array.from({ length: many }, (_, n) => {
			const serviceId = isOfService ? ids[n % ids.length]! : null;
			const teamId = serviceId && level !== 'service objective' ? `${serviceId}-${n % inTeam}` : null;
			// every tenth serves two strands
			const parents = [...new Set([above[n % above.length]!, ...(n % 10 ? [] : [above[(n + 1) % above.length]!])])];
			return add(level, parents, { serviceId, teamId });
		});
	}
	return { top: 1, bottom: number, strands: number };
}
