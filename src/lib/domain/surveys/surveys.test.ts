import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { at } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import { answerByLink, keepAnswer } from './answering.server.ts';
import { answersTable, commentsListed } from './comments.server.ts';
import { satisfactionSums } from './counting.server.ts';
import { surveyBehind, surveySeen } from './finding.server.ts';
import { forgetAttempts, mostByLink, mostFromAddress, mostTaken } from './flooding.server.ts';
import type { AnswerTyped } from './forms.ts';
import { decideHeld, heldAnswers, heldCount } from './holding.server.ts';
import { changeSurvey, closeSurvey, makeLink, makeSurvey } from './keeping.server.ts';
import { satisfactionByMonth, satisfactionByPart } from './results.server.ts';
import { surveyAnswers, surveyAttempts, surveyKeys, surveys } from './tables.ts';
import { surveyParts } from './words.ts';

const { lead, manager, planner, viewer } = cast;
const noon = Date.parse('2026-06-10T12:00:00Z');
const today = '2026-06-10';
const fine: AnswerTyped = {
	overall: 5,
	welcome: 4,
	wait: 2,
	efficiency: null,
	interaction: 5,
	delivery: 3,
	resolved: true,
	serviceId: '',
	channel: 'phone',
	comment: ''
};
let db: Database;
let id: string;
let token: string;
const made = (serviceId = 'repairs') =>
	makeSurvey(db, lead, {
		title: 'Tell us',
		kind: 'monthly',
		serviceId,
		'parts[]': [...surveyParts],
		openFrom: '2026-01-01',
		openUntil: ''
	});
const send = (change: Partial<AnswerTyped & { website: string }> = {}, { address = '10.0.0.1', moment = noon } = {}) =>
	at(moment, () => answerByLink(db, token, { ...fine, website: '', ...change }, { address, today }));
const stateOf = () =>
	db
		.select()
		.from(surveyAnswers)
		.all()
		.map(({ state }) => state);

beforeEach(() => {
	db = testDatabase();
	const survey = made();
	if (!survey.ok) throw new Error(survey.text);
	id = survey.id;
	const link = makeLink(db, lead, id);
	if (!link.ok) throw new Error(link.text);
	token = link.token;
});

describe('the link', () => {
	test('is kept as a hash only, and a new one ends the old', () => {
		expect(JSON.stringify(db.select().from(surveys).all())).not.toContain(token);
		const next = makeLink(db, lead, id);
		expect(surveyBehind(db, token)).toBeNull();
		expect(next.ok && surveyBehind(db, next.token)?.id).toBe(id);
	});

	test('takes answers while the survey is open, and none for what is not asked', () => {
		expect(send()).toEqual({ ok: true, held: false });
		expect(db.select().from(surveyAnswers).get()).toMatchObject({
			serviceId: 'repairs',
			overall: 5,
			efficiency: null,
			resolved: true,
			day: today
		});
		changeSurvey(db, lead, id, { title: 'Tell us', openFrom: '2026-07-01', openUntil: '', version: 2 });
		expect(send()).toMatchObject({ code: 'closed' });
	});

	test('of a closed survey, or one nobody made, is refused', () => {
		expect(closeSurvey(db, lead, id, 2, today)).toEqual({ ok: true });
		expect(send()).toMatchObject({ code: 'closed' });
		token = 'guessed';
		expect(send()).toMatchObject({ code: 'closed' });
	});
});

describe('flooded', () => {
	test('one address is stopped after so many in an hour, and let in again afterwards', () => {
		for (let n = 0; n < mostFromAddress; n++) expect(send({}, { moment: noon + n * 61_000 })).toMatchObject({ ok: true, held: false });
		expect(send({}, { moment: noon + 15 * 60_000 })).toMatchObject({ code: 'too-many' });
		expect(send({}, { address: '10.0.0.2', moment: noon + 15 * 60_000 })).toMatchObject({ ok: true });
		expect(send({}, { moment: noon + 61 * 60_000 })).toMatchObject({ ok: true });
	});

	test('many in a minute are held, the first ones too, and count only once accepted', () => {
		for (let n = 0; n < mostByLink; n++) expect(send({}, { address: `10.0.1.${n}` })).toEqual({ ok: true, held: false });
		expect(send({}, { address: '10.0.2.1' })).toEqual({ ok: true, held: true });
		expect(new Set(stateOf())).toEqual(new Set(['held']));
		expect(satisfactionSums(db, 'overall', { from: '2026-06', to: '2026-06' })).toEqual([]);
		const one = heldAnswers(db, id)[0]!;
		expect(decideHeld(db, manager, { id, number: 1 }, one.id, 'counted')).toEqual({ ok: true, decided: 1 });
		expect(decideHeld(db, manager, { id, number: 1 }, one.id, 'refused')).toMatchObject({ code: 'decided' });
		expect(decideHeld(db, manager, { id, number: 1 }, 'all', 'refused')).toEqual({ ok: true, decided: mostByLink });
		expect(heldCount(db, id)).toBe(0);
		expect(satisfactionSums(db, 'overall', { from: '2026-06', to: '2026-06' })).toMatchObject([{ numerator: 1, denominator: 1 }]);
	});

	test('from so many a minute on none is taken', () => {
		for (let n = 0; n < mostTaken; n++) send({}, { address: `10.1.${n}.1` });
		expect(send({}, { address: '10.2.0.1' })).toMatchObject({ code: 'too-many' });
		expect(send({}, { address: '10.2.0.1', moment: noon + 61_000 })).toEqual({ ok: true, held: false });
	});

	test('what fills the trap is held', () => {
		expect(send({ website: 'http://spam.example' })).toEqual({ ok: true, held: true });
		expect(heldAnswers(db, id)).toMatchObject([{ stateReason: 'Filled in a field that people do not see' }]);
	});

	test('no address is kept as it is, none longer than an hour, and the key goes with the day', () => {
		send({}, { address: '192.0.2.77' });
		const kept = JSON.stringify([db.select().from(surveyAttempts).all(), db.select().from(surveyAnswers).all()]);
		expect(kept).not.toContain('192.0.2.77');
		forgetAttempts(db, noon + 61 * 60_000);
		expect(db.select().from(surveyAttempts).all()).toEqual([]);
		expect(db.select().from(surveyKeys).all()).toHaveLength(1);
		forgetAttempts(db, noon + 24 * 60 * 60_000);
		expect(db.select().from(surveyKeys).all()).toEqual([]);
	});
});

