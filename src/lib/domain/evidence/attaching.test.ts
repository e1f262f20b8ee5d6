import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anAssessment, evidenceFor } from '../../../../tests/support/assessments.ts';
import { queriesOf } from '../../../../tests/support/counting.ts';
import { staged, today } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { details } from '../../../../tests/support/uploads.ts';
import { criterionSeen } from '../assessments/finding.server.ts';
import { answerEvidence, handovers } from '../assessments/tables.ts';
import { results } from '../results/tables.ts';
import { can } from '../access/can.ts';
import { auditLines } from '../audit/tables.ts';
import { addEvidenceTo, attachEvidence, detachEvidence } from './attaching.server.ts';
import { evidenceToChoose } from './choosing.server.ts';
import { addEvidence } from './keeping.server.ts';
import { evidenceOf } from './of-criterion.server.ts';
import { supportedBy } from './supporting.server.ts';
import { withdrawEvidence } from './withdrawing.server.ts';

const { manager, planner, corporateManager, colleague } = cast;
const model = staged('1.1 1.2 2.1');
const note = { kind: 'note', note: 'Nine in ten tenants' } as const;

function begun(settings: Parameters<typeof anAssessment>[4] = {}) {
	const db = testDatabase();
	const assessmentId = anAssessment(db, model, 'repairs', today, {
		answered: { '1.1': { rating: 'F' }, '1.2': { rating: 'F' } },
		...settings
	});
	const add = (person = manager, serviceId = 'repairs', title = 'Survey') => {
		const outcome = addEvidence(db, person, serviceId, details({ title, ownerId: person.id, effectiveTo: '' }), note);
		if (!outcome.ok) throw new Error(outcome.text);
		return outcome.id;
	};
	const level = () =>
		db
			.select()
			.from(results)
			.where(eq(results.assessmentId, assessmentId))
			.all()
			.find(({ basis }) => basis === 'evidenced')!.level;
	return { db, assessmentId, place: { assessmentId, criterion: '1.1' }, add, level };
}

describe('attaching', () => {
	test('one piece for two criteria: the result follows, each with an audit line', () => {
		const { db, place, add, level } = begun();
		const id = add();
		attachEvidence(db, manager, place, [id], today);
		expect(level()).toBe(0);
		attachEvidence(db, manager, { ...place, criterion: '1.2' }, [id], today);
		expect(level()).toBe(1);
		expect(evidenceOf(db, place, today)).toMatchObject([{ title: 'Survey', alsoSupports: ['1.2'], standing: { words: 'Current' } }]);
		const lines = db.select().from(auditLines).where(eq(auditLines.thingId, place.assessmentId)).all();
		expect(lines.map(({ what }) => what)).toEqual(['added evidence to criterion 1.1: Survey', 'added evidence to criterion 1.2: Survey']);
		detachEvidence(db, manager, place, id, today);
		expect(level()).toBe(0);
		expect(evidenceOf(db, place, today)).toEqual([]);
	});

	test('twice is once', () => {
		const { db, place, add } = begun();
		const id = add();
		expect(attachEvidence(db, manager, place, [id], today)).toMatchObject({ attached: 1 });
		expect(attachEvidence(db, manager, place, [id], today)).toMatchObject({ attached: 0 });
		expect(db.select().from(auditLines).where(eq(auditLines.thingId, place.assessmentId)).all()).toHaveLength(1);
	});

	test('a new piece stands with its criterion at once', () => {
		const { db, place } = begun();
		const added = addEvidenceTo(db, manager, place, details(), note, today);
		if (!added.ok) throw new Error(added.text);
		expect(supportedBy(db, manager, added.id)).toMatchObject([{ criterion: '1.1', service: 'Housing repairs', title: 'Criterion 1.1' }]);
	});

	test('only while the assessment is open', () => {
		const { db, place, add } = begun({ status: 'submitted', submittedAt: 1, submittedOn: today });
		const id = add();
		for (const outcome of [
			attachEvidence(db, manager, place, [id], today),
			addEvidenceTo(db, manager, place, details(), note, today),
			detachEvidence(db, manager, place, id, today)
		])
			expect(outcome).toMatchObject({ code: 'frozen' });
		expect(db.select().from(answerEvidence).all()).toEqual([]);
	});

	test('nothing chosen, withdrawn, or another service’s is refused; corporate is welcome', () => {
		const { db, place, add } = begun();
		const [gone, theirs, corporate] = [add(), add(planner, 'planning'), add(corporateManager, 'corporate')];
		withdrawEvidence(db, manager, gone, 1, 'Wrong', today);
		expect(attachEvidence(db, manager, place, [], today)).toMatchObject({ code: 'none-chosen' });
		expect(attachEvidence(db, manager, place, [gone], today)).toMatchObject({ code: 'unknown-evidence' });
		expect(attachEvidence(db, manager, place, [theirs], today)).toMatchObject({ code: 'unknown-evidence' });
		expect(attachEvidence(db, manager, place, [corporate], today)).toMatchObject({ attached: 1 });
	});
});

describe('a colleague to whom the criterion is handed over', () => {
	function handed() {
		const all = begun();
		all.db
			.insert(handovers)
			.values({ ...all.place, personId: 'colleague', handedBy: 'manager', handedAt: 1 })
			.run();
		return all;
	}

	test('adds to it, but cannot use the service’s library', () => {
		const { db, place, add } = handed();
		const services = add();
		expect(can(colleague, 'answer', criterionSeen(db, colleague, place.assessmentId, '1.1').thing)).toBe(true);
		expect(evidenceToChoose(db, colleague, place, 'repairs', '', today).lines).toEqual([]);
		expect(attachEvidence(db, colleague, place, [services], today)).toMatchObject({ code: 'unknown-evidence' });
		expect(addEvidenceTo(db, colleague, place, details({ ownerId: 'colleague' }), note, today)).toMatchObject({ ok: true });
		expect(evidenceOf(db, place, today)).toHaveLength(1);
	});
});

describe('choosing from the library', () => {
	test('offers the service’s own and corporate pieces that are not there yet, and says whose they are', () => {
		const { db, place, add } = begun();
		const there = add(manager, 'repairs', 'There already');
		attachEvidence(db, manager, place, [there], today);
		add(manager, 'repairs', 'Own');
		add(corporateManager, 'corporate', 'Web statistics');
		add(planner, 'planning', 'Theirs');
		const { lines, isMore } = evidenceToChoose(db, manager, place, 'repairs', '', today);
		expect(lines.map(({ title, corporate }) => [title, corporate])).toEqual([
			['Own', null],
			['Web statistics', 'Corporate']
		]);
		expect(isMore).toBe(false);
		expect(evidenceToChoose(db, manager, place, 'repairs', 'STATIS', today).lines).toHaveLength(1);
		expect(evidenceToChoose(db, manager, place, 'repairs', '%', today).lines).toHaveLength(0);
	});

	test('the list of a criterion costs as many queries with many pieces as with one', () => {
		const { db, place, assessmentId } = begun();
		evidenceFor(db, assessmentId, ['1.1']);
		const one = queriesOf(db, () => evidenceOf(db, place, today));
		for (let i = 0; i < 8; i++) evidenceFor(db, assessmentId, ['1.1', '1.2']);
		expect(queriesOf(db, () => evidenceOf(db, place, today))).toBe(one);
	});
});
