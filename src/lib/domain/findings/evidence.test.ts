import { beforeEach, expect, test } from 'vitest';
import { at, now } from '#lib/server/clock.ts';
import { aFinding, found } from '../../../../tests/support/findings.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import type { Person } from '../access/person.ts';
import { auditLines } from '../audit/tables.ts';
import { evidence } from '../evidence/tables.ts';
import { journeys } from '../journeys/tables.ts';
import { addFindingByHand } from './adding.server.ts';
import { attachToFinding, evidenceForFinding, evidenceOfFinding, findingsSupportedBy } from './evidence.server.ts';
import { findingToChange } from './finding.server.ts';
import { withdrawFinding } from './withdrawing.server.ts';

let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
	db = testDatabase();
});

const piece = (id: string, serviceId: string) =>
	db
		.insert(evidence)
		.values({
			id,
			kind: 'note',
			title: id,
			shows: 'What callers say',
			serviceId,
			ownerId: 'manager',
			effectiveFrom: '2026-01-01',
			strength: 'high'
		})
		.run();

function complained(serviceId = 'repairs') {
	const outcome = addFindingByHand(db, cast.lead, { ...found, serviceId, source: 'complaint', cameFrom: '' });
	if (!outcome.ok) throw new Error(outcome.text);
	return findingToChange(db, cast.lead, outcome.id);
}

test('a finding takes evidence of its own service and the council’s, and says so in the audit trail', () => {
	piece('Letter', 'repairs');
	piece('Survey', 'corporate');
	piece('Plan', 'planning');
	const finding = complained();
	expect(evidenceForFinding(db, cast.lead, finding).map(({ id }) => id)).toEqual(['Letter', 'Survey']);
	expect(attachToFinding(db, cast.lead, finding, ['Letter', 'Survey', 'Plan'])).toEqual({ ok: true, count: 2 });
	expect(evidenceOfFinding(db, cast.manager, finding).pieces.map(({ id }) => id)).toEqual(['Letter', 'Survey']);
	expect(attachToFinding(db, cast.lead, finding, ['Survey'])).toEqual({ ok: true, count: 1 });
	expect(db.select().from(auditLines).all().at(-1)).toMatchObject({
		what: 'changed the evidence of a finding',
		change: { evidence: { from: 'Letter and Survey', to: 'Survey' } }
	});
});

test('a piece names the findings it supports that its reader may see, the most severe first', () => {
	piece('Survey', 'corporate');
	const journeyId = aJourney(db);
	const onJourney = aFinding(db, journeyId, { severity: 'critical', what: 'On the journey' });
	const complaint = complained();
	// after the other, however fast the machine
	const elsewhere = at(now() + 1, () => complained('planning'));
	for (const finding of [onJourney, complaint, elsewhere])
		expect(attachToFinding(db, cast.lead, finding, ['Survey'])).toMatchObject({ ok: true });
	const seen = (person: Person) => findingsSupportedBy(db, person, 'Survey').map(({ id }) => id);
	expect(seen(cast.lead)).toEqual([onJourney.id, complaint.id, elsewhere.id]);
	expect(seen(cast.manager)).toEqual([onJourney.id, complaint.id]);
	expect(seen(cast.planner)).toEqual([elsewhere.id]);
	expect(seen(cast.member)).toHaveLength(3);
	expect([seen(cast.viewer), seen(cast.administrator), seen(cast.colleague)]).toEqual([[], [], []]);
	expect(findingsSupportedBy(db, cast.lead, 'another')).toEqual([]);
	withdrawFinding(db, cast.lead, complaint, { reason: 'Not so', version: 1 });
	expect(findingsSupportedBy(db, cast.planner, 'Survey')).toHaveLength(1);
	expect(findingsSupportedBy(db, cast.manager, 'Survey')[1]).toMatchObject({ service: 'Housing repairs', withdrawnReason: 'Not so' });
});

test('once the review is over its findings keep the evidence they have', () => {
	piece('Letter', 'repairs');
	const finding = aFinding(db, aJourney(db));
	db.update(journeys).set({ state: 'finished', closedOn: '2026-12-01' }).run();
	expect(attachToFinding(db, cast.lead, findingToChange(db, cast.lead, finding.id), ['Letter'])).toMatchObject({
		ok: false,
		code: 'review-closed'
	});
});
