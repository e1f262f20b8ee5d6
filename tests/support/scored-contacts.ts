import { eq, max } from 'drizzle-orm';
import { grants, people } from '#lib/domain/access/tables.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import type { Channel } from '#lib/domain/journeys/channels.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import { auditThing } from '#lib/domain/paf/changing.server.ts';
import { changeSums } from '#lib/domain/paf/sums.server.ts';
import { interactions, pafAssessments, pafMonths, samples } from '#lib/domain/paf/tables.ts';
import type { AssessmentState, Selection } from '#lib/domain/paf/states.ts';
import type { Scorecard } from '#lib/domain/scorecards/card.ts';
import { formAnswers, scoredForms, scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { write, type Database } from '#lib/server/database.ts';
import { cast } from './test-database.ts';

/** A scorecard of two questions, as PAF by telephone has more of. */
export const smallCard: Scorecard = {
	id: 'small',
	name: 'Telephone',
	version: '1.0',
	use: 'PAF',
	channel: 'phone',
	about: '',
	source: '',
	passMark: 70,
	bands: [
		{ id: 'below', name: 'Below', from: 0 },
		{ id: 'meets', name: 'Meets', from: 70 }
	],
	sections: [
		{
			id: 'all',
			name: 'All',
			weight: 1,
			questions: [
				{ id: 'Q1', text: 'Was the customer greeted by name?', weight: 1, type: 'yes-no', scored: 'quality' },
				{ id: 'Q2', text: 'Were the next steps made clear?', weight: 1, type: 'yes-no', scored: 'quality' }
			]
		}
	]
};

const leading = (id: string, name: string, teamId: string): Person => ({
	id,
	name,
	email: `${id}@marlbourne.example`,
	jobTitle: name,
	grants: [{ role: 'team leader', serviceId: null, teamId }]
});

/** Who leads the first and the second team of `teamsAtWork`. */
export const leader = leading('leader', 'Lou Leader', 'first');
export const otherLeader = leading('other-leader', 'Otto Leader', 'second');

/** Two teams of housing repairs with so many advisors each, the first of whom is the advisor of the cast; their leaders; a scorecard. */
export function teamsAtWork(db: Database, first = 5, second = 5): void {
	const rows = [
		{ id: 'first', serviceId: 'repairs', name: 'First team' },
		{ id: 'second', serviceId: 'repairs', name: 'Second team' }
	];
	db.insert(teams).values(rows).run();
	for (const person of [leader, otherLeader]) {
		const { id, name, email, jobTitle } = person;
		db.insert(people).values({ id, name, email, jobTitle }).run();
		db.insert(grants)
			.values(person.grants.map((grant) => ({ ...grant, personId: id })))
			.run();
	}
	const members = (teamId: string, count: number) =>
		Array.from({ length: count }, (_, at) => ({
			id: `${teamId}-${at + 1}`,
			teamId,
			name: teamId === 'first' && at === 0 ? cast.advisor.name : `${teamId} advisor ${at + 1}`,
			payrollNumber: `${teamId}-${at + 1}`,
			jobTitle: 'Advisor',
			isAdvisor: true,
			personId: teamId === 'first' && at === 0 ? 'advisor' : null
		}));
	db.insert(staff)
		.values([...members('first', first), ...members('second', second)])
		.run();
	const { id: scorecard, version: number, name, use, channel } = smallCard;
	db.insert(scorecardVersions)
		.values({ id: 'small-1', scorecard, number, name, use, channel, state: 'published', document: smallCard, sha256: '' })
		.run();
}

type Scored = {
	staffId: string;
	month?: string;
	channel?: Channel;
	/** 0 to 100. */
	quality: number;
	access?: number | null;
	/** The worth of Q1 and Q2. */
	worths?: [number, number];
	selection?: Selection;
	state?: AssessmentState;
	/** How long the list was that it was drawn from. */
	population?: number;
	note?: string;
	why?: string;
};

/** A contact that was scored and released, with the sums kept as the program keeps them; gives its assessment. */
export function aScore(
	db: Database,
	{ staffId, month = '2026-10', channel = 'phone', quality, access = null, worths = [1, 1], selection = 'sampled', ...more }: Scored
): string {
	const { state = 'released', population = 40, note = '', why } = more;
	return write(db, (tx) => {
		const member = tx.select().from(staff).where(eq(staff.id, staffId)).get()!;
		const serviceId = tx.select().from(teams).where(eq(teams.id, member.teamId)).get()!.serviceId;
		const monthId = `${serviceId}-${month}`;
		tx.insert(pafMonths).values({ id: monthId, serviceId, month, openedAt: 0, openedBy: 'manager' }).onConflictDoNothing().run();
		const sampleId = `${monthId}-${staffId}-${channel}`;
		const drawn = { seed: `october ${member.payrollNumber}`, wanted: 3, populationSize: population, lastInteractionId: 0 };
		if (selection === 'sampled')
			tx.insert(samples)
				.values({ id: sampleId, monthId, staffId, channel, ...drawn, drawnAt: 0, drawnBy: 'manager' })
				.onConflictDoNothing()
				.run();
		const number =
			(tx
				.select({ last: max(pafAssessments.number) })
				.from(pafAssessments)
				.get()?.last ?? 0) + 1;
		const place = { staffId, teamId: member.teamId, serviceId, channel, month };
		const { id: interactionId } = tx
			.insert(interactions)
			.values({ ...place, reference: `R${number}`, at: Date.parse(`${month}-15T10:00:00Z`), source: 'file' })
			.returning({ id: interactions.id })
			.get();
		const hundredths = (score: number | null) => (score === null ? null : Math.round(score * 100));
		const scores = {
			quality: hundredths(quality),
			qualityBefore: hundredths(quality),
			access: hundredths(access),
			accessBefore: hundredths(access)
		};
		const { id: formId } = tx
			.insert(scoredForms)
			.values({ scorecardVersionId: 'small-1', startedAt: 0, startedBy: 'assessor', completedAt: 1, ...scores })
			.returning({ id: scoredForms.id })
			.get();
		const answer = { formId, savedAt: 0, savedBy: 'assessor', note };
		tx.insert(formAnswers)
			.values(worths.map((worth, at) => ({ ...answer, question: `Q${at + 1}`, value: worth === 1 ? 'yes' : 'no', worth })))
			.run();
		const { id } = tx
			.insert(pafAssessments)
			.values({
				...place,
				number,
				interactionId,
				monthId,
				selection,
				sampleId: selection === 'sampled' ? sampleId : null,
				why: selection === 'chosen' ? (why ?? 'a compliment') : null,
				state,
				assessorId: 'assessor',
				scorecardVersionId: 'small-1',
				formId,
				sharedNote: note,
				privateNote: note,
				releasedAt: Date.parse(`${month}-28T10:00:00Z`),
				appealUntil: `${month}-28`
			})
			.returning({ id: pafAssessments.id })
			.get();
		changeSums(tx, id, 1);
		record(tx, null, 'released a score', auditThing(id));
		return id;
	});
}
