import { beforeEach, expect, test } from 'vitest';
import { details } from '../../../../tests/support/actions.ts';
import { aFinding, aRecommendation, recommended } from '../../../../tests/support/findings.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { write } from '../../server/database.ts';
import { actions } from '../actions/tables.ts';
import { auditLines } from '../audit/tables.ts';
import { channelCosts } from '../contact-costs/tables.ts';
import { acceptRecommendation, actionStartingFrom, deferRecommendation, rejectRecommendation } from './deciding.server.ts';
import { recommendationsOf } from './reading.server.ts';
import { recommendationSeen } from './recommendation.server.ts';
import { addRecommendation, saveRecommendation, withdrawRecommendation } from './recommending.server.ts';

let db: ReturnType<typeof testDatabase>;
let journeyId: string;
let findingId: string;
beforeEach(() => {
	db = testDatabase();
	journeyId = aJourney(db);
	findingId = aFinding(db, journeyId).id;
});
const state = (id: string) => recommendationSeen(db, cast.lead, id).state;
const lastLine = () => db.select().from(auditLines).all().at(-1);

test('a recommendation has the next number, and its value, corner and saving by what the council has said', () => {
	aRecommendation(db, findingId, { customerValue: null });
	aRecommendation(db, findingId);
	expect(recommendationsOf(db, journeyId)).toMatchObject([
		{ number: 1, state: 'proposed', value: null, quadrant: null, saving: { yearlyPence: null, isAtLeast: true } },
		{ number: 2, value: '4.67', quadrant: 'quick win', service: 'Housing repairs', severity: 'high', actionNumber: null }
	]);
	db.insert(channelCosts).values({ channel: 'phone', pence: 285 }).run();
	expect(recommendationsOf(db, journeyId)[1]?.saving).toMatchObject({ yearlyPence: 1_140_000, paybackMonths: 6 });
});

test('contacts avoided need their channel, and another saving its why', () => {
	const finding = recommendationSeen(db, cast.lead, aRecommendation(db, findingId).id).finding;
	const wrong = [{ avoidedChannel: null }, { otherSavingPence: 100 }];
	const seen = { ...finding, journey: finding.journey! };
	expect(wrong.map((more) => addRecommendation(db, cast.lead, seen, { ...recommended, ...more }))).toMatchObject([
		{ ok: false, field: 'avoidedChannel' },
		{ ok: false, field: 'otherSavingWhy' }
	]);
});

test('a stale save shows both texts with money as it was typed', () => {
	const seen = aRecommendation(db, findingId);
	expect(saveRecommendation(db, cast.lead, seen, { ...recommended, costPence: 250_050, version: 1 })).toEqual({ ok: true, version: 2 });
	const late = saveRecommendation(db, cast.manager, seen, { ...recommended, costPence: 100, version: 1 });
	expect(!late.ok && late.conflict?.fields).toEqual([{ name: 'costPence', label: 'Cost', theirs: '2500.50', mine: '1' }]);
});

test('accepted, it is an action of its service at once, and can be neither changed nor accepted again', () => {
	const seen = aRecommendation(db, findingId);
	expect(write(db, (tx) => acceptRecommendation(tx, cast.chair, seen.id, details, 'Letters for those without a phone'))).toEqual({
		ok: true,
		number: 1
	});
	expect(db.select().from(actions).get()).toMatchObject({
		number: 1,
		serviceId: 'repairs',
		recommendationId: seen.id,
		ownerId: 'manager',
		detail: 'Changed when it was accepted: Letters for those without a phone'
	});
	expect(recommendationSeen(db, cast.lead, '1')).toMatchObject({ state: 'accepted', action: { number: 1, title: details.title } });
	expect(write(db, (tx) => acceptRecommendation(tx, cast.chair, seen.id, details))).toMatchObject({ ok: false, code: 'already-acted' });
	expect(saveRecommendation(db, cast.lead, seen, { ...recommended, effort: 5, version: 2 })).toMatchObject({ ok: false, code: 'decided' });
	expect(withdrawRecommendation(db, cast.lead, seen, { reason: 'No', version: 2 })).toMatchObject({ ok: false, code: 'decided' });
});

test('an action that cannot be leaves the recommendation as it was', () => {
	const { id } = aRecommendation(db, findingId);
	const nobody = { ...details, ownerId: 'nobody' };
	expect(write(db, (tx) => acceptRecommendation(tx, cast.chair, id, nobody))).toMatchObject({ ok: false, field: 'ownerId' });
	expect(state(id)).toBe('proposed');
	expect(db.select().from(actions).all()).toEqual([]);
});

test('deferred or rejected it can be accepted later; withdrawn it cannot be decided', () => {
	const seen = aRecommendation(db, findingId);
	write(db, (tx) => deferRecommendation(tx, cast.chair, seen.id));
	expect(state(seen.id)).toBe('deferred');
	write(db, (tx) => rejectRecommendation(tx, cast.chair, seen.id));
	expect(state(seen.id)).toBe('rejected');
	expect(lastLine()).toMatchObject({ what: 'rejected recommendation 1', change: { state: { from: 'deferred', to: 'rejected' } } });
	expect(write(db, (tx) => acceptRecommendation(tx, cast.chair, seen.id, details))).toMatchObject({ ok: true });

	const other = aRecommendation(db, findingId);
	expect(withdrawRecommendation(db, cast.lead, other, { reason: '', version: 1 })).toMatchObject({ ok: false, field: 'reason' });
	expect(withdrawRecommendation(db, cast.lead, other, { reason: 'The same as 1', version: 1 })).toMatchObject({ ok: true });
	expect(write(db, (tx) => rejectRecommendation(tx, cast.chair, other.id))).toMatchObject({ ok: false, code: 'withdrawn' });
	expect(recommendationsOf(db, journeyId).map(({ number }) => number)).toEqual([1]);
});

test('the action begins with the recommendation’s words', () => {
	expect(actionStartingFrom({ text: 'Text tenants.\nFrom the van.' }, '2026-11-22', 'manager')).toMatchObject({
		title: 'Text tenants',
		detail: 'From the van.',
		ownerId: 'manager',
		startOn: '2026-11-22',
		dueOn: '2027-02-22'
	});
	const long = actionStartingFrom({ text: 'Tell each tenant '.repeat(20) }, '2026-11-22', '');
	expect(long.title.length).toBeLessThanOrEqual(200);
	expect(long.detail).toContain('Tell each tenant');
});

test('out of sight it does not exist, by number or by id', () => {
	const { id } = aRecommendation(db, findingId);
	for (const key of [id, '1']) expect(() => recommendationSeen(db, cast.planner, key)).toThrow(expect.objectContaining({ status: 404 }));
	expect(() => recommendationSeen(db, cast.lead, '99')).toThrow(expect.objectContaining({ status: 404 }));
});
