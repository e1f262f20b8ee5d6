import { addMeasure } from '#lib/domain/measures/defining.server.ts';
import { enterValues } from '#lib/domain/measures/entering.server.ts';
import { allMeasures } from '#lib/domain/measures/finding.server.ts';
import { addPeriods, lastEnded } from '#lib/domain/measures/period.ts';
import { releaseMonth, releaseOf } from '#lib/domain/measures/releasing.server.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { valuesInto, valuesKind } from '#lib/exchange/measure-values/mapping.server.ts';
import { startImport } from '#lib/exchange/starting.server.ts';
import type { Database } from '#lib/server/database.ts';

/** A measure with one value of a service in a month that is released, and a file of values that waits for its check. */
export function measuresAtWork(
	db: Database,
	lead: Person,
	serviceId: string,
	today: string
): { measure: string; period: string; brought: string } {
	const period = addPeriods(lastEnded(today), -1);
	const typed = {
		name: 'Keys cut',
		theme: 'contacts',
		why: '',
		unit: 'number',
		numerator: 'keys cut for customers',
		denominator: '',
		direction: 'neither',
		source: '',
		dataFrom: '',
		ownerId: '',
		frequency: 'month',
		staleAfter: 45
	} as const;
	const added = addMeasure(db, lead, typed);
	if (!added.ok) throw new Error(added.text);
	const measureId = allMeasures(db).find(({ key }) => key === added.key)?.id ?? '';
	const value = { measureId, serviceId, teamId: null, channel: null, period, numerator: 12, denominator: null };
	const entered = enterValues(db, lead, { origin: 'typed', reason: 'For the tests' }, [value], today);
	if (!entered.ok) throw new Error(entered.text);
	if (!releaseOf(db, period)) {
		const released = releaseMonth(db, lead, period, '', today);
		if (!released.ok) throw new Error(released.text);
	}
	const started = startImport(db, lead, { kind: valuesKind, into: valuesInto(lead), name: 'values.csv' });
	if (!started.ok) throw new Error(started.text);
	return { measure: added.key, period, brought: started.id };
}
