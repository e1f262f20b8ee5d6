import { and, asc, desc, eq, inArray, isNotNull, lt } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { bestWorth } from '#lib/domain/scorecards/asked.ts';
import type { Question } from '#lib/domain/scorecards/card.ts';
import { formAnswers, scorecardVersions, scoredForms } from '#lib/domain/scorecards/tables.ts';
import { contactStandards } from '#lib/domain/standards/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import type { CountedVisit } from './counted-visit.ts';
import { fewestToCompare, figuresOf, type Basis, type DivisionName, type Figure } from './figures.ts';
import type { ResultFilters } from './filters.ts';
import { waveWithResults } from './finding.server.ts';
import { levelsPromised, whyNotTold } from './reporting-level.ts';
import { scenarios, visits, waves } from './tables.ts';
import { namesAmong, withoutNames } from './without-names.ts';

const inPoints = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100);

/** The checked visits of a wave with what was answered: for the figures alone, never for a page as they are. */
export function countedVisits(db: Database, waveId: string): CountedVisit[] {
	const counted = and(eq(visits.waveId, waveId), eq(visits.state, 'checked'));
	const rows = db
		.select({
			formId: scoredForms.id,
			cardId: scoredForms.scorecardVersionId,
			channel: scenarios.channel,
			serviceId: visits.serviceId,
			service: services.name,
			teamId: visits.teamId,
			team: teams.name,
			staffId: visits.staffId,
			staffName: staff.name,
			quality: scoredForms.quality,
			access: scoredForms.access
		})
		.from(visits)
		.innerJoin(scoredForms, eq(scoredForms.id, visits.formId))
		.innerJoin(scenarios, eq(scenarios.id, visits.scenarioId))
		.innerJoin(services, eq(services.id, visits.serviceId))
		.leftJoin(teams, eq(teams.id, visits.teamId))
		.leftJoin(staff, eq(staff.id, visits.staffId))
		.where(counted)
		.orderBy(asc(visits.number))
		.all();
	const cards = cardsById(db, [...new Set(rows.map(({ cardId }) => cardId))]);
	const answers = db
		.select({ formId: formAnswers.formId, question: formAnswers.question, value: formAnswers.value, worth: formAnswers.worth })
		.from(visits)
		.innerJoin(formAnswers, eq(formAnswers.formId, visits.formId))
		.where(counted)
		.all();
	const byForm = new Map<string, typeof answers>();
	for (const answer of answers) byForm.set(answer.formId, [...(byForm.get(answer.formId) ?? []), answer]);
	const names = staffNames(db);
	return rows.map(({ formId, cardId, quality, access, ...row }) => {
		const card = cards.get(cardId);
		const given = byForm.get(formId) ?? [];
		return {
			...row,
			quality: inPoints(quality),
			access: inPoints(access),
			passed: quality === null || !card ? null : quality >= card.passMark * 100,
			answers: given.flatMap(({ question, worth }) => {
				const asked = card?.questions.get(question);
				// a question without weight says what is asked next; it tests nothing
				if (!asked?.weight || worth === null) return [];
				return [
					{
						question: `${card?.scorecard} ${question}`,
						text: `${question} ${asked.text}`,
						standards: asked.standard ? [asked.standard] : [],
						isBest: worth >= bestWorth(asked)
					}
				];
			}),
			verbatims: given.flatMap(({ question, value }) =>
				card?.questions.get(question)?.type === 'text' && value?.trim() ? [withoutNames(value.trim(), names)] : []
			)
		};
	});
}

type Card = { scorecard: string; passMark: number; questions: Map<string, Question> };

function cardsById(db: Database, ids: string[]): Map<string, Card> {
	if (!ids.length) return new Map();
	const found = db
		.select({ id: scorecardVersions.id, scorecard: scorecardVersions.scorecard, document: scorecardVersions.document })
		.from(scorecardVersions)
		.where(inArray(scorecardVersions.id, ids))
		.all();
	return new Map(
		found.map(({ id, scorecard, document }) => {
			const questions = new Map(
				document.sections.flatMap((section) => section.questions.map((question) => [question.id, question] as const))
			);
			return [id, { scorecard, passMark: document.passMark, questions }];
		})
	);
}

/** The first names and surnames of the council's staff, those who left too: a call is often taken by another service. */
export const staffNames = (db: Database): ReadonlySet<string> =>
	namesAmong(
		db
			.select({ name: staff.name })
			.from(staff)
			.all()
			.map(({ name }) => name)
	);

