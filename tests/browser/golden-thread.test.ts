import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { strandParents, strands, strandTies } from '#lib/domain/golden-thread/tables.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

vi.setConfig({ testTimeout: 120_000 });

let browser: Browser;
let served: Served;
beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const vision = 'A borough where everyone is heard and looked after';
const individual = 'Every adviser says what happens next, and by when';
const objective = 'Say who does what and by when in every contact that leaves something to do';
const numberOf = (reference: string) => served.db.select().from(strands).where(eq(strands.reference, reference)).get()!.number;
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const main = (page: Page) => page.getByRole('main').innerText();

test('everybody with a role follows the vision down to an adviser’s objective and back up; the objective itself is for two', async () => {
	const knows = {
		'programme.lead': false,
		'repairs.manager': false,
		councillor: false,
		shopper: false,
		'team.leader': true,
		advisor: true
	};
	for (const [who, sees] of Object.entries(knows)) {
		const page = await openAs(browser, served, who, { javaScript: who !== 'councillor' });
		await page.goto('/thread');
		await page.getByRole('main').getByRole('link', { name: vision }).first().click();
		await heading(page, vision);
		await page.goto(`/thread/${numberOf('I1')}`);
		await heading(page, individual);
		const said = await main(page);
		expect(said.includes(objective), `${who} sees the objective`).toBe(sees);
		expect(said).toContain('of 14 advisors of the team');
		// the one line leads back up
		for (const title of ['Customers who get it right first time', 'Eight in ten enquiries are settled by whoever answers'])
			expect(said).toContain(title);
		await page.getByRole('main').getByRole('link', { name: vision }).first().click();
		await heading(page, vision);
		await page.context().close();
	}
});

test('a colleague without a role has no thread', async () => {
	const page = await openAs(browser, served, 'performance.officer');
	expect((await page.goto('/thread'))?.status()).toBe(404);
	await page.context().close();
});

for (const javaScript of [true, false])
	test(`a break is mended from the list of breaks, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
		const title = javaScript ? 'Emergency rules that anyone can follow' : 'Help with getting online in every library';
		const mend = javaScript ? /Give it an owner.*Emergency/ : /Tie a measure.*Help with getting online/;
		const page = await openAs(browser, served, 'programme.lead', { javaScript });
		await page.goto('/thread/breaks');
		await page.getByRole('link', { name: mend }).click();
		if (javaScript) {
			await page.getByLabel('Owner in words (optional)').fill('Repairs duty officer');
			await page.getByRole('button', { name: 'Save', exact: true }).click();
		} else {
			await page.getByLabel('Satisfied with the wait').check();
			await page.getByRole('button', { name: 'Tie what is ticked' }).click();
		}
		await heading(page, title);
		expect(await main(page)).toContain(javaScript ? 'The strand is changed.' : 'What you chose is tied to it.');
		await page.goto('/thread/breaks');
		expect(await page.getByRole('link', { name: mend }).count()).toBe(0);
		await page.context().close();
	});

test('a strand made its own ancestor is refused in words, and buttons move and undo', async () => {
	const page = await openAs(browser, served, 'programme.lead', { javaScript: false });
	const [priority, commitment] = [numberOf('P1'), numberOf('C1')];
	await page.goto(`/thread/${priority}/details`);
	await page.getByLabel('Level').selectOption('commitment');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await page.getByRole('alert').waitFor();
	expect(await page.getByRole('alert').innerText()).toContain('serves it and is a commitment');
	await page.goto('/thread/edit');
	await page.getByRole('button', { name: /^Down We will tell you when/ }).click();
	await page.getByText('The strand is moved.').waitFor();
	await page.getByRole('button', { name: /^Undo: moved a strand down/ }).click();
	await page.getByText('Your last change is undone.').waitFor();
	await page.goto(`/thread/${commitment}`);
	await heading(page, 'We will tell you when we are coming, and come');
	await page.context().close();
});

for (const javaScript of [true, false])
	test(`a file of strands is checked, put right, applied and undone, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
		const page = await openAs(browser, served, 'programme.lead', { javaScript });
		const name = `X${javaScript ? 'J' : 'N'}`;
		const upload = async (fileName: string, text: string) => {
			await page.goto('/thread/imports');
			await page.getByLabel('The file').setInputFiles({ name: fileName, mimeType: 'text/plain', buffer: Buffer.from(text) });
			await page.getByRole('button', { name: 'Check the file' }).click();
		};
		await upload(
			'wrong.csv',
			`Reference;Level;What is aimed for;Serves\n${name}1;priority;Warm libraries ${name};V1\n${name}2;dream;Open late;${name}9\n`
		);
		await page.getByRole('heading', { name: /problem/ }).waitFor();
		expect(await main(page)).toMatch(/Row 3[\s\S]*Level[\s\S]*The level must be one of: vision, priority/);
		expect(await page.getByRole('button', { name: /^Apply/ }).count()).toBe(0);
		if (javaScript) await expectAccessible(page);
		const yaml = [
			'name: Libraries',
			'strands:',
			`  - { reference: ${name}1, level: priority, title: Warm libraries ${name}, serves: [V1], owner: Head of libraries }`,
			`  - { reference: ${name}2, level: commitment, title: Open late ${name}, serves: [${name}1] }`
		].join('\n');
		await upload('libraries.yaml', yaml);
		await page.getByRole('heading', { name: '2 changes ready to apply' }).waitFor();
		expect(await main(page)).toContain(`Adds the priority “Warm libraries ${name}”`);
		await page.getByRole('button', { name: 'Apply 2 changes' }).click();
		await page.getByRole('heading', { name: '2 changes applied' }).waitFor();
		await page.goto(`/thread/${numberOf(`${name}2`)}`);
		await heading(page, `Open late ${name}`);
		expect(await main(page)).toContain(`Warm libraries ${name}`);
		await page.goto(`/thread/edit`);
		await page.getByRole('button', { name: `Undo: added a strand: Warm libraries ${name}` }).click();
		await page.getByText('Your last change is undone.').waitFor();
		await page.goto(`/thread?text=${name}`);
		await page.getByText('No strand is like this').waitFor();
		await page.context().close();
	});

