import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { again, anAction } from '../../../../tests/support/actions.ts';
import { anAssessment, evidenceFor } from '../../../../tests/support/assessments.ts';
import { queriesOf } from '../../../../tests/support/counting.ts';
import { staged, today } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { invite } from '../access/inviting.server.ts';
import { people } from '../access/tables.ts';
import { moveAction } from '../actions/moving.server.ts';
import { reviewAction } from '../actions/reviewing.server.ts';
import { assessments, handovers } from '../assessments/tables.ts';
import { moderations } from '../moderation/tables.ts';
import { services } from '../organisation/tables.ts';
import { myActions } from './my-actions.server.ts';
import { myServices } from './my-services.server.ts';
import { dueMark } from './need.ts';
import { needsOf } from './needs.server.ts';

const model = staged('1.1 1.2 2.1');
let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
	db = testDatabase();
	db.update(people).set({ passwordHash: 'kept' }).run();
});
const titles = (who: keyof typeof cast) => needsOf(db, cast[who], today).map(({ title }) => title);

test('on a day without anything, only the programme lead has something to begin', () => {
	for (const who of Object.keys(cast) as (keyof typeof cast)[]) expect(titles(who)).toEqual(who === 'lead' ? ['Launch a cycle'] : []);
});

describe('a service manager', () => {
	test('begins a draft, carries on at its next criterion, then hands it in', () => {
		const id = anAssessment(db, model, 'repairs', today);
		expect(needsOf(db, cast.manager, today)).toMatchObject([
			{ title: 'Begin Housing repairs', href: `/assessments/${id}/criteria/1.1`, by: '2027-03-31' }
		]);
		const begun = anAssessment(db, model, 'repairs', today, {
			cycle: 'next',
			dueOn: '2026-12-01',
			answered: { '1.1': { rating: 'F' }, '1.2': { rating: 'F', toConfirm: true } }
		});
		expect(needsOf(db, cast.manager, today)[0]).toMatchObject({
			title: 'Carry on with Housing repairs',
			href: `/assessments/${begun}/criteria/1.2`,
			text: '2026/27 next: 1 of 3 criteria answered. Next: 1.2, Criterion 1.2.'
		});
		const all = { rating: 'F' };
		anAssessment(db, model, 'repairs', today, { cycle: 'third', dueOn: '2026-11-30', answered: { '1.1': all, '1.2': all, '2.1': all } });
		expect(titles('manager')[0]).toBe('Submit Housing repairs');
	});

	test('agrees what is moderated, knowing how much the moderator changed, and reads what changes are asked', () => {
		const id = anAssessment(db, model, 'repairs', today, {
			status: 'moderated',
			submittedBy: 'manager',
			submittedOn: today,
			dueOn: '2026-11-27',
			answered: { '1.1': { rating: 'F' }, '1.2': { rating: 'F' } }
		});
		const said = { assessmentId: id, comment: '', moderatedBy: 'assessor', moderatedAt: 1 };
		db.insert(moderations)
			.values([
				{ ...said, criterion: '1.1', rating: 'F' },
				{ ...said, criterion: '1.2', rating: 'P' }
			])
			.run();
		anAssessment(db, model, 'repairs', today, {
			cycle: 'next',
			status: 'changes requested',
			changesRequested: 'Say when the survey was.',
			dueOn: '2026-11-20'
		});
		expect(needsOf(db, cast.manager, today)).toMatchObject([
			{
				title: 'Change answers for Housing repairs',
				text: 'The moderator asks: Say when the survey was.',
				when: { kind: 'bad', text: '1 day late' }
			},
			{
				title: 'Agree the result for Housing repairs',
				href: `/assessments/${id}/agreement`,
				text: 'Moderation is finished: level 0, no award. The moderator changed 1 of your 3 answers and says why.',
				when: { kind: 'watch', text: '6 days left' }
			}
		]);
		expect(titles('planner')).toEqual([]);
		expect(titles('chair')).toEqual(['Sign off the result for Housing repairs']);
		expect(titles('member')).toEqual(['Read the result for Housing repairs']);
	});

	test('renews evidence that is running out or just ran out, as far as it supports anything', () => {
		const id = anAssessment(db, model, 'repairs', today, { status: 'agreed', submittedOn: today, agreedOn: today });
		evidenceFor(db, id, ['1.1', '1.2'], { to: '2026-11-30', title: 'Repairs handbook' });
		evidenceFor(db, id, ['1.1'], { to: '2026-11-20' });
		evidenceFor(db, id, ['1.1'], { to: '2026-12-31', title: 'Not yet' });
		evidenceFor(db, id, ['1.1'], { to: '2026-09-01', title: 'Long gone' });
		expect(needsOf(db, cast.manager, today)).toMatchObject([
			{ title: 'Renew Survey of tenants', when: { kind: 'bad', text: 'Out of date' } },
			{
				title: 'Renew Repairs handbook',
				text: 'It runs out on 30 November and supports 2 criteria.',
				when: { kind: 'quiet', text: 'By 30 November' }
			}
		]);
	});

	test('finishes late actions and those soon due, and reviews what has come to its review', () => {
		anAction(db, { dueOn: '2026-11-20' });
		anAction(db, { dueOn: '2026-12-05', title: 'Soon' });
		anAction(db, { dueOn: '2026-12-06', title: 'Not yet' });
		anAction(db, { ownerId: 'colleague', dueOn: '2026-11-10', reviewOn: '2026-11-21', title: 'Theirs', measure: 'First visits' });
		expect(titles('manager')).toEqual(['Text tenants when a repair slot moves', 'Review: Theirs', 'Soon']);
		expect(titles('colleague')).toEqual(['Theirs']);
		moveAction(db, cast.manager, again(db, 4), { status: 'done', completedOn: today, version: 1 }, today);
		expect(titles('colleague')).toEqual([]);
		expect(titles('manager')).toContain('Review: Theirs');
		reviewAction(db, cast.manager, again(db, 4), { outcome: 'measure moved', outcomeText: 'Up', version: 2 }, today);
		expect(titles('manager')).not.toContain('Review: Theirs');
		expect(myActions(db, cast.manager, today).map(({ number, status }) => [number, status])).toEqual([
			[1, 'late'],
			[2, 'not started'],
			[3, 'not started']
		]);
	});
});

