import { has, type Person } from '#lib/domain/access/person.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { calibrationFiltersIn } from '#lib/domain/calibration/filters.ts';
import { calibrationsListed } from '#lib/domain/calibration/listing.server.ts';
import { stateMarks } from '#lib/domain/calibration/words.ts';
import { seesResults } from '#lib/domain/mystery-shopping/finding.server.ts';
import { programmesSeen } from '#lib/domain/mystery-shopping/listing.server.ts';
import { seesCouncilSummary, teamsSummarised } from '#lib/domain/paf-summaries/summary-seen.server.ts';
import { partsFor } from '#lib/domain/paf/running.server.ts';
import { teamMonths } from '#lib/domain/paf-summaries/tables.ts';
import type { Database } from '#lib/server/database.ts';

/** The newest of a kind; older ones are found in their own part of the workbench. */
const most = 20;

/** Whether there are reports of scored contacts for this person at all: of waves, of performance, their own monthly sheet. */
export function hasScoredContactReports(person: Person): boolean {
	const { sums, leads, isAdvisor } = partsFor(person);
	return sums || leads || isAdvisor || seesResults(person) || has(person, 'quality assessor');
}

/** The reports of scored contacts that a person may read, each with its address. What they may not see is not there. */
export const scoredContactReports = (db: Database, person: Person) => ({
	...performanceReports(db, person),
	waves: waveReports(db, person),
	calibrations: calibrationReports(db, person)
});
export type ScoredContactReports = ReturnType<typeof scoredContactReports>;

/** Waves of which a visit counts, the newest first. */
function waveReports(db: Database, person: Person) {
	if (!seesResults(person)) return null;
	return programmesSeen(db, person)
		.flatMap(({ name, waves }) => waves.map((wave) => ({ ...wave, programme: name })))
		.filter(({ checked }) => checked > 0)
		.sort((a, b) => b.startOn.localeCompare(a.startOn))
		.slice(0, most)
		.map(({ id, name, programme, startOn, endOn, state, checked }) => ({
			href: `/reports/mystery-shopping/${id}`,
			name,
			programme,
			days: `${showDay(startOn)} to ${showDay(endOn)}`,
			checked,
			isClosed: state === 'closed'
		}));
}

/** Summaries without individuals, from the council down to the teams that have been assessed; and where single sheets are. */
function performanceReports(db: Database, person: Person) {
	const { sums, leads, isAdvisor } = partsFor(person);
	const sheets = isAdvisor ? ('own' as const) : leads ? ('led' as const) : null;
	if (!sums) return { summaries: null, sheets };
	const assessed = new Set(
		db
			.selectDistinct({ teamId: teamMonths.teamId })
			.from(teamMonths)
			.all()
			.map(({ teamId }) => teamId)
	);
	const teams = teamsSummarised(db, person).filter(({ id }) => assessed.has(id));
	const services = [...new Map(teams.filter(({ serviceSeen }) => serviceSeen).map((team) => [team.serviceId, team.service]))];
	return {
		summaries: [
			...(seesCouncilSummary(person) ? [{ href: '/paf/summary', name: 'The council', of: 'Council' }] : []),
			...services.map(([id, name]) => ({ href: `/paf/services/${id}`, name, of: 'Service' })),
			...teams.map(({ id, name, service }) => ({ href: `/paf/teams/${id}`, name: `${name}, ${service}`, of: 'Team' }))
		],
		sheets
	};
}

/** Calibrations whose answers are shown, the newest first. */
const calibrationReports = (db: Database, person: Person) =>
	calibrationsListed(db, person, calibrationFiltersIn(new URLSearchParams()), {})
		.rows.filter(({ state }) => state !== 'scoring')
		.slice(0, most)
		.map(({ number, title, scorecard, state }) => ({
			href: `/calibrations/${number}/results`,
			title,
			scorecard,
			state: stateMarks[state]
		}));
