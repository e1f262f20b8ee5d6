import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { grants, people } from '#lib/domain/access/tables.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { checkChain } from '#lib/domain/audit/checking.server.ts';
import { directorates, services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { applyImport, discardImport } from '#lib/exchange/applying.server.ts';
import { importInto, importsInto, importsQuery } from '#lib/exchange/finding-imports.server.ts';
import { forgetUnapplied } from '#lib/exchange/forgetting.server.ts';
import { startImport } from '#lib/exchange/starting.server.ts';
import { templateOf } from '#lib/exchange/template.ts';
import { councilImports } from '#lib/exchange/import-kinds.server.ts';
import { imports } from '#lib/exchange/tables.ts';
import { writeXlsx } from '#lib/exchange/writing-xlsx.ts';
import type { Database } from '#lib/server/database.ts';
import { cast, testDatabase } from '../../../tests/support/test-database.ts';
import { checkImport, progressOf } from './checking-imports.server.ts';

const today = '2026-11-21';
let db: Database;
beforeEach(() => (db = testDatabase()));

/** Uploads a file and checks it, as the page does. */
async function checked(kind: string, content: string | Uint8Array, name = 'file.csv'): Promise<string> {
	const started = startImport(db, cast.administrator, { kind, into: '', name });
	if (!started.ok) throw new Error(started.text);
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	await checkImport(db, started.id, { kind, into: '', name, bytes, today });
	return started.id;
}
const found = (id: string) => importInto(db, '', id);
const problemsOf = (id: string) => found(id).problems?.map(({ row, column, text }) => `${row} ${column}: ${text}`);
const changesOf = (id: string) => found(id).changes?.map(({ row, text }) => `${row} ${text}`);
const apply = (id: string) => applyImport(db, cast.administrator, id, today);
const audited = () => db.select().from(auditLines).all().length;

const structure = `Directorate,Service,Kind,Team
Homes and places,Housing repairs,,Gas and heating
homes AND places,Housing  repairs,external,Repairs contact
Customers and resources,Planning applications,internal,
Adults,Adult social care,,Reviews
Homes and places,Contact centre,,
`;

test('structure: the check shows each line that would be added or changed, and writes nothing', async () => {
	const id = await checked('structure', structure);
	expect(problemsOf(id)).toEqual([]);
	expect(changesOf(id)).toEqual([
		'2 Adds the team Gas and heating to Housing repairs',
		'3 Adds the team Repairs contact to Housing repairs',
		'4 Moves the service Planning applications from Homes and places to Customers and resources',
		'4 Changes the service Planning applications from external to internal',
		'5 Adds the directorate Adults',
		'5 Adds the external service Adult social care to Adults',
		'5 Adds the team Reviews to Adult social care',
		'6 Moves the service Contact centre from Customers and resources to Homes and places'
	]);
	expect(db.select().from(teams).all()).toEqual([]);
});

test('structure: applying does what was shown with an audit line each, and twice is once', async () => {
	const id = await checked('structure', structure);
	const before = audited();
	expect(apply(id)).toMatchObject({ ok: true, counts: { added: 5, changed: 3 } });
	expect(audited()).toBe(before + 9);
	expect(checkChain(db).whole).toBe(true);
	const planning = db.select().from(services).where(eq(services.id, 'planning')).get();
	expect(planning).toMatchObject({ directorateId: 'resources', kind: 'internal', version: 3 });
	expect(apply(id).ok).toBe(true);
	expect(audited()).toBe(before + 9);
	const again = await checked('structure', structure);
	expect(found(again).counts).toMatchObject({ added: 0, changed: 0, same: 5, problems: 0 });
	expect(apply(again).ok).toBe(true);
	expect(db.select().from(teams).all().length).toBe(3);
});

test('structure: every problem is named by row and column', async () => {
	db.update(directorates).set({ closedOn: '2026-01-01' }).where(eq(directorates.id, 'resources')).run();
	const id = await checked(
		'structure',
		`Directorate,Service,Kind,Team
,Housing repairs,,
Homes and places,,,Night team
Homes and places,Housing repairs,sideways,
Customers and resources,Contact centre,,
Adults,Care,internal,
Homes and places,care,external,
Homes and places,Estates,corporate,
`
	);
	expect(problemsOf(id)).toEqual([
		'2 Directorate: Enter a directorate',
		'3 Service: Enter the service that the team belongs to',
		'4 Kind: Kind must be external, internal, corporate, or empty',
		'5 Directorate: Customers and resources is closed. Reopen it first, or use another',
		'7 Directorate: Row 6 puts care under another directorate',
		'8 Kind: Corporate is already the corporate service. There can be one'
	]);
	expect(apply(id)).toMatchObject({ ok: false, code: 'has-problems' });
	expect(db.select().from(directorates).all().length).toBe(2);
});

test('missing, unknown and repeated columns are each named, in any order and whatever their capitals', async () => {
	const id = await checked('structure', 'TEAM, directorate ,Fone,team\nNight,Homes and places,1,Day\n');
	expect(problemsOf(id)).toEqual([
		'1 Fone: There is no column called “Fone”. Remove it, or use “Directorate”, “Service”, “Kind”, “Team”',
		'1 team: The column “Team” comes twice',
		'1 Service: The column “Service” is missing'
	]);
	const other = await checked('structure', 'team, KIND OF SERVICE,Service*,directorate\n,internal,Legal,Homes and places\n');
	expect(problemsOf(other)).toEqual([]);
	expect(changesOf(other)).toEqual(['2 Adds the internal service Legal to Homes and places']);
});

test('a file that cannot be read is refused with its sentence, a head alone has no rows', async () => {
	const id = await checked('structure', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n', 'structure.xlsx');
	expect(found(id)).toMatchObject({ state: 'refused', problems: [{ row: 0, text: expect.stringContaining('a PDF document') }] });
	expect(apply(id)).toMatchObject({ ok: false, code: 'not-checked' });
	expect(problemsOf(await checked('structure', 'Directorate,Service\n'))).toEqual(['0 : The file has a head but no rows']);
});

test('staff: unknown services and teams, repeated numbers and leavers are problems; changes say from what to what', async () => {
	db.insert(teams)
		.values([
			{ id: 'gas', serviceId: 'repairs', name: 'Gas' },
			{ id: 'night', serviceId: 'repairs', name: 'Night' }
		])
		.run();
	db.insert(staff)
		.values([
			{ id: 'asha', teamId: 'gas', name: 'Asha Bello', payrollNumber: 'HP1', jobTitle: 'Advisor' },
			{ id: 'gone', teamId: 'gas', name: 'Gus Gone', payrollNumber: 'HP2', leftOn: '2026-01-01' }
		])
		.run();
	const wrong = await checked(
		'staff',
		`Name,Payroll no,Service,Team,Job title,Advisor
Bo,HP3,Nowhere,Gas,,
Bo,HP3,Housing repairs,Steam,,
Gus,HP2,Housing repairs,Gas,,maybe
Gus,hp2,Housing repairs,Gas,,no
,HP5,Housing repairs,,,
`
	);
	expect(problemsOf(wrong)).toEqual([
		'2 Service: There is no service called “Nowhere”. Check the name, or bring in the structure first',
		'3 Payroll number: Row 2 has the same payroll number',
		'4 Advisor: Advisor must be yes, no, or empty',
		'5 Payroll number: Gus Gone has left. Mark them as back on the page of their team first',
		'6 Name: Enter a name',
		'6 Team: Enter the team'
	]);
	const right = await checked(
		'staff',
		'Payroll number,Name,Job title,Service,Team,Advisor\nHP1,Asha Lund,Advisor,Housing repairs,Night,yes\nHP9,Cy,,Housing repairs,Gas,\n'
	);
	expect(changesOf(right)).toEqual([
		'2 Changes Asha Bello (HP1): name from “Asha Bello” to “Asha Lund”; advisor from “no” to “yes”',
		'2 Moves Asha Lund (HP1) to Night, Housing repairs',
		'3 Adds Cy (HP9) to Gas, Housing repairs'
	]);
	expect(apply(right).ok).toBe(true);
	expect(db.select().from(staff).where(eq(staff.id, 'asha')).get()).toMatchObject({ name: 'Asha Lund', teamId: 'night', isAdvisor: true });
	expect(db.select().from(staff).all().length).toBe(3);
});

test('people: several rows a person give several roles, each over what it may be over', async () => {
	db.insert(teams).values({ id: 'gas', serviceId: 'repairs', name: 'Gas' }).run();
	const wrong = await checked(
		'people',
		`Email,Name,Job title,Role,Service,Team
not an address,Bo,,,,
bo@x.example,Bo,,king,,
bo@x.example,Bo,,service manager,,
bo@x.example,Bo,,viewer,Housing repairs,
bo@x.example,Bo,,team leader,Housing repairs,
bo@x.example,Bo,,quality assessor,Nowhere,
bo@x.example,Bo,,,Housing repairs,
manager@marlbourne.example,Morgan Manager,Morgan Manager,board member,,
MANAGER@marlbourne.example,Morgan M,Morgan Manager,,,
`
	);
	expect(problemsOf(wrong)).toEqual([
		'2 Email: Enter an email address in the correct format, like name@council.gov.uk',
		expect.stringMatching(/^3 Role: Role must be administrator, .* or viewer, or empty$/),
		'4 Service: Enter the service: a service manager is one of a service',
		'5 Service: Leave the service and the team empty: a viewer has no service',
		'6 Team: Enter the team: a team leader is one of a team',
		'7 Service: There is no service called “Nowhere”. Check the name, or bring in the structure first',
		'8 Role: Enter the role, or leave the service and the team empty',
		'10 Name: Row 9 gives this person another name (Morgan Manager)'
	]);
	const right = await checked(
		'people',
		`Email,Name,Job title,Role,Service,Team
new@x.example,Nia New,Head,Service Manager,Planning applications,
New@x.example,Nia New,Head,team leader,Housing repairs,Gas
new@x.example,Nia New,Head,board member,,
new@x.example,Nia New,Head,board member,,
manager@marlbourne.example,Morgan Manager,Head of repairs,service manager,Housing repairs,
`
	);
	expect(problemsOf(right)).toEqual([]);
	expect(changesOf(right)).toEqual([
		'2 Adds Nia New (new@x.example)',
		'2 Makes Nia New service manager of Planning applications',
		'3 Makes Nia New team leader of Gas',
		'4 Makes Nia New board member',
		'6 Changes Morgan Manager (manager@marlbourne.example): job title from “Morgan Manager” to “Head of repairs”'
	]);
	expect(apply(right)).toMatchObject({ ok: true, counts: { same: 1 } });
	const nia = db.select().from(people).where(eq(people.email, 'new@x.example')).get();
	expect(
		db
			.select()
			.from(grants)
			.where(eq(grants.personId, nia?.id ?? ''))
			.all().length
	).toBe(3);
	expect(apply(await checked('people', `Email,Name,Job title,Role\nnew@x.example,Nia New,Head,board member\n`))).toMatchObject({
		ok: true,
		counts: { added: 0, changed: 0, same: 1 }
	});
});

test('data that changed between check and apply stops applying, says what, and shows the new check', async () => {
	const id = await checked(
		'structure',
		'Directorate,Service,Team\nHomes and places,Housing repairs,Gas\nHomes and places,Housing repairs,Night\n'
	);
	db.insert(teams).values({ serviceId: 'repairs', name: 'Gas' }).run();
	const refused = apply(id);
	expect(refused).toMatchObject({ ok: false, code: 'changed-since' });
	expect(!refused.ok && refused.text).toContain('row 2 no longer “Adds the team Gas to Housing repairs”');
	expect(db.select().from(teams).all().length).toBe(1);
	expect(changesOf(id)).toEqual(['3 Adds the team Night to Housing repairs']);
	expect(apply(id)).toMatchObject({ ok: true, counts: { added: 1, same: 1 } });
	expect(db.select().from(teams).all().length).toBe(2);
});

test('a discarded file is not applied and keeps nothing of what was read', async () => {
	const id = await checked('structure', structure);
	expect(discardImport(db, cast.administrator, id).ok).toBe(true);
	expect(apply(id)).toMatchObject({ ok: false, code: 'not-checked' });
	expect(db.select().from(imports).where(eq(imports.id, id)).get()).toMatchObject({ state: 'discarded', rows: null });
	expect(importsInto(db, '').map(({ state }) => state)).toEqual(['discarded']);
});

test('a file that nobody applied in 30 days is forgotten, one that was applied stays in the history', async () => {
	const [waiting, applied] = [await checked('structure', structure), await checked('structure', structure)];
	apply(applied);
	const in31Days = Date.now() + 31 * 24 * 60 * 60 * 1000;
	forgetUnapplied(db, Date.now());
	expect(found(waiting).state).toBe('checked');
	forgetUnapplied(db, in31Days);
	expect(found(waiting)).toMatchObject({ state: 'discarded', changes: null, problems: null });
	expect(found(applied)).toMatchObject({ state: 'applied', counts: { added: 5 } });
});

test('the history is read in the order of its index', () => {
	const { sql, params } = importsQuery(db, '', { at: 1, id: 'x' }).toSQL();
	const plan = db.$client.prepare(`explain query plan ${sql}`).all(...params);
	expect(JSON.stringify(plan)).toContain('import_by_goal');
	expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE');
});

test('every template can be uploaded as it is, once its council is there', async () => {
	for (const kind of councilImports) {
		const id = await checked(kind.kind, await writeXlsx(templateOf(kind)), 'template.xlsx');
		expect(problemsOf(id)).toEqual([]);
		expect(apply(id).ok).toBe(true);
	}
});

test('100,000 rows are checked in seconds', { timeout: 60_000 }, async () => {
	db.insert(teams).values({ id: 'gas', serviceId: 'repairs', name: 'Gas' }).run();
	const rows = Array.from({ length: 100_000 }, (_, i) => `N${i},Member ${i},Housing repairs,Gas`);
	const started = performance.now();
	const checking = checked('staff', `Payroll number,Name,Service,Team\n${rows.join('\n')}\n`);
	const id = await checking;
	while (progressOf(id)) await new Promise((go) => setTimeout(go, 20));
	expect(found(id).counts).toMatchObject({ rows: 100_000, added: 100_000, problems: 1 });
	expect(problemsOf(id)?.[0]).toContain('At most 10,000 can be applied at once');
	expect(found(id).changes?.length).toBe(10_000);
	expect(performance.now() - started).toBeLessThan(30_000);
});
