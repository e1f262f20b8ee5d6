import { beforeEach, expect, test } from 'vitest';
import { setCost, removeCost } from '../contact-costs/channel-costs.server.ts';
import type { Outcome } from '../outcome.ts';
import { addService, addTeam } from '../organisation/adding.server.ts';
import { closeUnit } from '../organisation/closing.server.ts';
import { renameUnit } from '../organisation/renaming.server.ts';
import { structureStamp } from '../organisation/stamp.server.ts';
import { services } from '../organisation/tables.ts';
import { write, type Database } from '#lib/server/database.ts';
import { councilWithMeasures, enter, measuresToday as today, value } from '../../../../tests/support/measures.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { addMeasure, changeMeasure, retireMeasure } from './defining.server.ts';
import { measureById } from './finding.server.ts';
import { releaseMonth } from './releasing.server.ts';
import { addTarget, endTarget } from './setting-targets.server.ts';
import { measuresStamp } from './stamp.server.ts';
import { rebuildMeasureSums } from './sums.server.ts';
import { measureSums } from './tables.ts';
import { targetsOf } from './targets.server.ts';

let db: Database;
let contacts: string;
let directorateId: string;
beforeEach(() => {
	const { db: made, ids } = councilWithMeasures();
	[db, contacts] = [made, ids['contacts']!];
	directorateId = db.select().from(services).get()!.directorateId;
});

const keys = {
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
const target = { kind: 'target', hundredths: 100, fromPeriod: '2030-01', untilPeriod: '', serviceId: '', channel: '', source: '' } as const;

const ofFigures: Record<string, () => Outcome<object>> = {
	'a value': () => enter(db, [value(contacts, 300, null, { serviceId: 'repairs', channel: 'phone' })]),
	'a measure that is added': () => addMeasure(db, cast.lead, keys),
	'a definition': () => changeMeasure(db, cast.lead, contacts, keys, measureById(db, contacts)!.version),
	'a measure that is retired': () => retireMeasure(db, cast.lead, contacts, measureById(db, contacts)!.version, today),
	'a target': () => addTarget(db, cast.lead, contacts, target),
	'a month that is released': () => releaseMonth(db, cast.lead, '2026-10', '', today),
	'a cost': () => setCost(db, cast.lead, 'phone', { pence: 500, source: 'Finance', version: 0 })
};
const ofStructure: Record<string, () => Outcome<object>> = {
	'a service': () => addService(db, cast.administrator, { name: 'Parks', directorateId, kind: 'external' }),
	'a team': () => addTeam(db, cast.administrator, { name: 'Gas', serviceId: 'repairs' }),
	'a name': () => renameUnit(db, cast.administrator, 'service', 'repairs', { name: 'Repairs', version: 1 })
};

test.each(Object.keys(ofFigures))('%s changes the stamp of figures, and not that of the structure', (what) => {
	const before = [measuresStamp(db), structureStamp(db)];
	expect(ofFigures[what]!()).toMatchObject({ ok: true });
	expect(measuresStamp(db)).not.toBe(before[0]);
	expect(structureStamp(db)).toBe(before[1]);
});

test.each(Object.keys(ofStructure))('%s changes both stamps', (what) => {
	const before = [measuresStamp(db), structureStamp(db)];
	expect(ofStructure[what]!()).toMatchObject({ ok: true });
	expect([measuresStamp(db), structureStamp(db)].map((stamp, at) => stamp === before[at])).toEqual([false, false]);
});

test('so do ending, taking away, closing, and sums put right', () => {
	addTarget(db, cast.lead, contacts, target);
	const { id } = targetsOf(db, [contacts]).get(contacts)!.at(-1)!;
	setCost(db, cast.lead, 'phone', { pence: 500, source: 'Finance', version: 0 });
	const team = addTeam(db, cast.administrator, { name: 'Gas', serviceId: 'repairs' });
	enter(db, [value(contacts, 300, null, { serviceId: 'repairs', channel: 'phone' })]);
	const stamps = [measuresStamp(db)];
	expect(endTarget(db, cast.lead, contacts, { id, untilPeriod: '2031-01' }).ok).toBe(true);
	stamps.push(measuresStamp(db));
	expect(removeCost(db, cast.lead, 'phone', 1).ok).toBe(true);
	stamps.push(measuresStamp(db));
	expect(team.ok && closeUnit(db, cast.administrator, 'team', team.id, 1, today).ok).toBe(true);
	stamps.push(measuresStamp(db));
	db.update(measureSums).set({ numerator: 1 }).run();
	rebuildMeasureSums(db);
	stamps.push(measuresStamp(db));
	expect(new Set(stamps).size).toBe(5);
});

test('a write that is undone leaves it as it was', () => {
	const before = measuresStamp(db);
	expect(() =>
		write(db, () => {
			ofFigures['a value']!();
			throw new Error('Undone');
		})
	).toThrow('Undone');
	expect(measuresStamp(db)).toBe(before);
});