for (const javaScript of [true, false])
	test(`a branch of the outline is opened and folded by its address, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
		const page = await openAs(browser, served, 'councillor', { javaScript });
		const service = 'Every moved appointment is told by text the same day';
		const shown = () => page.getByRole('main').getByRole('link', { name: service, exact: true }).count();
		await page.goto('/thread?open=none');
		expect(await shown()).toBe(0);
		for (const title of [vision, 'Homes that are safe and looked after', 'We will tell you when we are coming, and come'])
			await page.getByRole('link', { name: new RegExp(`serves? it.*${title}`) }).click();
		await page.getByRole('link', { name: service, exact: true }).waitFor();
		expect(new URL(page.url()).searchParams.get('open')?.split('.')).toHaveLength(3);
		await page.getByRole('link', { name: /^Fold .*Homes that are safe/ }).click();
		await page.getByRole('link', { name: service, exact: true }).waitFor({ state: 'detached' });
		await page.goto('/thread?open=all');
		expect(await shown()).toBe(1);
		await page.context().close();
	});

for (const javaScript of [true, false])
	test(`a line of the picture is drawn and taken away again, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
		const page = await openAs(browser, served, 'programme.lead', { javaScript });
		const [strand, other] = [numberOf('C1'), numberOf('P3')];
		const lines = () =>
			served.db
				.select()
				.from(strandParents)
				.innerJoin(strands, eq(strands.id, strandParents.strandId))
				.where(eq(strands.number, strand))
				.all().length;
		const before = lines();
		await page.goto(`/thread/picture?focus=${strand}`);
		await page.getByRole('link', { name: 'Draw a line to what it serves' }).click();
		await heading(page, /^Choose what .* is to serve/);
		if (javaScript) await expectAccessible(page);
		const { title } = served.db.select().from(strands).where(eq(strands.number, other)).get()!;
		await page.locator(`a[href="/thread/${strand}/place?also=${other}"]`).click();
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await heading(page, /^Around/);
		expect(lines()).toBe(before + 1);
		await page.getByRole('link', { name: 'take a line away' }).click();
		await page.getByLabel(title).uncheck();
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await heading(page, /^Around/);
		expect(lines()).toBe(before);
		await page.context().close();
	});

