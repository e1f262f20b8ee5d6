import { randomUUID } from 'node:crypto';
import { grants, people } from '#lib/domain/access/tables.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { councils, directorates, services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { monthsLater } from '#lib/domain/paf/month.ts';
import { pafMonths, samples } from '#lib/domain/paf/tables.ts';
import type { Scorecard } from '#lib/domain/scorecards/card.ts';
import { loadScorecard } from '#lib/domain/scorecards/loading.server.ts';
import { now } from '#lib/server/clock.ts';
import { open, write, type Database } from '#lib/server/database.ts';
import { must } from './filling.ts';

/* Performance assessment of a whole council, with its sums left empty: `npm run check-sums -- --rebuild` works them out. */

const months = 36;
const inTeam = 10;
/** So many a month of each advisor on each channel's scorecard. */
const channels = { phone: 6, 'face to face': 4 } as const;
const sections = 4;
const questionsEach = 5;

/** Who asks for the pages, and what there is. */
export type PafFilled = { lead: string; manager: string; centre: string; team: string; scores: number; answers: number };

const cardOf = (channel: keyof typeof channels): Scorecard => ({
	id: `bench-${channel.replaceAll(' ', '-')}`,
	name: `Contact by ${channel}`,
	version: '1.0',
	use: 'PAF',
	channel,
	about: 'Twenty questions',
	source: 'The benchmark',
	passMark: 70,
	bands: [
		{ id: 'poor', name: 'Poor', from: 0 },
		{ id: 'below', name: 'Below', from: 50 },
		{ id: 'meets', name: 'Meets', from: 70 },
		{ id: 'exceeds', name: 'Exceeds', from: 85 }
	],
	sections: Array.from({ length: sections }, (_, s) => ({
		id: `s${s + 1}`,
		name: `Section ${s + 1}`,
		weight: 1,
		questions: Array.from({ length: questionsEach }, (_, q) => ({
			id: `S${s + 1}Q${q + 1}`,
			text: `Did the advisor do what question ${s * questionsEach + q + 1} asks?`,
			weight: 1,
			type: 'yes-no' as const,
			scored: 'quality' as const
		}))
	}))
});

/** Even-handed figures from 0 to 999 that look like chance and are the same in every run. */
function chance(): () => number {
	let state = 20_261;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state % 1000;
	};
}

/** Three years of so many advisors × 10 scores a month × 20 answers: two teams of three in one contact centre. */
export function fillPaf(file: string, advisors: number): PafFilled {
	const db = open(file);
	db.$client.pragma('synchronous = OFF');
	const staffed = addStaff(db, advisors);
	const filled = write(db, () => addScores(db, staffed));
	db.$client.pragma('wal_checkpoint(TRUNCATE)');
	db.$client.close();
	return { lead: 'lead', manager: 'manager', centre: 'centre', team: 't0', ...filled };
}

type Staffed = { staffId: string; teamId: string; serviceId: string }[];

function addStaff(db: Database, advisors: number): Staffed {
	const inCentre = Math.round((advisors / inTeam) * (2 / 3));
	const staffed: Staffed = [];
	write(db, (tx) => {
		tx.insert(councils)
			.values({ id: 1, name: 'Bench Council', allowedFileTypes: ['pdf'] })
			.run();
		tx.insert(directorates).values({ id: 'd', name: 'Customers' }).run();
		tx.insert(services).values({ id: 'centre', directorateId: 'd', name: 'Contact centre' }).run();
		for (const [id, role] of [
			['lead', 'programme lead'],
			['manager', 'service manager']
		] as const) {
			tx.insert(people)
				.values({ id, name: id, email: `${id}@bench.example` })
				.run();
			tx.insert(grants).values({ personId: id, role }).run();
		}
		for (let team = 0; team < advisors / inTeam; team++) {
			const serviceId = team < inCentre ? 'centre' : `s${team}`;
			if (team >= inCentre)
				tx.insert(services)
					.values({ id: serviceId, directorateId: 'd', name: `Service ${team}` })
					.run();
			tx.insert(teams)
				.values({ id: `t${team}`, serviceId, name: `Team ${team + 1}` })
				.run();
			for (let n = 0; n < inTeam; n++) {
				const staffId = randomUUID();
				const number = team * inTeam + n;
				tx.insert(staff)
					.values({ id: staffId, teamId: `t${team}`, name: `Advisor ${number}`, payrollNumber: payrollOf(number), isAdvisor: true })
					.run();
				staffed.push({ staffId, teamId: `t${team}`, serviceId });
			}
		}
	});
	return staffed;
}

