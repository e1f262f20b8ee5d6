import { asc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anAssessment, evidenceFor } from '../../../../tests/support/assessments.ts';
import { staged, today } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { anUpload, details, files } from '../../../../tests/support/uploads.ts';
import type { Database } from '#lib/server/database.ts';
import { results } from '../results/tables.ts';
import { auditLines } from '../audit/tables.ts';
import { editEvidence } from './editing.server.ts';
import { evidenceSeen } from './finding.server.ts';
import { addEvidence } from './keeping.server.ts';
import { renewEvidence } from './renewing.server.ts';
import { downloadOf, versionsOf } from './versions.server.ts';
import { withdrawEvidence } from './withdrawing.server.ts';

const { manager } = cast;
const link = { kind: 'link', link: 'https://www.marlbourne.example/standards' } as const;

function added(db: Database, content: Parameters<typeof addEvidence>[4] = link) {
	const outcome = addEvidence(db, manager, 'repairs', details(), content);
	if (!outcome.ok) throw new Error(outcome.text);
	return outcome.id;
}

const linesOf = (db: Database, id: string) =>
	db.select().from(auditLines).where(eq(auditLines.thingId, id)).orderBy(asc(auditLines.number)).all();
/** The index worked out from answers with evidence, in hundredths. */
const evidenced = (db: Database, assessmentId: string) =>
	db
		.select()
		.from(results)
		.where(eq(results.assessmentId, assessmentId))
		.all()
		.find(({ basis }) => basis === 'evidenced')!.level;

describe('adding', () => {
	test('keeps what was said with version 1 and one audit line', () => {
		const db = testDatabase();
		const id = added(db);
		expect(evidenceSeen(db, manager, id)).toMatchObject({ title: 'Repairs standards, second quarter', link: link.link, currentVersion: 1 });
		expect(linesOf(db, id)).toMatchObject([
			{ personId: 'manager', what: 'added evidence Repairs standards, second quarter', change: { strength: { from: null, to: 'high' } } }
		]);
	});

	test('is refused without a file, and for an owner who is nobody', () => {
		const db = testDatabase();
		expect(addEvidence(db, manager, 'repairs', details(), { kind: 'file', upload: '' })).toMatchObject({
			text: 'Choose a file',
			field: 'file'
		});
		expect(addEvidence(db, manager, 'repairs', details({ ownerId: 'nobody' }), link)).toMatchObject({ field: 'ownerId' });
		expect(db.select().from(auditLines).all()).toEqual([]);
	});
});

describe('editing', () => {
	test('changes what is said, field by field in the audit trail', () => {
		const db = testDatabase();
		const id = added(db);
		expect(editEvidence(db, manager, id, 1, details({ strength: 'low', effectiveTo: '' }), today)).toMatchObject({ ok: true });
		expect(evidenceSeen(db, manager, id)).toMatchObject({ strength: 'low', effectiveTo: null, version: 2 });
		expect(linesOf(db, id)[1]).toMatchObject({
			change: { strength: { from: 'high', to: 'low' }, effectiveTo: { from: '2026-12-31', to: null } }
		});
	});

	test('a stale save is refused with both texts, and nothing changes', () => {
		const db = testDatabase();
		const id = added(db);
		editEvidence(db, cast.lead, id, 1, details({ title: 'Theirs' }), today);
		expect(editEvidence(db, manager, id, 1, details({ title: 'Mine' }), today)).toMatchObject({
			code: 'stale',
			conflict: { by: 'Lena Lead', version: 2, fields: [{ label: 'Title', theirs: 'Theirs', mine: 'Mine' }] }
		});
		expect(evidenceSeen(db, manager, id).title).toBe('Theirs');
	});

	test('saving what stands already changes nothing', () => {
		const db = testDatabase();
		const id = added(db);
		expect(editEvidence(db, manager, id, 1, details(), today)).toMatchObject({ ok: true });
		expect(evidenceSeen(db, manager, id).version).toBe(1);
		expect(linesOf(db, id)).toHaveLength(1);
	});
});

