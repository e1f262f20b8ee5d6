import { eq } from 'drizzle-orm';
import { inviteAssessors } from '#lib/domain/calibration/assessors.server.ts';
import { calibrationSeen, interactionOf } from '#lib/domain/calibration/finding.server.ts';
import { addInteraction } from '#lib/domain/calibration/interactions.server.ts';
import { saveNote } from '#lib/domain/calibration/noting.server.ts';
import { closeCalibration, reveal } from '#lib/domain/calibration/revealing.server.ts';
import { score } from '#lib/domain/calibration/scoring.server.ts';
import { startCalibration } from '#lib/domain/calibration/starting.server.ts';
import { publishedCards } from '#lib/domain/scorecards/forms.server.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { answersOf, oneOf } from './answering-cards.ts';
import { must } from './cast.server.ts';
import type { Performance } from './performance-file.ts';
import type { PerformanceSetting } from './performing.server.ts';

/** Assessors score the same contacts blindly and talk over where they differ; one session is over, one is under way. DOMAIN section 5.2. */
export function calibrate(setting: PerformanceSetting): void {
	setting.file.calibrations.forEach((session, place) =>
		holdSession(setting, session, setting.file.teams[place % setting.file.teams.length])
	);
}

function holdSession(
	setting: PerformanceSetting,
	session: Performance['calibrations'][number],
	team: Performance['teams'][number] | undefined
): void {
	const { db, diary, who } = setting;
	const { title, started, finished, assessors, contacts, notes } = session;
	const runner = who(session.run_by);
	let number = 0;
	const seen = () => calibrationSeen(db, runner, String(number));
	diary.on(started, 130, (today) => {
		const scorecard = publishedCards(db, 'PAF', team?.channel)[0]?.id ?? '';
		const dueOn = finished ? diary.day(started + 8) : diary.day(7);
		number = must(startCalibration(db, runner, { title, scorecard, dueOn }, today), title).number;
		for (const contact of contacts) must(addInteraction(db, runner, seen(), { ...contact, recording: '' }), title);
		must(
			inviteAssessors(
				db,
				runner,
				seen(),
				assessors.map((email) => who(email).id)
			),
			title
		);
	});
	// of the one under way the first assessor is ready, the second has begun, the others have not
	const at = (place: number) => (finished ? started + 2 + place : -3);
	assessors.slice(0, finished ? assessors.length : 2).forEach((email, place) =>
		diary.on(at(place), 140 + place, () => {
			const begun = finished || place === 0 ? contacts : contacts.slice(0, 1);
			begun.forEach((_, position) => scoreBlindly(setting, email, number, position + 1, finished || place === 0));
		})
	);
	if (!finished) return;
	diary.on(started + 9, 150, () => void must(reveal(db, runner, seen()), title));
	diary.on(started + 12, 150, () => {
		for (const [question, note] of Object.entries(notes)) must(saveNote(db, runner, seen(), question, { note, version: 0 }), title);
		must(closeCalibration(db, runner, seen()), title);
	});
}

/** Most see a contact alike: the answers of the contact, with a few of the assessor's own. */
function scoreBlindly({ db, who, file }: PerformanceSetting, email: string, number: number, position: number, isWhole: boolean): void {
	const person = who(email);
	const calibration = calibrationSeen(db, person, String(number));
	const interaction = interactionOf(db, calibration, String(position));
	const card = db.select().from(scorecardVersions).where(eq(scorecardVersions.id, calibration.scorecardVersionId)).get()?.document;
	if (!card) throw new Error(`Calibration ${number} has no scorecard`);
	const seed = `calibration ${number} ${position}`;
	const words = `${oneOf(file.went_well, `${seed} ${email}`)} ${oneOf(file.to_practise, `${seed} ${email}`)}`;
	const answering = { well: file.well, skill: 0, words };
	const own = answersOf(card, `${seed} ${email}`, { ...answering, skill: -0.02 });
	// people differ about these questions rather than about a greeting
	const differs = new Set(['A3', 'C2', 'D1', 'D3'].filter((question) => oneOf([true, false, false], `${seed} ${email} ${question}`)));
	const given = Object.entries(answersOf(card, seed, answering)).map(([id, answer]) => [
		id,
		differs.has(id) ? (own[id] ?? answer) : answer
	]);
	const kept = Object.fromEntries(isWhole ? given : given.slice(0, 8));
	must(
		score(db, person, calibration, interaction, { given: kept, step: isWhole ? 'complete' : 'save', version: 0 }),
		`Calibration ${number}`
	);
}
