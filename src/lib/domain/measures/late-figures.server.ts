import type { Person } from '#lib/domain/access/person.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { betweenWrites } from '#lib/server/between-writes.ts';
import { write, type Database } from '#lib/server/database.ts';
import { weigh } from './checking-values.server.ts';
import { workedOutNow } from './computing.server.ts';
import { enterValues } from './entering.server.ts';
import { allMeasures } from './finding.server.ts';
import type { ValueTyped } from './value-faults.ts';
import { showWhole } from './value.ts';

/** The weighing needs a reason to look behind a release; here nothing is entered with it. */
const looking = 'Compared with what is released';

/** What the workbench works out for a month that differs from what stands there worked out before: what came in after the release. */
function lateValues(db: Database, period: string, today: string) {
	const measures = new Map(allMeasures(db).map((measure) => [measure.id, measure]));
	const values = [...measures.values()]
		.filter(({ computation, retiredOn }) => computation && !retiredOn)
		.flatMap((measure) => workedOutNow(db, measure, { from: period, to: period, today }));
	const weighed = weigh(db, null, { origin: 'computed', reason: looking }, values, today);
	return values.flatMap((value: ValueTyped, at) => {
		const { fault, what, stands } = weighed[at]!;
		return fault || what === 'same' ? [] : [{ value, stands, measure: measures.get(value.measureId)! }];
	});
}

/** In words what differs from what was released in a month: complaints, answers or logs that came in afterwards. None where nothing does. */
export const lateFigures = (db: Database, period: string, today: string) =>
	betweenWrites(db, `late figures ${period} ${today}`, () => lateInWords(db, period, today));

/** A figure of a released month that would come out otherwise now. */
export type LateFigure = { measure: string; key: string; where: string; released: string; now: string };

function lateInWords(db: Database, period: string, today: string): LateFigure[] {
	const names = new Map(
		db
			.select({ id: services.id, name: services.name })
			.from(services)
			.all()
			.map(({ id, name }) => [id, name])
	);
	return lateValues(db, period, today).map(({ value, stands, measure }) => ({
		measure: measure.name,
		key: measure.key,
		where: [names.get(value.serviceId ?? '') ?? 'The whole council', value.channel].filter(Boolean).join(', '),
		released: stands ? showWhole(measure.unit, stands) : 'No value',
		now: value.numerator === null ? 'No value' : showWhole(measure.unit, { numerator: value.numerator, denominator: value.denominator })
	}));
}

/** Takes what came in after the release into a month: each a correction with this reason, what was released is kept. DOMAIN section 8. */
export function takeLateFigures(db: Database, person: Person, period: string, reason: string, today: string): Outcome<{ many: number }> {
	if (!reason) return refused('no-reason', 'Enter why the released month is corrected', 'reason');
	return write(db, (tx) => {
		const late = lateValues(tx, period, today).map(({ value }) => value);
		if (!late.length) return refused('nothing-late', 'Nothing differs any more from what was released', 'reason');
		const outcome = enterValues(tx, null, { origin: 'computed', reason }, late, today, person);
		return outcome.ok ? done({ many: late.length }) : outcome;
	});
}
