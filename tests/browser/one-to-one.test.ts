import { eq } from 'drizzle-orm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addDays, dayOf } from '#lib/domain/calendar/dates.ts';
import { people } from '#lib/domain/access/tables.ts';
import { oneToOnes } from '#lib/domain/one-to-ones/tables.ts';
import { staff } from '#lib/domain/organisation/tables.ts';
import { monthsLater, showMonth } from '#lib/domain/paf/month.ts';
import { launchBrowser } from '../support/browser.ts';
import { openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';
import { arrive, fillDate, follow, isRefused, press, sees, visit } from '../support/walking.ts';

vi.setConfig({ testTimeout: 180_000 });

let browser: Browser;
let served: Served;
let member: { id: string; name: string };
const today = dayOf(Date.now());
const month = monthsLater(today.slice(0, 7), -1);

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
	const found = served.db
		.select({ id: staff.id, name: staff.name })
		.from(staff)
		.innerJoin(people, eq(people.id, staff.personId))
		.where(eq(people.email, 'advisor@marlbourne.example'))
		.get();
	if (!found) throw new Error('The example council has no advisor');
	member = found;
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

test.each([true, false])('a leader runs a one-to-one from the sheet to notes agreed by both (JavaScript: %s)', async (javaScript) => {
	const heldOn = javaScript ? today : addDays(today, -1);
	const leader = await openAs(browser, served, 'team.leader', { javaScript });
	await visit(leader, `/paf/staff/${member.id}/months/${month}/details`);
	await leader.getByLabel('Compliments').fill('many');
	await press(leader, 'Save');
	await isRefused(leader, 'Compliments must be a whole number of 0 or more');
	await leader.getByLabel('Compliments').fill('3');
	await leader.getByRole('group', { name: 'Statistic 1' }).getByLabel('Figure').fill('212');
	await press(leader, 'Save');
	await sees(leader, 'The sheet is saved.', '212 contacts');

	await visit(leader, '/paf/one-to-ones');
	await leader.getByRole('link', { name: `Start one with ${member.name}` }).click();
	await arrive(leader, 'Start a one-to-one');
	await fillDate(leader, 'Held on', heldOn);
	await press(leader, 'Start');
	await arrive(leader, 'No notes are written yet');
	await sees(leader, new RegExp(`The sheet of ${showMonth(month)}: quality \\d`), /Missed \d of \d times/);
	await follow(leader, 'Write');
	await arrive(leader, 'Write what you talked about');
	await leader.getByRole('textbox', { name: 'Notes' }).fill('We listened to two calls.');
	await fillDate(leader, 'The next one', addDays(today, 28));
	await press(leader, 'Save');
	await arrive(leader, 'The notes wait to be agreed by both');
	await press(leader, 'I agree to these notes');
	await arrive(leader, 'The notes are agreed by the leader');

	await follow(leader, 'Agree an objective');
	await arrive(leader, 'Agree an objective');
	await press(leader, 'Agree it');
	await isRefused(leader, 'Enter what is aimed for');
	const aim = `Say the next step, ${javaScript}`;
	await leader.getByRole('textbox', { name: 'What is aimed for' }).fill(aim);
	await press(leader, 'Agree it');
	await sees(leader, aim);
	await follow(leader, 'Agree training');
	await leader.getByLabel('Course').selectOption({ label: 'Keeping safe' });
	await fillDate(leader, 'To be taken by', addDays(today, 40));
	await press(leader, 'Agree it');
	await sees(leader, /Keeping safe, by/);

	const advisor = await openAs(browser, served, 'advisor', { javaScript });
	await visit(advisor, '/paf/mine/one-to-ones');
	await sees(advisor, 'Wait for you', aim);
	await advisor.goto(new URL(leader.url()).pathname);
	await arrive(advisor, 'The notes are agreed by the leader');
	await follow(advisor, 'Change the notes');
	await arrive(advisor, 'Change the notes');
	expect(await advisor.getByRole('textbox', { name: 'Agenda' }).count()).toBe(0);
	await advisor.getByRole('textbox', { name: 'Notes' }).fill('We listened to three calls.');
	await press(advisor, 'Save');
	await arrive(advisor, 'The notes wait to be agreed by both');
	await press(advisor, 'I agree to these notes');
	await arrive(advisor, 'The notes are agreed by the advisor');

	await leader.reload();
	await sees(leader, 'We listened to three calls.');
	await press(leader, 'I agree to these notes');
	await arrive(leader, 'The notes are agreed by both');
	await visit(leader, '/paf/one-to-ones');
	await sees(leader, 'agreed by both');
	expect(served.db.select().from(oneToOnes).where(eq(oneToOnes.heldOn, heldOn)).all()).toMatchObject([
		{ advisorAgreedAt: expect.any(Number), leaderAgreedAt: expect.any(Number), notes: 'We listened to three calls.' }
	]);
	await Promise.all([leader, advisor].map((page) => page.context().close()));
});

test('an advisor’s own pages work on a phone, and training is recorded', async () => {
	const leader = await openAs(browser, served, 'team.leader');
	await visit(leader, '/paf/training?state=taken&sort=name');
	await leader.getByRole('link', { name: member.name }).first().click();
	await sees(leader, 'Record that a course was taken');
	await leader.getByLabel('Course').selectOption({ label: 'Looking after yourself' });
	await fillDate(leader, 'Taken on', addDays(today, 3));
	await press(leader, 'Record it');
	await isRefused(leader, 'The day it was taken must be today or in the past');
	await fillDate(leader, 'Taken on', addDays(today, -3));
	await press(leader, 'Record it');
	await sees(leader, 'The training is recorded.');
	const advisor = await openAs(browser, served, 'advisor', { width: 320 });
	for (const page of ['sheets', 'one-to-ones', 'training']) expect(await visit(advisor, `/paf/mine/${page}`)).toBe(200);
	await sees(advisor, 'Looking after yourself');
	await Promise.all([leader, advisor].map((page) => page.context().close()));
});

const roles = ['administrator', 'programme.lead', 'repairs.manager', 'contact.manager', 'assessor', 'assessor.two', 'board.chair'];
const others = [...roles, 'board.member', 'councillor', 'performance.officer', 'shopper'];

test('no summary, in any form, names an advisor to anybody; their own pages are there for their leader and manager alone', async () => {
	const one = served.db.select({ id: oneToOnes.id }).from(oneToOnes).where(eq(oneToOnes.staffId, member.id)).get()!.id;
	const { teamId } = served.db.select({ teamId: staff.teamId }).from(staff).where(eq(staff.id, member.id)).get()!;
	const get = async (who: string, address: string) => {
		const response = await fetch(served.origin + address, { headers: { cookie: await served.cookieOf(who) }, redirect: 'manual' });
		return { status: response.status, text: await response.text() };
	};
	for (const who of others) {
		const sees = who === 'contact.manager';
		for (const address of [
			`/paf/staff/${member.id}`,
			`/paf/staff/${member.id}/months/${month}`,
			`/paf/staff/${member.id}/months/${month}/json`
		])
			expect([who, address, (await get(who, address)).status]).toEqual([who, address, sees ? 200 : 404]);
		// what two people say to each other is not for their manager either
		expect([who, (await get(who, `/paf/one-to-ones/${one}`)).status]).toEqual([who, 404]);
		for (const of of ['summary', `teams/${teamId}`])
			for (const form of ['', '/json', '/csv?table=commonest-misses', '/csv?table=quality-by-channel']) {
				const { text } = await get(who, `/paf/${of}${form}`);
				for (const said of [member.name, member.id]) expect([who, of + form, text.includes(said)]).toEqual([who, of + form, false]);
			}
	}
});
