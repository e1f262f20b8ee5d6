import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { details as action } from '../../../../tests/support/actions.ts';
import { before } from '../../../../tests/support/board.ts';
import { aRecommendation, found } from '../../../../tests/support/findings.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { write } from '../../server/database.ts';
import type { Person } from '../access/person.ts';
import { actionSeen, originOf } from '../actions/finding.server.ts';
import { auditLines } from '../audit/tables.ts';
import { papersOf } from '../board/papers.server.ts';
import { whatWaits } from '../board/waiting.server.ts';
import { journeySeen } from '../journeys/finding.server.ts';
import { services } from '../organisation/tables.ts';
import { addFindingByHand } from './adding.server.ts';
import { choicesElsewhere } from './choosing.server.ts';
import { acceptRecommendation } from './deciding.server.ts';
import type { HandDetails } from './details.ts';
import { findingsTable } from './exporting.server.ts';
import { findingFiltersIn } from './filters.ts';
import { findingSeen, findingToChange, mayAddByHand } from './finding.server.ts';
import { findingsListed } from './listing.server.ts';
import { foundBefore, proposeFinding, type Proposed } from './proposing.server.ts';
import { saveFinding } from './saving-finding.server.ts';
import { findings } from './tables.ts';
import { withdrawFinding } from './withdrawing.server.ts';

let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
	db = testDatabase();
});

const complained: HandDetails = { ...found, source: 'complaint', cameFrom: 'Complaint 114, stage 2' };
const add = (more: Partial<HandDetails> = {}, person: Person = cast.manager) => addFindingByHand(db, person, { ...complained, ...more });
function added(more: Partial<HandDetails> = {}): string {
	const outcome = add(more);
	if (!outcome.ok) throw new Error(outcome.text);
	return outcome.id;
}
const filters = (query: string) => findingFiltersIn(new URLSearchParams(query));
const statusOf = (act: () => unknown) => {
	try {
		act();
		return 200;
	} catch (problem) {
		return (problem as { status: number }).status;
	}
};

test('what a complaint found is kept with its source in words, and leaves an audit line', () => {
	const id = added();
	expect(findingSeen(db, cast.manager, id)).toMatchObject({ ...complained, sourceId: null, journeyId: null, foundBy: 'manager' });
	expect(db.select().from(auditLines).all().at(-1)).toMatchObject({ what: 'wrote down a finding, source: complaint', thing: 'finding' });
	expect(findingsListed(db, cast.lead, filters('source=complaint'), {}).rows).toMatchObject([{ id, cameFrom: 'Complaint 114, stage 2' }]);
	expect([...findingsTable(db, cast.lead, filters('')).rows]).toMatchObject([
		{ source: 'A complaint', cameFrom: 'Complaint 114, stage 2' }
	]);
});

test.each([
	['a service they do not work for', { serviceId: 'planning' }, 'serviceId'],
	['no service at all', { serviceId: 'nowhere' }, 'serviceId'],
	['a step, for it stands on no journey', { stepId: 'step' }, 'stepId'],
	['a gap in the whys', { whys: ['', 'No travel time'] }, 'why1'],
	['a principle no framework has', { frameworkVersionId: 'none', criterion: '1.1' }, 'principle']
])('refused: %s', (_, more, field) => {
	expect(add(more)).toMatchObject({ ok: false, field });
	expect(db.select().from(findings).all()).toEqual([]);
});

test('a closed service is neither offered nor accepted; what it has may stay there', () => {
	const id = added();
	db.update(services).set({ closedOn: '2026-10-01' }).where(eq(services.id, 'repairs')).run();
	expect(add()).toMatchObject({ ok: false, field: 'serviceId' });
	expect(choicesElsewhere(db, cast.manager).services).toEqual([]);
	expect(choicesElsewhere(db, cast.manager, 'repairs').services).toHaveLength(1);
	const change = { ...complained, severity: 'low' as const, version: 1 };
	expect(saveFinding(db, cast.manager, findingToChange(db, cast.manager, id), change)).toMatchObject({ ok: true });
});

test('who works for the service adds and changes; a board reads; to others it does not exist', () => {
	const { lead, manager, planner, colleague, assessor, member, chair, viewer, advisor, administrator } = cast;
	const everybody = [lead, manager, assessor, planner, member, chair, colleague, viewer, advisor, administrator];
	expect(everybody.map(mayAddByHand)).toEqual([true, true, true, true, false, false, false, false, false, false]);
	const id = added();
	expect(everybody.map((person) => statusOf(() => findingSeen(db, person, id)))).toEqual([
		200, 200, 200, 404, 200, 200, 404, 404, 404, 404
	]);
	expect(everybody.map((person) => statusOf(() => findingToChange(db, person, id)))).toEqual([
		200, 200, 200, 404, 403, 403, 404, 404, 404, 404
	]);
	expect([lead, assessor].map((person) => add({ serviceId: 'planning' }, person).ok)).toEqual([true, true]);
});

