import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { aFinding, aRecommendation, found, stepsOnMap } from '../../../../tests/support/findings.ts';
import { compliance } from '../../../../tests/support/frameworks.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { auditLines } from '../audit/tables.ts';
import { loadFramework } from '../frameworks/loading.server.ts';
import { journeySeen } from '../journeys/finding.server.ts';
import { journeys } from '../journeys/tables.ts';
import { mapSteps } from '../maps/tables.ts';
import { addFinding } from './adding.server.ts';
import { findingSeen, findingToChange } from './finding.server.ts';
import { findingsOf, withdrawnFindingsOf } from './reading.server.ts';
import { recommendationSeen } from './recommendation.server.ts';
import { saveFinding } from './saving-finding.server.ts';
import { findings, recommendations } from './tables.ts';
import { withdrawFinding } from './withdrawing.server.ts';

let db: ReturnType<typeof testDatabase>;
let journeyId: string;
beforeEach(() => {
	db = testDatabase();
	journeyId = aJourney(db, { crosses: ['contact-centre'], team: ['colleague'] });
});
const journey = () => journeySeen(db, cast.lead, journeyId);
const add = (more: Partial<typeof found>) => addFinding(db, cast.manager, journey(), { ...found, ...more });

test('a finding is kept with its step, whys and principle, and leaves an audit line', () => {
	const [step = ''] = stepsOnMap(db, journeyId, ['Waits for the visit']);
	const framework = loadFramework(db, null, compliance('1.1 1.2'));
	if (!framework.ok) throw new Error(framework.text);
	const whys = ['The slot moves after it is booked', 'Operatives run late', 'Jobs are planned without travel'];
	const outcome = add({ stepId: step, whys, frameworkVersionId: framework.id, criterion: '1.2', breaches: 'We keep you informed' });
	expect(outcome).toMatchObject({ ok: true });
	expect(findingsOf(db, journeyId)).toMatchObject([
		{
			what: found.what,
			service: 'Housing repairs',
			step: 'Waits for the visit',
			rootCause: 'Jobs are planned without travel',
			principle: { framework: 'A code', number: '1.2', title: 'Criterion 1.2' },
			recommendations: 0,
			evidence: 0,
			foundByName: 'Morgan Manager'
		}
	]);
	expect(db.select().from(findings).get()).toMatchObject({ source: 'journey', sourceId: journeyId, journeyId });
	expect(db.select().from(auditLines).all().at(-1)).toMatchObject({ what: 'found on journey 1', thing: 'finding', personId: 'manager' });
});

test.each([
	['a service the journey does not cross', { serviceId: 'planning' }, 'serviceId'],
	['a step that is not on its as-is map', { stepId: 'gone' }, 'stepId'],
	['a gap in the whys', { whys: ['It is late', '', 'No travel time'] }, 'why2'],
	['a sixth why', { whys: ['1', '2', '3', '4', '5', '6'] }, 'why5'],
	['a principle no framework has', { frameworkVersionId: 'none', criterion: '1.1' }, 'principle']
])('refused: %s', (_, more, field) => {
	expect(add(more)).toMatchObject({ ok: false, field });
	expect(db.select().from(findings).all()).toEqual([]);
});

test('nothing is found or changed once the review is over', () => {
	const finding = aFinding(db, journeyId);
	db.update(journeys).set({ state: 'finished', closedOn: '2026-12-01' }).run();
	const now = findingToChange(db, cast.lead, finding.id);
	expect(add({})).toMatchObject({ ok: false, code: 'review-closed' });
	expect(saveFinding(db, cast.lead, now, { ...found, severity: 'low', version: 1 })).toMatchObject({ ok: false, code: 'review-closed' });
	expect(withdrawFinding(db, cast.lead, now, { reason: 'Not so', version: 1 })).toMatchObject({ ok: false, code: 'review-closed' });
});

test('findings come the most severe first, each with its recommendations counted', () => {
	aFinding(db, journeyId, { what: 'Small', severity: 'low' });
	const worst = aFinding(db, journeyId, { what: 'Worst', severity: 'critical' });
	aFinding(db, journeyId, { what: 'Middling', severity: 'medium' });
	aRecommendation(db, worst.id);
	aRecommendation(db, worst.id);
	expect(findingsOf(db, journeyId).map(({ what, recommendations }) => [what, recommendations])).toEqual([
		['Worst', 2],
		['Middling', 0],
		['Small', 0]
	]);
});