test('a colleague is led to what was handed over, until it is handed back', () => {
	const id = anAssessment(db, model, 'repairs', today);
	const handed = { assessmentId: id, criterion: '1.2', personId: 'colleague', handedBy: 'manager', handedAt: 1, note: 'You know this' };
	db.insert(handovers).values(handed).run();
	expect(needsOf(db, cast.colleague, today)).toMatchObject([
		{ title: 'Answer 1.2 for Housing repairs', href: `/assessments/${id}/criteria/1.2`, text: 'It was handed to you: You know this' }
	]);
	db.update(handovers).set({ returnedAt: 2 }).run();
	expect(titles('colleague')).toEqual([]);
});

test('a moderator carries on with what they began, takes what waits, and never what they answered', () => {
	const submitted = { submittedBy: 'manager', submittedOn: today, submittedAt: 1 };
	anAssessment(db, model, 'repairs', today, { ...submitted, status: 'in moderation', moderatorId: 'assessor' });
	anAssessment(db, model, 'planning', today, { ...submitted, status: 'submitted', dueOn: '2026-12-01' });
	anAssessment(db, model, 'contact-centre', today, { ...submitted, status: 'submitted', submittedBy: 'assessor' });
	expect(titles('assessor')).toEqual(['Moderate Planning applications', 'Carry on moderating Housing repairs']);
});