describe('answers on paper', () => {
	const survey = () => surveySeen(db, lead, '1');
	const paper = { ...fine, day: '2026-05-04', reference: 'P-1' };
	test('come once under their reference, on a day the survey was open', () => {
		expect(keepAnswer(db, manager, survey(), paper, 'typed', today)).toMatchObject({ ok: true });
		expect(keepAnswer(db, manager, survey(), paper, 'typed', today)).toMatchObject({ code: 'reference-taken', field: 'reference' });
		expect(keepAnswer(db, manager, survey(), { ...paper, reference: '', day: '2025-12-31' }, 'typed', today)).toMatchObject({
			code: 'not-open',
			field: 'day'
		});
		expect(keepAnswer(db, manager, survey(), { ...paper, reference: '', day: '2026-06-11' }, 'typed', today)).toMatchObject({
			code: 'future',
			field: 'day'
		});
	});
});

describe('results', () => {
	const answers = (count: number, change: Partial<AnswerTyped> = {}) => {
		for (let n = 0; n < count; n++)
			keepAnswer(db, manager, surveySeen(db, lead, '1'), { ...fine, ...change, day: '2026-05-04', reference: '' }, 'typed', today);
	};
	const may = { surveyId: '', from: '2026-05-01', to: '2026-05-31' };
	const of = (part: string) => satisfactionByPart(db, { ...may, surveyId: id }).find((one) => one.part === part);

	test('are satisfied of answered by part, and nothing below five answers', () => {
		answers(4);
		expect(of('overall')).toMatchObject({ answered: 4, satisfied: null, share: null });
		expect(commentsListed(db, id, {}).rows).toEqual([]);
		answers(1, { overall: 3, resolved: false, comment: 'Slow' });
		expect(of('overall')).toMatchObject({ answered: 5, satisfied: 4, share: { numerator: 4, denominator: 5 } });
		expect(of('wait')).toMatchObject({ satisfied: 0 });
		expect(of('resolved')).toMatchObject({ satisfied: 4 });
		expect(of('efficiency')).toMatchObject({ answered: 0, share: null });
		const months = satisfactionByMonth(db, { surveyId: id }, '2026-06', 3);
		expect(months.map(({ month, answered, satisfied }) => [month, answered, satisfied])).toEqual([
			['2026-06', 0, null],
			['2026-05', 5, 4],
			['2026-04', 0, null]
		]);
		expect(satisfactionSums(db, 'resolved', { from: '2026-05', to: '2026-05' })).toEqual([
			{ period: '2026-05', serviceId: 'repairs', channel: 'phone', numerator: 4, denominator: 5 }
		]);
	});

	test('comments come without the names of staff, on the page and in the file', () => {
		db.insert(teams).values({ id: 'desk', serviceId: 'repairs', name: 'Desk' }).run();
		db.insert(staff).values({ id: 's1', teamId: 'desk', name: 'Petra Vance', payrollNumber: '1' }).run();
		answers(4);
		answers(1, { comment: 'Petra was lovely, ring me on 07700 900123' });
		expect(commentsListed(db, id, {}).rows).toMatchObject([
			{ comment: '[name] was lovely, ring me on [number]', overall: 'Very satisfied' }
		]);
		expect(JSON.stringify([...answersTable(db, { id, number: 1 }).rows])).not.toContain('Petra');
	});
});

test('who sees a survey, and who runs it', () => {
	expect(surveySeen(db, manager, '1')).toMatchObject({ mayRun: true });
	expect(surveySeen(db, lead, '1')).toMatchObject({ mayRun: true });
	expect(() => surveySeen(db, planner, '1')).toThrow();
	expect(() => surveySeen(db, viewer, '1')).toThrow();
	expect(() => surveySeen(db, lead, '7')).toThrow();
	made('');
	expect(surveySeen(db, planner, '2')).toMatchObject({ mayRun: false });
	expect(
		makeSurvey(db, manager, { title: 'x', kind: 'exit', serviceId: '', 'parts[]': ['overall'], openFrom: today, openUntil: '' })
	).toMatchObject({ field: 'serviceId' });
	expect(db.select().from(surveys).where(eq(surveys.number, 2)).get()).toMatchObject({ serviceId: null });
});
