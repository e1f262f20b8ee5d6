import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { publishedFramework, anAssessment } from '../../../../tests/support/assessments.ts';
import { compliance, rubric, staged } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { copyFramework, proposedNumber } from './copying.server.ts';
import { deleteDraft } from './deleting.server.ts';
import type { Framework } from './document.ts';
import { criterionShown } from './draft-criteria.ts';
import { partShown } from './draft-parts.ts';
import { numberAnew, removeCriterion, saveCriterion, savePart } from './editing.server.ts';
import { frameworksSeen } from './listing.server.ts';
import { frameworksOffered, loadOffered } from './offering.server.ts';
import { changesOfDraft, publish } from './publishing.server.ts';
import { checkFramework } from './reading.ts';
import { draftToEdit, frameworkSeen, versionById } from './seeing.server.ts';
import { nextVersion } from '../versions/version-numbers.ts';
import { putBack, withdraw } from './withdrawing.server.ts';

const { lead, manager } = cast;

function drafted(framework: Framework = staged('1.1 1.2 2.1')) {
	const db = testDatabase();
	const source = publishedFramework(db, framework);
	const copied = copyFramework(db, lead, source, '1.1');
	if (!copied.ok) throw new Error(copied.text);
	return { db, source, id: copied.id, draft: () => draftToEdit(db, copied.id) };
}

test('the shipped frameworks are offered until they are loaded, all chosen or none', () => {
	const db = testDatabase();
	const { offers, problems } = frameworksOffered(db);
	expect(problems).toEqual([]);
	expect(offers.map(({ name, criteria }) => [name, criteria])).toContainEqual(['Enfield five levels', 31]);
	expect(loadOffered(db, lead, ['enfield-five-levels.yaml', '../../package.json'])).toMatchObject({ ok: false, code: 'not-offered' });
	expect(frameworksSeen(db, manager)).toEqual([]);
	expect(
		loadOffered(
			db,
			lead,
			offers.map(({ file }) => file)
		)
	).toMatchObject({ ok: true });
	expect(frameworksOffered(db).offers).toEqual([]);
	expect(frameworksSeen(db, manager).map(({ number, state }) => `${number} ${state}`)).toEqual(offers.map(() => '1.0 published'));
});

test('of several files one of which is refused none is loaded', () => {
	const db = testDatabase();
	publishedFramework(db, staged('1.1', { id: 'enfield-five-levels', version: '1.0' }));
	const outcome = loadOffered(db, lead, ['bnes-principles.yaml', 'enfield-five-levels.yaml']);
	expect(outcome).toMatchObject({ ok: false, code: 'version-taken' });
	expect(frameworksSeen(db, lead)).toHaveLength(1);
});

test.each([
	[['1.0'], '1.1'],
	[['1.9', '1.10', '1.2'], '1.11'],
	[['1.9999'], '2.0'],
	[[], '1.0']
])('after %j comes %s', (numbers, next) => expect(nextVersion(numbers)).toBe(next));

test('a copy is a draft that only who manages frameworks sees', () => {
	const { db, id, source } = drafted();
	expect(proposedNumber(db, 'five-levels')).toBe('1.2');
	expect(copyFramework(db, lead, source, '1.1')).toMatchObject({ ok: false, code: 'number-taken', field: 'number' });
	expect(frameworkSeen(db, lead, id).state).toBe('draft');
	expect(() => frameworkSeen(db, manager, id)).toThrow(expect.objectContaining({ status: 404 }));
	expect(frameworksSeen(db, manager).map(({ number }) => number)).toEqual(['1.0']);
	expect(() => draftToEdit(db, source)).toThrow(expect.objectContaining({ status: 404 }));
});