describe('a new version', () => {
	test('takes the place of the old one, which can still be downloaded', async () => {
		const db = testDatabase();
		const id = added(db, { kind: 'file', upload: await anUpload(db, 'manager', 'first.pdf', files.pdf) });
		const upload = await anUpload(db, 'manager', 'second.csv', files.csv);
		expect(renewEvidence(db, manager, id, 1, { kind: 'file', upload })).toMatchObject({ ok: true, number: 2 });
		expect(evidenceSeen(db, manager, id)).toMatchObject({ fileName: 'second.csv', currentVersion: 2, version: 2 });
		expect(versionsOf(db, id).map(({ number, fileName, addedBy }) => [number, fileName, addedBy])).toEqual([
			[2, 'second.csv', 'Morgan Manager'],
			[1, 'first.pdf', 'Morgan Manager']
		]);
		expect(downloadOf(db, manager, id, 1)).toMatchObject({ name: 'first.pdf', size: files.pdf.length });
		expect(downloadOf(db, manager, id, 3)).toBeNull();
	});

	test('is refused when another came first, and when it is of another kind', () => {
		const db = testDatabase();
		const id = added(db);
		expect(renewEvidence(db, manager, id, 1, { kind: 'note', note: 'A note' })).toMatchObject({ code: 'other-kind' });
		renewEvidence(db, manager, id, 1, { kind: 'link', link: 'https://a.example/' });
		expect(renewEvidence(db, manager, id, 1, { kind: 'link', link: 'https://b.example/' })).toMatchObject({ code: 'stale' });
	});
});

describe('what an open assessment counts follows its evidence', () => {
	const model = staged('1.1 2.1');
	const answered = { '1.1': { rating: 'F' } };

	test('when its period is changed', () => {
		const db = testDatabase();
		const assessment = anAssessment(db, model, 'repairs', today, { answered });
		const id = evidenceFor(db, assessment, ['1.1'], { from: '2025-01-01', to: '2025-12-31' });
		expect(evidenced(db, assessment)).toBe(0);
		editEvidence(db, manager, id, 1, details({ effectiveFrom: '2025-01-01', effectiveTo: today }), today);
		expect(evidenced(db, assessment)).toBe(1);
	});

	test('when it is withdrawn', () => {
		const db = testDatabase();
		const assessment = anAssessment(db, model, 'repairs', today, { answered });
		const id = evidenceFor(db, assessment, ['1.1']);
		editEvidence(db, manager, id, 1, details({ effectiveFrom: '2026-01-01', effectiveTo: '2026-12-30' }), today);
		expect(evidenced(db, assessment)).toBe(1);
		expect(withdrawEvidence(db, manager, id, 2, 'The figures were wrong', today)).toMatchObject({ ok: true });
		expect(evidenced(db, assessment)).toBe(0);
		expect(evidenceSeen(db, manager, id)).toMatchObject({ withdrawnReason: 'The figures were wrong' });
		expect(editEvidence(db, manager, id, 3, details(), today)).toMatchObject({ code: 'withdrawn' });
	});

	test('but an agreed one stays as it was agreed', () => {
		const db = testDatabase();
		const way = { submittedAt: 1, submittedOn: '2026-10-01', agreedOn: '2026-11-01' };
		const assessment = anAssessment(db, model, 'repairs', today, { answered, status: 'agreed', ...way });
		const id = evidenceFor(db, assessment, ['1.1']);
		const before = db.select().from(results).where(eq(results.assessmentId, assessment)).all();
		withdrawEvidence(db, manager, id, 1, 'The figures were wrong', today);
		expect(db.select().from(results).where(eq(results.assessmentId, assessment)).all()).toEqual(before);
	});

	test('where it supports very many, the rest is marked to be refreshed', () => {
		const db = testDatabase();
		const many = Array.from({ length: 22 }, (_, i) => anAssessment(db, model, 'repairs', today, { cycle: `c${i}`, answered }));
		const id = evidenceFor(db, many[0]!, ['1.1'], { from: '2025-01-01', to: '2025-12-31' });
		db.$client.exec(
			`insert into answer_evidence (assessment_id, criterion, evidence_id, added_by, added_at) select id, '1.1', '${id}', 'manager', 0 from assessment where id <> '${many[0]!}'`
		);
		editEvidence(db, manager, id, 1, details({ effectiveTo: '' }), today);
		const refreshed = many.filter((assessment) => evidenced(db, assessment) === 1);
		expect(refreshed).toHaveLength(20);
		const overtaken = new Set(
			db
				.select()
				.from(results)
				.all()
				.filter(({ holdsUntil }) => holdsUntil !== null && holdsUntil < today)
				.map(({ assessmentId }) => assessmentId)
		);
		expect(overtaken.size).toBe(2);
	});
});