/** The payroll number of an advisor, by which lists of interactions name them. */
export const payrollOf = (number: number): string => `P${1000 + number}`;

function addScores(db: Database, staffed: Staffed): { scores: number; answers: number } {
	const statement = (table: string, columns: string) =>
		db.$client.prepare(
			`insert into ${table} (${columns}) values (${columns
				.split(', ')
				.map(() => '?')
				.join(', ')})`
		);
	const contact = statement('paf_interaction', 'id, reference, staff_id, team_id, service_id, channel, at, month, source');
	const form = statement(
		'scored_form',
		'id, scorecard_version_id, started_at, started_by, completed_at, quality, quality_before, failed, version'
	);
	const answer = statement('form_answer', 'form_id, question, value, not_applicable, note, worth, saved_at, saved_by, version');
	const score = statement(
		'paf_assessment',
		'id, number, interaction_id, month_id, staff_id, team_id, service_id, month, channel, selection, sample_id, state, assessor_id, scorecard_version_id, form_id, unanswered, seconds_scoring, shared_note, private_note, released_at, released_by, appeal_until, acknowledged_at, version'
	);
	const cards = Object.keys(channels).map((channel) => {
		const card = cardOf(channel as keyof typeof channels);
		const questions = card.sections.flatMap((section) => section.questions.map(({ id }) => id));
		return { id: must(loadScorecard(db, null, card)).id, channel: card.channel as keyof typeof channels, questions };
	});
	const last = monthsLater(dayOf(now()).slice(0, 7), -1);
	const next = chance();
	let number = 0;
	let answers = 0;
	for (let back = months - 1; back >= 0; back--) {
		const month = monthsLater(last, -back);
		const at = Date.parse(`${month}-10T10:00:00Z`);
		const monthIds = new Map(
			[...new Set(staffed.map(({ serviceId }) => serviceId))].map((serviceId) => [serviceId, `${serviceId} ${month}`])
		);
		for (const [serviceId, id] of monthIds)
			db.insert(pafMonths).values({ id, serviceId, month, state: 'closed', openedAt: at, openedBy: 'manager' }).run();
		for (const { staffId, teamId, serviceId } of staffed)
			for (const { id: card, channel, questions } of cards) {
				const sampleId = randomUUID();
				const monthId = monthIds.get(serviceId)!;
				const wanted = channels[channel];
				const drawn = { monthId, staffId, channel, seed: month, wanted, populationSize: 100, lastInteractionId: number };
				db.insert(samples)
					.values({ id: sampleId, ...drawn, drawnAt: at, drawnBy: 'manager' })
					.run();
				for (let n = 0; n < wanted; n++) {
					number++;
					const formId = randomUUID();
					contact.run(number, `K${number}`, staffId, teamId, serviceId, channel, at, month, 'file');
					let met = 0;
					const worths = questions.map(() => (next() < 850 ? 1 : 0));
					for (const worth of worths) met += worth;
					const quality = Math.round((10_000 * met) / questions.length);
					form.run(formId, card, at, 'manager', at, quality, quality, '[]', 1);
					for (const [q, question] of questions.entries())
						answer.run(formId, question, worths[q] ? 'yes' : 'no', 0, '', worths[q], at, 'manager', 1);
					answers += questions.length;
					const about = [monthId, staffId, teamId, serviceId, month, channel, 'sampled', sampleId, 'acknowledged', 'manager'];
					score.run(
						...[randomUUID(), number, number, ...about, card, formId, 0, 300, 'Well done', '', at, 'manager', `${month}-28`, at, 1]
					);
				}
			}
	}
	return { scores: number, answers };
}
