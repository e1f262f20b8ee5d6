import type { Person } from '#lib/domain/access/person.ts';
import { cardOf, completeForms } from '#lib/domain/calibration/answers.server.ts';
import { runs, type Calibration } from '#lib/domain/calibration/finding.server.ts';
import { notesOf } from '#lib/domain/calibration/noting.server.ts';
import { sessionResult, type WithKey } from '#lib/domain/calibration/session-result.ts';
import { scoredQuestions } from '#lib/domain/calibration/session-ratings.ts';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Report } from '../description.ts';
import { agreementInWords, agreementSections } from './agreement-sections.ts';
import { keySection, notesSection, peopleSection } from './session-sections.ts';

/**
 * What a session found, as far as this person may see it: how far the assessors agree, with each other and with the key, what
 * was agreed, and the leniency of all for whoever runs it, of oneself for an assessor, of nobody for anybody else. DOMAIN section 5.2.
 */
export function calibrationReport(db: Database, person: Person, calibration: Calibration): Report {
	const card = cardOf(db, calibration);
	const forms = completeForms(db, calibration.id);
	const isRunning = runs(person, calibration);
	const result = sessionResult(card, forms, { id: person.id, runs: isRunning });
	const { overall } = result.compared;
	const notes = notesOf(db, calibration.id);
	return {
		name: `Calibration ${calibration.number} ${calibration.title}`,
		title: agreementInWords(overall),
		subtitle: `Calibration ${calibration.number} · ${calibration.title}`,
		lead: `${card.name}, version ${card.version}. These scores count towards nobody’s results.`,
		facts: [
			['Assessors', String(overall.raters)],
			['Interactions', String(new Set(forms.map(({ position }) => position)).size)],
			...(result.withKey ? [['Same as the key', inWords(result.withKey)] as const] : []),
			['Answers shown', calibration.revealedAt === null ? '–' : showMoment(calibration.revealedAt)]
		],
		council: councilOf(db)?.name ?? '',
		madeAt: now(),
		sections: [
			...agreementSections(result.compared),
			...keySection(card, result),
			...peopleSection(result, isRunning),
			notesSection(scoredQuestions(card), notes)
		]
	};
}

const inWords = ({ same, of }: WithKey) => `${same} of ${of} answers`;
