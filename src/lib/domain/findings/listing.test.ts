import { beforeEach, expect, test } from 'vitest';
import { details } from '../../../../tests/support/actions.ts';
import { anAssessment, evidenceFor } from '../../../../tests/support/assessments.ts';
import { queriesOf } from '../../../../tests/support/counting.ts';
import { at, now } from '#lib/server/clock.ts';
import { aFinding, aRecommendation, found } from '../../../../tests/support/findings.ts';
import { staged, today } from '../../../../tests/support/frameworks.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { planOfList } from '../../../../tests/support/list-plan.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { write } from '../../server/database.ts';
import type { Person } from '../access/person.ts';
import { addAction } from '../actions/adding.server.ts';
import { actionsTable } from '../actions/actions-table.server.ts';
import { whereToAdd } from '../actions/choosing-service.server.ts';
import { filtersIn } from '../actions/filters.ts';
import { actionSeen, originOf } from '../actions/finding.server.ts';
import { assessmentSeen } from '../assessments/finding.server.ts';
import { assessments } from '../assessments/tables.ts';
import { actOnGaps } from './acting-on-gaps.server.ts';
import { acceptRecommendation } from './deciding.server.ts';
import { findingsTable, recommendationsTable } from './exporting.server.ts';
import { findingFiltersIn, queryOf, recommendationFiltersIn } from './filters.ts';
import { findingSeen } from './finding.server.ts';
import { choicesOf, countFindings, everyFinding, findingsListed } from './listing.server.ts';
import { countRecommendations, everyRecommendation, matrixOf, recommendationsListed } from './recommendations-listing.server.ts';
import { findings } from './tables.ts';
import { saveWeights } from './weighing.server.ts';
import { withdrawFinding } from './withdrawing.server.ts';

let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
	db = testDatabase();
});
const filters = (query = '') => findingFiltersIn(new URLSearchParams(query));
const whats = (query = '', who: Person = cast.lead, place = {}) =>
	findingsListed(db, who, filters(query), place).rows.map(({ what }) => what);
const wanted = (query = '') => recommendationFiltersIn(new URLSearchParams(query));
const numbers = (query = '', who: Person = cast.lead, place = {}) =>
	recommendationsListed(db, who, wanted(query), place).rows.map(({ number }) => number);

/** One gap of planning, not moderated yet; two of a journey of repairs that crosses the contact centre, with a colleague in its team. */
function three() {
	const model = staged('1.1 2.1');
	const assessmentId = anAssessment(db, model, 'planning', today, { answered: { '1.1': { rating: 'F' }, '2.1': { rating: 'N' } } });
	evidenceFor(db, assessmentId, ['1.1'], { serviceId: 'planning', ownerId: 'planner' });
	const assessment = assessmentSeen(db, cast.planner, assessmentId);
	const made = actOnGaps(db, cast.planner, assessment, 'level', [{ ...details, ownerId: 'planner', criterion: '2.1' }], today);
	if (!made.ok) throw new Error(made.text);
	const journeyId = aJourney(db, { crosses: ['contact-centre'], team: ['colleague'] });
	// one after another, however fast the machine
	const low = at(now() + 1, () => aFinding(db, journeyId, { what: 'Low', severity: 'low' }));
	const worst = at(now() + 2, () => aFinding(db, journeyId, { what: 'Worst', severity: 'critical', serviceId: 'contact-centre' }));
	return { journeyId, low, worst };
}
const gap = '2.1 Criterion 2.1 counts as Not and needs Largely: rating too low';

test('the list is narrowed by journey, service, severity, source and state, and sorted both ways', () => {
	const { journeyId, low } = three();
	expect(whats()).toEqual(['Worst', gap, 'Low']);
	expect(whats('order=descending')).toEqual(['Low', gap, 'Worst']);
	expect(whats('sort=found')).toEqual([gap, 'Low', 'Worst']);
	expect(whats(`journey=${journeyId}`)).toEqual(['Worst', 'Low']);
	expect(whats('service=contact-centre')).toEqual(['Worst']);
	expect(whats('severity=low')).toEqual(['Low']);
	expect(whats('source=assessment')).toEqual([gap]);
	expect(whats('severity=nonsense&sort=nonsense')).toHaveLength(3);
	expect(countFindings(db, cast.lead, filters())).toEqual({ all: 3, severe: 1 });
	withdrawFinding(db, cast.lead, low, { reason: 'Not so', version: 1 });
	expect(whats()).toEqual(['Worst', gap]);
	expect(whats('state=withdrawn')).toEqual(['Low']);
});

