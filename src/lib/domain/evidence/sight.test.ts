import { describe, expect, test } from 'vitest';
import { anAssessment, evidenceFor } from '../../../../tests/support/assessments.ts';
import { staged, today } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { details } from '../../../../tests/support/uploads.ts';
import { can } from '../access/can.ts';
import type { Person } from '../access/person.ts';
import { handovers } from '../assessments/tables.ts';
import { findEvidence } from './finding.server.ts';
import { addEvidence } from './keeping.server.ts';
import { evidencePage } from './listing.server.ts';
import { narrowingIn } from './narrowing.ts';
import { downloadOf } from './versions.server.ts';

/** One piece of each sort: in a draft, in an agreed assessment, another service's, the council's, one of a colleague's own. */
function library() {
	const db = testDatabase();
	const model = staged('1.1 1.2');
	const draft = anAssessment(db, model, 'repairs', today, { cycle: 'now' });
	const agreed = anAssessment(db, model, 'repairs', today, { cycle: 'then', status: 'agreed', submittedAt: 1, submittedOn: '2025-10-01' });
	const planning = anAssessment(db, model, 'planning', today, { cycle: 'now' });
	const corporate = anAssessment(db, model, 'corporate', today, { cycle: 'now' });
	const own = addEvidence(db, cast.advisor, 'repairs', details({ title: 'own', ownerId: 'advisor' }), { kind: 'note', note: 'A note' });
	const ids = {
		own: own.ok ? own.id : '',
		draft: evidenceFor(db, draft, ['1.1'], { title: 'draft' }),
		handed: evidenceFor(db, draft, ['1.2'], { title: 'handed' }),
		agreed: evidenceFor(db, agreed, ['1.1'], { title: 'agreed' }),
		planning: evidenceFor(db, planning, ['1.1'], { title: 'planning', serviceId: 'planning', ownerId: 'planner' }),
		corporate: evidenceFor(db, corporate, ['1.1'], { title: 'corporate', serviceId: 'corporate', ownerId: 'corporate-manager' })
	};
	const handed = { personId: 'colleague', handedBy: 'manager', handedAt: 1 };
	db.insert(handovers)
		.values([
			{ ...handed, assessmentId: draft, criterion: '1.2' },
			{ ...handed, assessmentId: draft, criterion: '1.1', returnedAt: 2 }
		])
		.run();
	return { db, ids };
}

const everything = ['agreed', 'corporate', 'draft', 'handed', 'own', 'planning'];
const sees: [keyof typeof cast, string[]][] = [
	['administrator', []],
	['lead', everything],
	['manager', ['agreed', 'corporate', 'draft', 'handed', 'own']],
	['planner', ['corporate', 'planning']],
	['corporateManager', ['corporate']],
	['colleague', ['handed']],
	['assessor', everything],
	['member', ['agreed']],
	['chair', ['agreed']],
	['viewer', []],
	['advisor', ['own']]
];

describe('what is in sight', () => {
	test.each(sees)('%s sees %j, one by one and in the list', (who, expected) => {
		const { db, ids } = library();
		const person: Person = cast[who];
		const oneByOne = Object.entries(ids).filter(([, id]) => findEvidence(db, person, id));
		expect(oneByOne.map(([name]) => name).sort()).toEqual(expected);
		const listed = evidencePage(db, person, narrowingIn(new URLSearchParams()), today).rows;
		expect(listed.map(({ title }) => title)).toEqual(expected);
	});

	test('an owner and the service manager may change a piece; who only sees it may not', () => {
		const { db, ids } = library();
		const may = (who: keyof typeof cast, id: string) => can(cast[who], 'keep evidence', findEvidence(db, cast[who], id)!.thing);
		expect(may('manager', ids.draft)).toBe(true);
		expect(may('advisor', ids.own)).toBe(true);
		expect(may('colleague', ids.handed)).toBe(false);
		expect(may('lead', ids.draft)).toBe(false);
		expect(may('assessor', ids.draft)).toBe(false);
		expect(may('member', ids.agreed)).toBe(false);
		expect(may('manager', ids.corporate)).toBe(false);
	});

	test('what is out of sight cannot be downloaded either', () => {
		const { db, ids } = library();
		expect(downloadOf(db, cast.planner, ids.draft, 1)).toBeNull();
	});
});