test('a save changes also where it comes from, never to a service of somebody else; a stale one shows both in words', () => {
	const seen = findingToChange(db, cast.manager, added());
	const save = (more: Partial<HandDetails>, version: number, person: Person = cast.manager) =>
		saveFinding(db, person, seen, { ...complained, ...more, version });
	expect(save({ serviceId: 'planning' }, 1)).toMatchObject({ ok: false, field: 'serviceId' });
	expect(save({ source: 'inspection', cameFrom: 'Ombudsman, spring visit' }, 1)).toEqual({ ok: true, version: 2 });
	expect(findingSeen(db, cast.lead, seen.id)).toMatchObject({ source: 'inspection', cameFrom: 'Ombudsman, spring visit' });
	const late = save({ cameFrom: 'Ombudsman, spring visit' }, 1, cast.lead);
	expect(!late.ok && late.conflict?.fields).toEqual([
		{ name: 'source', label: 'Where it comes from', theirs: 'An inspection', mine: 'A complaint' }
	]);
});

test('it waits for the board with what is recommended, which becomes an action that says where it came from', () => {
	const id = added({ severity: 'critical' });
	const { id: recommendation, number } = aRecommendation(db, id);
	const waiting = whatWaits(db, before);
	expect(waiting).toMatchObject([
		{ kind: 'finding', thingId: id, from: 'Housing repairs' },
		{ kind: 'recommendation', thingId: recommendation, from: 'Housing repairs' }
	]);
	const items = waiting.map((one, i) => ({ ...one, id: String(i), meetingId: '', position: i, asks: '', version: 1 }));
	const papers = papersOf(db, items, before);
	expect(papers.get('0')).toMatchObject({ over: 'Finding · Housing repairs', href: `/findings/${id}` });
	expect(papers.get('1')?.facts).toContainEqual(['Comes from', 'A complaint: Complaint 114, stage 2']);
	const accepted = write(db, (tx) => acceptRecommendation(tx, cast.chair, recommendation, { ...action, ownerId: 'advisor' }));
	if (!accepted.ok) throw new Error(accepted.text);
	const origin = (person: Person) => originOf(db, person, actionSeen(db, person, String(accepted.number)));
	expect(origin(cast.lead)).toEqual({
		found: found.what,
		severity: 'critical',
		finding: `/findings/${id}`,
		recommendation: number,
		source: 'A complaint: Complaint 114, stage 2',
		journey: null,
		gap: null
	});
	// its owner is told, but given no address they could not open
	expect(origin(cast.advisor)).toMatchObject({ finding: null, source: 'A complaint: Complaint 114, stage 2' });
});

test('withdrawn with its reason it waits for nobody', () => {
	const id = added();
	const seen = findingToChange(db, cast.assessor, id);
	expect(withdrawFinding(db, cast.assessor, seen, { reason: 'Counted twice', version: 1 })).toMatchObject({ ok: true });
	expect(db.select().from(auditLines).all().at(-1)).toMatchObject({ what: 'withdrew a finding' });
	expect(whatWaits(db, before)).toEqual([]);
});

test('another area finds something through the same door, once, and whoever works for the service goes on with it', () => {
	const missed: Proposed = { source: 'mystery shopping', sourceId: 'wave-1', serviceId: 'repairs', what: 'Two calls in three ring out' };
	const propose = (more: Partial<Proposed> = {}) => write(db, (tx) => proposeFinding(tx, cast.lead, { ...missed, ...more }));
	const first = propose();
	expect(propose({ serviceId: 'nowhere' })).toMatchObject({ ok: false, field: 'serviceId' });
	expect(propose({ source: 'PAF', sourceId: 'may', severity: 'high', breaches: 'Answer in five rings' })).toMatchObject({ ok: true });
	if (!first.ok) throw new Error(first.text);
	expect(foundBefore(db, 'mystery shopping', 'wave-1')).toEqual([{ id: first.id, what: missed.what, criterion: null }]);
	expect(foundBefore(db, 'mystery shopping', 'wave-2')).toEqual([]);
	const seen = findingToChange(db, cast.manager, first.id);
	expect(seen).toMatchObject({ severity: 'medium', howOften: '', whys: [], source: 'mystery shopping', sourceId: 'wave-1' });
	expect(saveFinding(db, cast.manager, seen, { ...found, severity: 'high', version: 1 })).toMatchObject({ ok: true });
	expect(findingSeen(db, cast.manager, first.id)).toMatchObject({ severity: 'high', source: 'mystery shopping', sourceId: 'wave-1' });
	expect(whatWaits(db, before).map(({ kind }) => kind)).toEqual(['finding', 'finding']);
});

test('it can stand on a journey, where who reviews the journey goes on with it', () => {
	const journey = journeySeen(db, cast.lead, aJourney(db, { team: ['colleague'] }));
	const proposed: Proposed = { ...found, source: 'mystery shopping', sourceId: 'wave-1', journey };
	const outcome = write(db, (tx) => proposeFinding(tx, cast.lead, proposed));
	if (!outcome.ok) throw new Error(outcome.text);
	expect(findingToChange(db, cast.colleague, outcome.id)).toMatchObject({ source: 'mystery shopping', journeyId: journey.id });
});