test('each sees in the list what they see one by one, and nothing else', () => {
	three();
	const ids = db.select({ id: findings.id }).from(findings).all();
	const oneByOne = (person: Person) =>
		ids.filter(({ id }) => {
			try {
				return findingSeen(db, person, id);
			} catch {
				return false;
			}
		}).length;
	const expected = { lead: 3, manager: 2, planner: 1, colleague: 2, assessor: 3, member: 2, viewer: 0, administrator: 0 } as const;
	for (const [who, count] of Object.entries(expected)) {
		const person = cast[who as keyof typeof expected];
		expect([who, whats('', person).length, oneByOne(person)]).toEqual([who, count, count]);
	}
	// once it is moderated the board sees the gap
	db.update(assessments).set({ status: 'moderated' }).run();
	expect([whats('', cast.member).length, oneByOne(cast.member)]).toEqual([3, 3]);
	expect(whats('source=assessment', cast.chair)).toHaveLength(1);
	expect(choicesOf(db, cast.colleague).services.map(({ label }) => label)).toEqual(['Contact centre', 'Housing repairs']);
});

test('pages of fifty go on and back by key, also where many are alike', () => {
	const journeyId = aJourney(db);
	const row = aFindingRow(journeyId);
	db.insert(findings)
		.values(Array.from({ length: 120 }, (_, i) => ({ ...row, id: `finding-${String(i).padStart(3, '0')}`, what: String(i) })))
		.run();
	const first = findingsListed(db, cast.lead, filters(), {});
	expect([first.rows.length, first.previous, first.next]).toEqual([50, null, 'finding-049']);
	const second = findingsListed(db, cast.lead, filters(), { after: 'finding-049' });
	expect([second.rows[0]?.what, second.previous, second.next]).toEqual(['50', 'finding-050', 'finding-099']);
	expect(findingsListed(db, cast.lead, filters(), { before: 'finding-050' })).toEqual(first);
	expect([...everyFinding(db, cast.lead, filters())]).toHaveLength(120);
	expect(queriesOf(db, () => findingsListed(db, cast.lead, filters(), {}))).toBe(1);
});

const aFindingRow = (journeyId: string) => ({
	...found,
	source: 'journey' as const,
	sourceId: journeyId,
	journeyId,
	foundBy: 'lead',
	foundAt: 1
});

test.each([
	['', 'finding_by_severity'],
	['sort=found', 'finding_by_day']
])('the list with %s reads an index and sorts nothing', (query, index) => {
	const plan = planOfList(db, () => whats(query));
	expect(plan).toContain(index);
	expect(plan).not.toContain('TEMP B-TREE');
});

test('recommendations are narrowed by state, and sorted by value and effort with what nobody rated last', () => {
	const { worst, low } = three();
	aRecommendation(db, worst.id, { customerValue: 2, councilValue: 2, effort: 1 });
	aRecommendation(db, worst.id, { customerValue: null, effort: null });
	aRecommendation(db, low.id, { customerValue: 5, councilValue: 1, effort: 4 });
	// number 1 is the accepted one of the gap, which nobody rated
	expect(numbers()).toEqual([1, 2, 3, 4]);
	expect(numbers('state=waiting')).toEqual([2, 3, 4]);
	expect(numbers('state=accepted')).toEqual([1]);
	expect(numbers('state=waiting&sort=value')).toEqual([4, 2, 3]);
	expect(numbers('state=waiting&sort=value', cast.lead, { after: '4' })).toEqual([2, 3]);
	expect(numbers('state=waiting&sort=effort')).toEqual([2, 4, 3]);
	expect(numbers('sort=effort&order=descending&state=waiting')).toEqual([3, 4, 2]);
	expect(numbers('', cast.planner)).toEqual([1]);
	expect(numbers('', cast.viewer)).toEqual([]);
	expect(countRecommendations(db, cast.lead, wanted())).toEqual({ all: 4, waiting: 3 });
	expect([...everyRecommendation(db, cast.lead, wanted('sort=value'))].map(({ number }) => number)).toEqual([4, 2, 1, 3]);
	expect(matrixOf(db, cast.lead, wanted('state=waiting'))).toMatchObject({
		count: 3,
		rows: [{ number: 4, quadrant: 'worth planning' }, {}, {}]
	});
});

