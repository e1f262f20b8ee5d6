import { beforeEach, describe, expect, test } from 'vitest';
import { aRecording } from '../../../../tests/support/paf-at-work.ts';
import { pafCast, withAdvisors } from '../../../../tests/support/paf-cast.ts';
import { allMet, publishedSmallCard } from '../../../../tests/support/paf-scorecard.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { details } from '../../../../tests/support/uploads.ts';
import { heldAbout } from '../../exchange/held-about.server.ts';
import { auditLines } from '../audit/tables.ts';
import { addEvidence } from '../evidence/keeping.server.ts';
import { filePieces, storedFiles } from '../evidence/tables.ts';
import { anonymiseOld } from '../paf-sheets/anonymising.server.ts';
import { appeal } from './answering.server.ts';
import { assessmentPage } from './assessment-page.server.ts';
import { fileBeside, filesBeside, piecesBeside } from './evidence-beside.server.ts';
import { assessmentByNumber, assessmentSeen } from './finding.server.ts';
import { logInteraction } from './interactions.server.ts';
import { chooseBeside, evidenceForScore, keepBeside, takeOff } from './keeping-evidence.server.ts';
import { monthRun, openMonth } from './months.server.ts';
import { release } from './releasing.server.ts';
import { drawSamples } from './sampling.server.ts';
import { saveScore } from './scoring.server.ts';

const today = '2026-11-22';
const everybody = { ...cast, ...pafCast };
let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
	db = withAdvisors(testDatabase());
	publishedSmallCard(db);
	const opened = openMonth(db, cast.manager, { serviceId: 'repairs', month: '2026-11', quotas: { phone: 1 } });
	if (!opened.ok) throw new Error(opened.text);
	for (const staffId of ['avi', 'bea'])
		logInteraction(db, cast.manager, { reference: staffId, staffId, channel: 'phone', at: Date.UTC(2026, 10, 12, 10), seconds: 60 });
	drawSamples(db, cast.manager, monthRun(db, cast.manager, opened.id), 'seed');
});

const one = () => assessmentByNumber(db, 1)!;
const score = () =>
	saveScore(db, cast.assessor, { number: 1, given: allMet(), sharedNote: '', privateNote: '', seconds: 5, version: one().version });
const letGo = () => {
	score();
	expect(release(db, cast.assessor, [1], today)).toMatchObject({ ok: true });
};
const trail = () => JSON.stringify(db.select().from(auditLines).all());
const pieceOfRepairs = () => {
	const added = addEvidence(db, cast.manager, 'repairs', details({ title: 'Procedure for leaks', ownerId: 'manager', effectiveTo: '' }), {
		kind: 'note',
		note: 'Turn the water off first'
	});
	if (!added.ok) throw new Error(added.text);
	return added.id;
};
/** Who gets a file through the address of the score. */
const whoGets = (file: string) =>
	Object.entries(everybody)
		.filter(([, person]) => {
			try {
				const { assessment } = assessmentSeen(db, person, '1');
				return fileBeside(db, assessment.id, file) !== null;
			} catch {
				return false;
			}
		})
		.map(([name]) => name)
		.sort();

describe('a recording beside a score', () => {
	test('is heard by whoever may see the score and by nobody else, and is in nobody’s library', () => {
		score();
		const file = aRecording(db, cast.assessor, 1);
		expect(whoGets(file)).toEqual(['assessor']);
		letGo();
		expect(whoGets(file)).toEqual(['advisor', 'assessor', 'leader', 'manager']);
		appeal(db, cast.advisor, { number: 1, why: 'The answer was right', version: one().version }, today);
		expect(whoGets(file)).toEqual(['advisor', 'assessor', 'leader', 'manager', 'second']);
		for (const person of Object.values(everybody))
			expect(evidenceForScore(db, person, { serviceId: 'repairs' }).map(({ title }) => title)).not.toContain('call.mp3');
	});

	test('is not another score’s', () => {
		score();
		const file = aRecording(db, cast.assessor, 1);
		expect(fileBeside(db, assessmentByNumber(db, 2)!.id, file)).toBeNull();
	});

	test('comes and goes only while the score is one’s own to make', () => {
		for (const person of [cast.manager, cast.lead, cast.advisor, pafCast.otherLeader])
			expect(keepBeside(db, person, 1, { upload: 'x', shows: '' })).toMatchObject({ ok: false, code: 'not-yours' });
		score();
		const file = aRecording(db, cast.assessor, 1);
		expect(takeOff(db, pafCast.leader, 1, file)).toMatchObject({ code: 'not-yours' });
		letGo();
		expect(takeOff(db, cast.assessor, 1, file)).toMatchObject({ code: 'not-yours' });
		expect(filesBeside(db, one().id)).toMatchObject([{ fileName: 'call.mp3', shows: 'The call' }]);
	});

	test('that is taken off is gone from the database, unless another score has the same file', () => {
		score();
		const [mine, again] = [aRecording(db, cast.assessor, 1), aRecording(db, cast.assessor, 2)];
		takeOff(db, cast.assessor, 1, mine);
		expect(db.select().from(storedFiles).all()).toHaveLength(1);
		takeOff(db, cast.assessor, 2, again);
		expect(db.select().from(storedFiles).all()).toEqual([]);
		expect(db.select().from(filePieces).all()).toEqual([]);
	});

	test('leaves a line in the trail without its name or words', () => {
		score();
		takeOff(db, cast.assessor, 1, aRecording(db, cast.assessor, 1));
		expect(trail()).toContain('put a file beside a score');
		expect(trail()).toContain('took a file off a score');
		for (const word of ['call.mp3', 'The call']) expect(trail()).not.toContain(word);
	});

	test('is among what is held about the advisor once the score is released, and goes with their name', () => {
		score();
		aRecording(db, cast.assessor, 1);
		const held = () => [...heldAbout(db, cast.advisor.id)].join('');
		expect(held()).not.toContain('call.mp3');
		letGo();
		expect(held()).toContain('call.mp3');
		while (anonymiseOld(db, Date.UTC(2029, 1, 1)) > 0);
		expect(filesBeside(db, one().id)).toEqual([]);
		expect(db.select().from(storedFiles).all()).toEqual([]);
	});
});

describe('a piece of the library beside a score', () => {
	test('is named to whoever sees the score, and opened by those who have it in their library', () => {
		const id = pieceOfRepairs();
		score();
		expect(chooseBeside(db, cast.assessor, 1, [id, 'unknown'])).toMatchObject({ ok: true });
		letGo();
		const shownTo = (person: (typeof everybody)[keyof typeof everybody]) =>
			assessmentPage(db, person, assessmentSeen(db, person, '1'), today).pieces.map(({ title, mayOpen }) => [title, mayOpen]);
		expect(shownTo(cast.manager)).toEqual([['Procedure for leaks', true]]);
		expect(shownTo(cast.advisor)).toEqual([['Procedure for leaks', false]]);
	});

	test('what the assessor cannot see is neither added nor taken off', () => {
		const id = pieceOfRepairs();
		score();
		chooseBeside(db, cast.assessor, 1, [id]);
		expect(chooseBeside(db, cast.assessor, 1, [])).toMatchObject({ ok: true });
		expect(piecesBeside(db, cast.assessor, one().id)).toEqual([]);
		expect(chooseBeside(db, cast.manager, 1, [id])).toMatchObject({ code: 'not-yours' });
	});
});