test('many of one kind are one thing to do', () => {
	const places = Array.from({ length: 5 }, (_, i) => ({ id: `s${i}`, directorateId: 'homes', name: `Service ${i}` }));
	db.insert(services).values(places).run();
	for (const { id } of places)
		anAssessment(db, model, id, today, { status: 'submitted', submittedBy: 'manager', submittedOn: today, submittedAt: 1 });
	expect(titles('assessor')).toEqual(['Moderate 5 assessments']);
	db.update(assessments).set({ status: 'moderated' }).run();
	expect(titles('chair')).toEqual(['Sign off 5 results']);
});

test('the programme lead sees which cycles have late services', () => {
	anAssessment(db, model, 'repairs', today, { dueOn: '2026-11-20' });
	anAssessment(db, model, 'planning', today);
	expect(needsOf(db, cast.lead, today)).toMatchObject([{ title: 'One service is late in 2026/27 cycle', href: '/cycles/cycle?late=yes' }]);
	db.update(assessments).set({ status: 'agreed' }).run();
	expect(titles('lead')).toEqual(['Launch a cycle']);
});

test('the administrator sees who cannot sign in yet', () => {
	db.update(people).set({ passwordHash: null }).where(eq(people.id, 'viewer')).run();
	expect(needsOf(db, cast.administrator, today)).toMatchObject([
		{ title: 'Vic Viewer has not signed in yet', text: 'They have no invitation that works: make a new link and pass it on.' }
	]);
	expect(invite(db, cast.administrator, 'viewer', Date.now())).toMatchObject({ ok: true });
	expect(needsOf(db, cast.administrator, today)).toMatchObject([
		{ text: 'Their invitation still works: remind them.', when: { text: 'Invited' } }
	]);
});

test('my services: what was agreed last, the newest assessment, evidence and actions, and of no other service', () => {
	const last = anAssessment(db, model, 'repairs', today, {
		status: 'agreed',
		submittedOn: '2026-04-01',
		agreedOn: '2026-04-20',
		agreedLevel: 1,
		agreedAward: 'Bronze'
	});
	evidenceFor(db, last, ['1.1'], { to: '2026-11-30' });
	evidenceFor(db, last, ['1.1']);
	anAction(db, { dueOn: '2026-11-20' });
	anAction(db);
	expect(myServices(db, cast.manager, today)).toMatchObject([
		{
			id: 'repairs',
			agreed: { level: 1, award: 'Bronze', levelName: 'Interested' },
			newest: { id: last, status: 'agreed' },
			evidence: { total: 2, runningOut: 1, first: '2026-11-30' },
			actions: { open: 2, late: 1 }
		}
	]);
	expect(myServices(db, cast.lead, today)).toEqual([]);
});

test('the home page costs a bounded number of queries, however much there is', () => {
	const cost = () =>
		queriesOf(db, () => [needsOf(db, cast.manager, today), myServices(db, cast.manager, today), myActions(db, cast.manager, today)]);
	anAssessment(db, model, 'repairs', today, { status: 'moderated', submittedBy: 'manager', submittedOn: today });
	anAssessment(db, model, 'repairs', today, { cycle: 'c0' });
	const before = cost();
	for (let i = 1; i < 8; i++) {
		anAssessment(db, model, 'repairs', today, { cycle: `c${i}` });
		anAction(db, { dueOn: '2026-11-20' });
	}
	expect(cost()).toBe(before);
	expect(before).toBeLessThan(19);
});

test.each([
	['2026-11-19', 'bad', '2 days late'],
	['2026-11-20', 'bad', '1 day late'],
	['2026-11-21', 'bad', 'Today'],
	['2026-11-22', 'watch', '1 day left'],
	['2026-11-28', 'watch', '7 days left'],
	['2026-11-29', 'quiet', 'By 29 November']
])('needed by %s is shown as %s: %s', (day, kind, text) => expect(dueMark(day, '2026-11-21')).toEqual({ kind, text }));