test('changing the weights changes every value, once, and a stale change is shown', () => {
	const { worst } = three();
	aRecommendation(db, worst.id, { customerValue: 5, councilValue: 1, effort: 1 });
	expect(recommendationsListed(db, cast.lead, wanted('state=waiting'), {}).rows[0]).toMatchObject({ value: '3.67' });
	expect(saveWeights(db, cast.lead, { customerWeight: 0, councilWeight: 0, version: 1 })).toMatchObject({ ok: false, code: 'no-weight' });
	expect(saveWeights(db, cast.lead, { customerWeight: 0, councilWeight: 3, version: 1 })).toEqual({ ok: true, version: 2 });
	expect(recommendationsListed(db, cast.lead, wanted('state=waiting'), {}).rows[0]).toMatchObject({ value: '1.00', quadrant: 'fill in' });
	expect(saveWeights(db, cast.lead, { customerWeight: 4, councilWeight: 1, version: 1 })).toMatchObject({ ok: false, code: 'stale' });
});

test('the tables to take away say the same in full', () => {
	const { worst } = three();
	aRecommendation(db, worst.id);
	expect([...findingsTable(db, cast.lead, filters('severity=critical')).rows]).toMatchObject([
		{ what: 'Worst', source: 'A journey review', journey: 'Repair to a council home', step: 'The whole journey', recommendations: 1 }
	]);
	expect([...recommendationsTable(db, cast.lead, wanted('state=waiting')).rows]).toMatchObject([
		{ number: 2, value: 4.67, cost: 5000, saving: null, savingNote: 'Part of it is not known: the channel has no cost' }
	]);
});

test('an action says which journey and finding it came from, on its page, in its table and where one is chosen', () => {
	const { worst } = three();
	const { id, number } = aRecommendation(db, worst.id);
	const accepted = write(db, (tx) => acceptRecommendation(tx, cast.chair, id, { ...details, ownerId: 'advisor' }));
	if (!accepted.ok) throw new Error(accepted.text);
	const origin = (person: Person) => originOf(db, person, actionSeen(db, person, String(accepted.number)));
	expect(origin(cast.lead)).toMatchObject({
		found: 'Worst',
		gap: null,
		recommendation: number,
		finding: `/findings/${worst.id}`,
		journey: { name: 'Repair to a council home' }
	});
	// its owner is told, but given no address they could not open
	expect(origin(cast.advisor)).toMatchObject({ finding: null, journey: { href: null } });
	const table = [...actionsTable(db, cast.lead, filtersIn(new URLSearchParams('status=all')), today).rows];
	expect(table).toMatchObject([{ criterion: '2.1' }, { journey: 'Repair to a council home', finding: 'Worst' }]);
	expect(whereToAdd(db, cast.manager).findings).toMatchObject([{ what: 'Low', journey: 'Repair to a council home' }]);
});

test('a withdrawn finding takes no action', () => {
	const { low } = three();
	withdrawFinding(db, cast.lead, low, { reason: 'Not so', version: 1 });
	expect(whereToAdd(db, cast.manager).findings).toEqual([]);
	expect(addAction(db, cast.manager, 'repairs', details, low.id)).toMatchObject({ ok: false, code: 'unknown-finding' });
});

test('an address says only what does not go without saying, and reads back the same', () => {
	const chosen = filters('severity=high&state=withdrawn&sort=found&order=descending');
	expect(queryOf(filters())).toBe('');
	expect(findingFiltersIn(new URLSearchParams(queryOf(chosen)))).toEqual(chosen);
	const rest = wanted('state=waiting&sort=value');
	expect(queryOf(wanted())).toBe('');
	expect(recommendationFiltersIn(new URLSearchParams(queryOf(rest)))).toEqual(rest);
});