test('a criterion is changed, moved, added and taken out; saving what stands changes nothing', () => {
	const { db, id, draft } = drafted();
	const shown = criterionShown(draft().document, 0);
	expect(saveCriterion(db, lead, id, 1, '1.1', shown)).toMatchObject({ ok: true });
	expect(draft().version).toBe(1);
	saveCriterion(db, lead, id, 1, '1.1', { ...shown, title: '  Better   words ', evidence: 'A page\r\n\r\nA count', after: '1.2' });
	expect(draft().document.criteria.map(({ number }) => number)).toEqual(['1.2', '1.1', '2.1']);
	expect(draft().document.criteria[1]).toMatchObject({ title: 'Better words', evidence: ['A page', 'A count'], level: 1 });
	saveCriterion(db, lead, id, 2, null, { number: '2.2', level: '2', theme: 'strategy', title: 'New', after: '' });
	expect(draft().document.criteria.map(({ number }) => number)).toEqual(['2.2', '1.2', '1.1', '2.1']);
	expect(removeCriterion(db, lead, id, 3, '2.1')).toMatchObject({ ok: true });
	expect(numberAnew(db, lead, id, 4)).toMatchObject({ ok: true });
	expect(draft().document.criteria.map(({ number, title }) => `${number} ${title}`)).toEqual([
		'1.1 Criterion 1.2',
		'1.2 Better words',
		'2.1 New'
	]);
	const lines = db.select().from(auditLines).all();
	expect(lines.at(-3)?.change).toMatchObject({ 'criterion 2.2': { from: null } });
	expect(lines.at(-2)?.change).toHaveProperty(['criterion 2.1', 'to'], null);
});

test.each([
	['1.2', /used by another/],
	['', /such as 1\.1/],
	['1 2', /such as 1\.1/]
])('the number %j is refused with its field', (number, text) => {
	const { db, id, draft } = drafted();
	const outcome = saveCriterion(db, lead, id, 1, '1.1', { ...criterionShown(draft().document, 0), number });
	expect(outcome).toMatchObject({ ok: false, field: 'number', text: expect.stringMatching(text) });
});

test('a stale save shows both texts and changes nothing', () => {
	const { db, id, draft } = drafted();
	const shown = criterionShown(draft().document, 0);
	saveCriterion(db, lead, id, 1, '1.1', { ...shown, why: 'Hers' });
	const outcome = saveCriterion(db, manager, id, 1, '1.1', { ...shown, why: 'His', better: `${shown.better}\r\n` });
	expect(outcome).toMatchObject({
		ok: false,
		code: 'stale',
		conflict: { by: lead.name, version: 2, fields: [{ name: 'why', label: 'Why it matters', theirs: 'Hers', mine: 'His' }] }
	});
	expect(draft().document.criteria[0]?.why).toBe('Hers');
});

test('a level taken out takes its number from the criteria, and those above move down with theirs', () => {
	const { db, id, draft } = drafted(staged('1.1 2.1 3.1'));
	expect(
		savePart(db, lead, id, 1, 'levels', { ...partShown(draft().document, 'levels'), 'remove-1': 'yes', 'name-5': 'Beyond' })
	).toMatchObject({ ok: true });
	const { levels, criteria } = draft().document;
	expect(levels?.map(({ number, name }) => `${number} ${name}`)).toEqual([
		'1 Interested',
		'2 Committed',
		'3 Engaged',
		'4 Embedded',
		'5 Beyond'
	]);
	expect(criteria.map(({ number, level }) => [number, level])).toEqual([
		['1.1', 1],
		['2.1', undefined],
		['3.1', 2]
	]);
});

test('a rubric’s descriptions follow its levels', () => {
	const five = ['a', 'b', 'c', 'd', 'e'];
	const base = rubric('1');
	const { db, id, draft } = drafted({ ...base, criteria: base.criteria.map((one) => ({ ...one, descriptions: five })) });
	savePart(db, lead, id, 1, 'levels', { ...partShown(draft().document, 'levels'), 'remove-0': 'yes', 'name-5': 'Beyond' });
	expect(draft().document.criteria[0]?.descriptions).toEqual(['b', 'c', 'd', 'e', '']);
});