test('a line is drawn by those who keep the strand alone', async () => {
	const page = await openAs(browser, served, 'councillor');
	await page.goto(`/thread/picture?focus=${numberOf('C1')}`);
	expect(await page.getByRole('link', { name: 'Draw a line to what it serves' }).count()).toBe(0);
	expect((await page.goto(`/thread/picture?line=${numberOf('C1')}`))?.status()).toBe(403);
	await page.context().close();
});

test('from an action one reads up to the vision, and what serves the vision is listed, searched and taken away', async () => {
	const page = await openAs(browser, served, 'programme.lead');
	await page.goto(`/thread/${numberOf('V1')}`);
	await page.getByRole('link', { name: /^\d+ actions$/ }).click();
	await heading(page, /actions serve it/);
	await page.getByRole('rowheader').getByRole('link').first().click();
	await page.getByRole('link', { name: 'Read up to the vision' }).click();
	await heading(page, 'From here to the vision');
	await expectAccessible(page);
	expect(await main(page)).toContain('You are here');
	await page.getByRole('main').getByRole('link', { name: vision }).first().click();
	await heading(page, vision);
	await page.getByRole('link', { name: 'All that serves it, as a list' }).click();
	await page.getByLabel('Level').selectOption({ label: 'Priorities' });
	await page.getByRole('button', { name: 'Show' }).click();
	await heading(page, '4 strands serve it');
	const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /CSV/ }).first().click()]);
	expect(download.suggestedFilename()).toMatch(/^Strand \d+ strands .*\.csv$|^Strand \d+, strands .*\.csv$/);
	await page.context().close();
});

test('a journey, a standard, a criterion and a question say what they serve, and are tied where they stand', async () => {
	const page = await openAs(browser, served, 'programme.lead');
	const tied = (kind: string) =>
		served.db
			.select()
			.from(strandTies)
			.where(eq(strandTies.kind, kind as 'journey'))
			.limit(1)
			.get()!.thing;
	for (const address of [`/journeys/${tied('journey')}`, `/standards/${tied('standard')}`]) {
		await page.goto(address);
		await page.getByRole('heading', { name: 'On the golden thread' }).waitFor();
		await page.getByRole('link', { name: 'Read up to the vision' }).waitFor();
	}
	for (const [list, kind] of [
		['/frameworks', 'criterion'],
		['/scorecards', 'question']
	] as const) {
		await page.goto(`/thread/up?${new URLSearchParams({ kind, thing: tied(kind) })}`);
		await page.getByRole('link', { name: 'Open it' }).click();
		await page.waitForURL(new RegExp(list));
		const up = page.getByRole('link', { name: /^Up to the vision from/ });
		expect(await up.count()).toBeGreaterThan(0);
		await page
			.getByRole('link', { name: new RegExp(`^Tie it to the thread.*${kind} `) })
			.first()
			.click();
		await page.getByLabel('Strand', { exact: true }).selectOption({ index: 1 });
		await page.getByRole('button', { name: 'Tie it', exact: true }).click();
		await page.getByText('It is tied.').waitFor();
	}
	await page.context().close();
});

test('every page of the thread can be used by everybody, on a desk and on a phone', async () => {
	for (const width of [1280, 320]) {
		const page = await openAs(browser, served, 'programme.lead', { width });
		const strand = numberOf('T3');
		const pages = ['', '/breaks', '/picture', '/edit', '/new', '/imports', '/ready-made', '/ready-made/enfield', `/${strand}`];
		const up = `/up?${new URLSearchParams({ kind: 'question', thing: 'paf-telephone/C3' })}`;
		for (const address of [
			...pages,
			up,
			'?open=all',
			`/${strand}/below`,
			`/${numberOf('V1')}/below?what=services`,
			`/${strand}/ties`,
			`/${strand}/place`,
			`/${strand}/retirement`
		]) {
			await page.goto(`/thread${address}`);
			await expectAccessible(page);
		}
		await page.context().close();
	}
});
