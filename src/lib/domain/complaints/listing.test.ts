import { beforeEach, expect, test } from 'vitest';
import { planOfList } from '../../../../tests/support/list-plan.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { teams } from '#lib/domain/organisation/tables.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { giveTo, withdraw } from './closing.server.ts';
import { filtersIn, isNarrowed, queryOf } from './filters.ts';
import { casesListed, casesTable, openCases, servicesOfCases, teamsOfCases } from './listing.server.ts';
import { noteCase } from './noting.server.ts';
import type { TellUsKind } from './words.ts';

const today = '2026-06-30';
let db: ReturnType<typeof testDatabase>;
const filters = (query = '') => filtersIn(new URLSearchParams(query));
const listed = (person: Person, query = '') => casesListed(db, person, filters(query), {}, today).rows.map(({ number }) => number);
let first = '';

beforeEach(() => {
	db = testDatabase();
	const note = (kind: TellUsKind, serviceId: string, receivedOn: string, name: string) => {
		const told = { kind, serviceId, receivedOn, customerName: name, customerContact: '', words: `${name} said`, reference: '', same: '' };
		const noted = noteCase(db, cast.manager, { ...told, channel: 'phone', stage: kind === 'complaint' ? 'stage 1' : '' }, today);
		return noted.ok ? noted.id : '';
	};
	first = note('complaint', 'repairs', '2026-06-01', 'Ann');
	note('complaint', 'planning', '2026-06-29', 'Ben');
	note('compliment', 'repairs', '2026-06-10', 'Cat');
	const gone = note('complaint', 'repairs', '2026-06-02', 'Dov');
	withdraw(db, cast.manager, gone, { withdrawnOn: '2026-06-03', reason: 'Settled', version: 1 }, today);
});

test('everybody sees their own part of it: the lead all, a manager their services, a handler what they were given', () => {
	expect(listed(cast.lead)).toEqual([2, 3, 4, 1]);
	expect(listed(cast.manager)).toEqual([3, 4, 1]);
	expect([listed(cast.planner), listed(cast.colleague), listed(cast.administrator)]).toEqual([[2], [], []]);
	giveTo(db, cast.manager, first, { handlerId: cast.colleague.id, version: 1 });
	expect(listed(cast.colleague)).toEqual([1]);
	expect(listed(cast.manager, 'handler=me')).toEqual([]);
	expect(openCases(db, cast.lead, today)).toEqual({ open: 2, late: 1 });
	expect(servicesOfCases(db, cast.planner)).toEqual([{ value: 'planning', label: 'Planning applications' }]);
});

test('is narrowed and sorted by its address, and taken away without who a customer is', () => {
	expect(listed(cast.lead, 'kind=compliment')).toEqual([3]);
	expect(listed(cast.lead, 'state=late')).toEqual([1]);
	expect(listed(cast.lead, 'state=withdrawn&service=repairs')).toEqual([4]);
	expect(listed(cast.lead, 'sort=due')).toEqual([1, 2]);
	expect(listed(cast.lead, 'order=ascending')).toEqual([1, 4, 3, 2]);
	expect(queryOf(filters('kind=moan&state=late&sort=due&order=ascending'))).toBe('?state=late&sort=due');
	expect([isNarrowed(filters('sort=due')), isNarrowed(filters('stage=stage+2'))]).toEqual([false, true]);
	const table = JSON.stringify([...casesTable(db, cast.lead, filters(), today).rows]);
	expect(table).not.toContain('Ann');
});

test('the team it is about is kept where it is one of the service, and narrows the list once the service is chosen', () => {
	db.insert(teams)
		.values([
			{ id: 'gas', serviceId: 'repairs', name: 'Gas' },
			{ id: 'shut', serviceId: 'repairs', name: 'Shut', closedOn: '2026-01-01' },
			{ id: 'trees', serviceId: 'planning', name: 'Trees' }
		])
		.run();
	const told = { kind: 'comment', serviceId: 'repairs', receivedOn: '2026-06-20', channel: 'email', stage: '', same: '' } as const;
	const who = { customerName: '', customerContact: '', reference: '', words: 'The boiler hums' };
	const wrong = { ok: false, code: 'other-team', field: 'teamId' };
	for (const teamId of ['trees', 'shut', 'nobody'])
		expect(noteCase(db, cast.manager, { ...told, ...who, teamId }, today)).toMatchObject(wrong);
	expect(noteCase(db, cast.manager, { ...told, ...who, teamId: 'gas' }, today)).toMatchObject({ ok: true, number: 5 });
	expect(listed(cast.lead, 'service=repairs&team=gas')).toEqual([5]);
	expect(listed(cast.lead, 'team=gas')).toEqual([2, 5, 3, 4, 1]);
	expect(teamsOfCases(db, cast.manager, 'repairs')).toEqual([{ value: 'gas', label: 'Gas' }]);
	expect([teamsOfCases(db, cast.planner, 'repairs'), teamsOfCases(db, cast.lead, '')]).toEqual([[], []]);
	expect([...casesTable(db, cast.lead, filters('service=repairs&team=gas'), today).rows]).toMatchObject([{ number: 5, team: 'Gas' }]);
});

test.each([
	['', 'tell_us_case_by_receipt'],
	['sort=due', 'tell_us_case_by_due']
])('sorted by %s it is read in the order of an index', (query, index) => {
	const plan = planOfList(db, () => casesListed(db, cast.lead, filters(query), {}, today));
	expect(plan).toContain(index);
	expect(plan).not.toContain('TEMP B-TREE');
});