test('themes are moved and added, ratings keep their order of worth, outcomes their conditions', () => {
	const { db, id, draft } = drafted(compliance('1 2:culture'));
	savePart(db, lead, id, 1, 'themes', { ...partShown(draft().document, 'themes'), 'place-1': '1', 'name-2': 'Été & more' });
	expect(draft().document.themes.map((theme) => theme.id)).toEqual(['culture', 'strategy', 'ete-more']);
	savePart(db, lead, id, 2, 'scale', { ...partShown(draft().document, 'scale'), 'name-4': 'Some', 'worth-4': '0.2', 'about-4': 'A bit' });
	expect(draft().document.scale?.map((rating) => rating.id)).toEqual(['non', 'some', 'partial', 'compliant', 'plus']);
	const before = draft().document.outcomes;
	savePart(db, lead, id, 3, 'outcomes', partShown(draft().document, 'outcomes'));
	expect(draft().document.outcomes).toEqual(before);
	savePart(db, lead, id, 3, 'outcomes', {
		...partShown(draft().document, 'outcomes'),
		'share-1': '60%',
		'ratings-1[]': 'plus',
		'most-0-non': '',
		'most-0-partial': ''
	});
	expect(draft().document.outcomes?.[0]).not.toHaveProperty('atMost');
	expect(draft().document.outcomes?.[1]?.atLeast).toEqual({ share: 0.6, ratings: ['plus'] });
	expect(savePart(db, lead, id, 4, 'scale', { ...partShown(draft().document, 'scale'), 'worth-0': 'much' })).toMatchObject({
		ok: false,
		field: 'worth-0'
	});
});

const described = {
	...rubric(''),
	criteria: rubric('1').criteria.map((one) => ({ ...one, descriptions: ['a', 'b', 'c', 'd', 'e'] })),
	themes: rubric('1').themes
};
test.each([staged('1.1 2.1'), described, compliance('1')])('$kind: saving every part as it is shown changes nothing', (framework) => {
	const { db, id, draft } = drafted(framework);
	for (const part of ['about', 'themes', 'levels', 'thresholds', 'scale', 'outcomes'] as const)
		if (framework[part] || part === 'about') savePart(db, lead, id, 1, part, partShown(draft().document, part));
	expect(draft()).toMatchObject({ version: 1, document: { ...framework, version: '1.1' } });
});

test('a draft is saved unfinished but not published so; published it never changes', () => {
	const { db, id, source, draft } = drafted(readShipped());
	const first = draft().document.criteria[0]?.number ?? '';
	saveCriterion(db, lead, id, 1, first, { ...criterionShown(draft().document, 0), why: '' });
	expect(publish(db, lead, id, 2)).toMatchObject({ ok: false, code: 'unfinished' });
	saveCriterion(db, lead, id, 2, first, { ...criterionShown(draft().document, 0), why: 'A new reason' });
	expect(changesOfDraft(db, draft())?.changes).toMatchObject([{ kind: 'reworded', number: first, fields: ['why'] }]);
	expect(publish(db, lead, id, 2)).toMatchObject({ ok: false, code: 'changed' });
	expect(publish(db, lead, id, 3)).toMatchObject({ ok: true });
	expect(versionById(db, id)).toMatchObject({ state: 'published', number: '1.1', publishedBy: lead.id });
	expect(saveCriterion(db, lead, id, 4, first, {})).toMatchObject({ ok: false, code: 'not-a-draft' });
	expect(deleteDraft(db, lead, id, 4)).toMatchObject({ ok: false, code: 'not-a-draft' });
	expect(versionById(db, source)?.state).toBe('published');
});

test('a published version is withdrawn and put back; its assessments keep it', () => {
	const db = testDatabase();
	const framework = staged('1.1');
	anAssessment(db, framework, 'repairs', '2026-11-21');
	const id = publishedFramework(db, framework);
	expect(withdraw(db, lead, id, 1)).toMatchObject({ ok: true });
	expect(withdraw(db, lead, id, 1)).toMatchObject({ ok: false, code: 'changed' });
	expect(frameworksSeen(db, manager)).toMatchObject([{ state: 'withdrawn', assessments: 1, criteria: 1 }]);
	expect(putBack(db, lead, id, 2)).toMatchObject({ ok: true });
});

test('a draft is deleted for good', () => {
	const { db, id } = drafted();
	expect(deleteDraft(db, lead, id, 1)).toMatchObject({ ok: true });
	expect(versionById(db, id)).toBeUndefined();
});

function readShipped(): Framework {
	const db = testDatabase();
	const loaded = loadOffered(db, lead, ['enfield-five-levels.yaml']);
	if (!loaded.ok) throw new Error(loaded.text);
	const { document } = frameworkSeen(db, lead, loaded.ids[0] ?? '');
	expect(checkFramework(document).ok).toBe(true);
	expect(readFileSync('seed/frameworks/enfield-five-levels.yaml', 'utf8')).toContain(document.name);
	return document;
}