/** The wave of the same programme before this one; null for the first. */
function waveBefore(db: Database, { programmeId, number }: { programmeId: string; number: number }) {
	const earlier = and(eq(waves.programmeId, programmeId), lt(waves.number, number), isNotNull(waves.confirmedAt));
	return db.select({ id: waves.id, name: waves.name }).from(waves).where(earlier).orderBy(desc(waves.number)).get() ?? null;
}

/** The texts of the standards, by number. */
const standardTexts = (db: Database) =>
	new Map(
		db
			.select({ number: contactStandards.number, text: contactStandards.text })
			.from(contactStandards)
			.all()
			.map(({ number, text }) => [number, text])
	);

/**
 * What a person may know of a wave's results, ready for pages, files and reports: every figure has been through the gate of
 * what was promised to staff, and through what the person sees. 404 for a wave, or a service in the filter, out of sight.
 * A service manager sees the council's figures and those of their own services. DOMAIN sections 1 and 5.1.
 */
export function resultsSeen(db: Database, person: Person, waveId: string) {
	const { wave, programme, services: seen } = waveWithResults(db, person, waveId);
	const promised = programme.level;
	const all = countedVisits(db, wave.id);
	const last = waveBefore(db, wave);
	const before = last ? countedVisits(db, last.id) : [];
	const inSight = (visit: CountedVisit) => seen === 'all' || seen.includes(visit.serviceId);
	const texts = standardTexts(db);

	/** The figures of one division. */
	function figures({ by, channel = '', service = '' }: Partial<ResultFilters> & { by: DivisionName }): {
		figures: Figure[];
		withheld: string | null;
	} {
		if (service && seen !== 'all' && !seen.includes(service)) notFound();
		const mayOf = (visit: CountedVisit) =>
			by === 'individual'
				? can(person, 'see staff results', { serviceId: visit.serviceId, teamId: visit.teamId })
				: by === 'service' || by === 'team'
					? inSight(visit)
					: true;
		const chosen = (visits: readonly CountedVisit[]) =>
			visits.filter((visit) => (!channel || visit.channel === channel) && (!service || visit.serviceId === service) && mayOf(visit));
		const basis: Basis = { visits: chosen(all), before: chosen(before), promised, narrowedTo: service ? 'service' : 'council' };
		const found = figuresOf(basis, by);
		if (by !== 'standard') return found;
		return {
			...found,
			figures: found.figures.map((figure) => ({ ...figure, name: [figure.key, texts.get(figure.key)].filter(Boolean).join(' ') }))
		};
	}

	/** What shoppers wrote, names taken out. Said of a service only where that was promised; nothing below five visits. */
	function verbatims({ channel = '', service = '' }: Partial<ResultFilters> = {}): {
		said: { text: string; channel: string; service: string | null }[];
		withheld: string | null;
	} {
		if (service && seen !== 'all' && !seen.includes(service)) notFound();
		const mayNameService = !whyNotTold({ promised, at: 'service' });
		const why = service ? whyNotTold({ promised, at: 'service' }) : null;
		if (why) return { said: [], withheld: why };
		const from = all.filter(
			(visit) => (!channel || visit.channel === channel) && (!service || visit.serviceId === service) && inSight(visit)
		);
		if (!mayNameService && (seen !== 'all' || new Set(from.map(({ serviceId }) => serviceId)).size < 2))
			return {
				said: [],
				withheld: 'Staff were promised that nothing is reported of single services, and these words could be told to come from one'
			};
		if (from.length < fewestToCompare)
			return {
				said: [],
				withheld: `There are fewer than ${fewestToCompare} visits, too few for words to be quoted without telling from whom`
			};
		const said = from.flatMap((visit) =>
			visit.verbatims.map((text) => ({ text, channel: visit.channel, service: mayNameService ? visit.service : null }))
		);
		return { said: said.sort((a, b) => a.channel.localeCompare(b.channel) || a.text.localeCompare(b.text)), withheld: null };
	}

	const sighted = all.filter(inSight);
	const serviceChoices = whyNotTold({ promised, at: 'service' })
		? []
		: [...new Map(sighted.map(({ serviceId, service }) => [serviceId, service]))]
				.map(([value, label]) => ({ value, label }))
				.sort((a, b) => a.label.localeCompare(b.label));
	return {
		wave,
		programme,
		last,
		checked: all.length,
		levels: levelsPromised(promised),
		services: serviceChoices,
		channels: [...new Set(all.map(({ channel }) => channel))].sort(),
		seesAll: seen === 'all',
		figures,
		verbatims
	};
}