test('a save changes what was typed; a stale one shows both texts and changes nothing', () => {
	const finding = aFinding(db, journeyId, { whys: ['It is late'] });
	expect(saveFinding(db, cast.lead, finding, { ...found, whys: ['It is late'], severity: 'critical', version: 1 })).toEqual({
		ok: true,
		version: 2
	});
	expect(saveFinding(db, cast.lead, finding, { ...found, whys: ['It is late'], severity: 'critical', version: 2 })).toEqual({
		ok: true,
		version: 2
	});
	const late = saveFinding(db, cast.manager, finding, { ...found, whys: ['No phone number'], severity: 'low', version: 1 });
	expect(late).toMatchObject({ ok: false, code: 'stale', conflict: { by: 'Lena Lead', version: 2 } });
	expect(!late.ok && late.conflict?.fields).toEqual([
		{ name: 'severity', label: 'Severity', theirs: 'critical', mine: 'low' },
		{ name: 'why1', label: 'First why', theirs: 'It is late', mine: 'No phone number' }
	]);
	expect(findingSeen(db, cast.lead, finding.id)).toMatchObject({ severity: 'critical', whys: ['It is late'], version: 2 });
});

test('a step that has gone from the map leaves the finding as it was, and it can still be saved', () => {
	const [step = ''] = stepsOnMap(db, journeyId, ['Waits']);
	const finding = aFinding(db, journeyId, { stepId: step });
	db.delete(mapSteps).run();
	expect(findingSeen(db, cast.lead, finding.id)).toMatchObject({ stepId: step, step: null });
	expect(saveFinding(db, cast.lead, finding, { ...found, stepId: step, severity: 'low', version: 1 })).toMatchObject({ ok: true });
});

test('withdrawn with a reason it is kept, and what nobody decided on goes with it', () => {
	const finding = aFinding(db, journeyId);
	const open = aRecommendation(db, finding.id);
	const rejected = aRecommendation(db, finding.id);
	db.update(recommendations).set({ state: 'rejected' }).where(eq(recommendations.id, rejected.id)).run();
	expect(withdrawFinding(db, cast.lead, finding, { reason: ' ', version: 1 })).toMatchObject({ ok: false, field: 'reason' });
	expect(withdrawFinding(db, cast.lead, finding, { reason: 'Counted twice', version: 1 })).toMatchObject({ ok: true });
	expect(findingsOf(db, journeyId)).toEqual([]);
	expect(withdrawnFindingsOf(db, journeyId)).toMatchObject([{ what: found.what, withdrawnReason: 'Counted twice' }]);
	expect(recommendationSeen(db, cast.lead, open.id)).toMatchObject({ state: 'withdrawn', withdrawnReason: 'Counted twice', version: 2 });
	expect(recommendationSeen(db, cast.lead, rejected.id).state).toBe('rejected');
	expect(withdrawFinding(db, cast.lead, finding, { reason: 'Again', version: 2 })).toMatchObject({ ok: false, code: 'withdrawn' });
	expect(saveFinding(db, cast.lead, finding, { ...found, version: 2 })).toMatchObject({ ok: false, code: 'withdrawn' });
});

test('who sees the journey sees what it found; who reviews it may change it; to others it does not exist', () => {
	const { id } = aFinding(db, journeyId, { serviceId: 'contact-centre' });
	const may = (act: () => unknown) => {
		try {
			act();
			return 200;
		} catch (problem) {
			return (problem as { status: number }).status;
		}
	};
	const { lead, manager, planner, colleague, assessor, member, viewer, administrator } = cast;
	expect([lead, manager, colleague, assessor, member].map((person) => may(() => findingSeen(db, person, id)))).toEqual([
		200, 200, 200, 200, 200
	]);
	expect([planner, viewer, administrator].map((person) => may(() => findingSeen(db, person, id)))).toEqual([404, 404, 404]);
	expect([lead, manager, colleague].map((person) => may(() => findingToChange(db, person, id)))).toEqual([200, 200, 200]);
	expect([assessor, member, planner].map((person) => may(() => findingToChange(db, person, id)))).toEqual([403, 403, 404]);
	expect(may(() => findingSeen(db, lead, 'nonsense'))).toBe(404);
});
