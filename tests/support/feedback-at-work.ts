import type { Person } from '#lib/domain/access/person.ts';
import { addDays, dayOf } from '#lib/domain/calendar/dates.ts';
import { acknowledge } from '#lib/domain/complaints/answering.server.ts';
import { noteCase } from '#lib/domain/complaints/noting.server.ts';
import { ownImports } from '#lib/domain/complaints/sight.server.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { makeLink, makeSurvey } from '#lib/domain/surveys/keeping.server.ts';
import { surveyParts } from '#lib/domain/surveys/words.ts';
import { startImport } from '#lib/exchange/starting.server.ts';
import type { Database } from '#lib/server/database.ts';

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.text}`);
	return outcome;
}

/** A complaint about a service that waits for its acknowledgement, and an open survey of it with a link. Gives what stands in addresses. */
export function feedbackAtWork(db: Database, manager: Person, serviceId: string): Record<string, string> {
	const today = dayOf(Date.now());
	const told = { kind: 'complaint', channel: 'phone', reference: '', stage: 'stage 1', same: '' } as const;
	const customer = { customerName: 'Wren Addison', customerContact: 'wren@customers.example', words: 'Nobody came to mend the boiler' };
	const { number } = must(noteCase(db, manager, { ...told, ...customer, serviceId, receivedOn: addDays(today, -1) }, today));
	const other = { customerName: 'Ivo Marchetti', customerContact: '', words: 'The stairwell light has been out for weeks' };
	const begun = must(noteCase(db, manager, { ...told, ...other, serviceId, receivedOn: addDays(today, -1) }, today)).id;
	must(acknowledge(db, manager, begun, today, 1, today));
	const asked = {
		title: 'For addresses',
		kind: 'monthly',
		'parts[]': [...surveyParts],
		openFrom: addDays(today, -30),
		openUntil: ''
	} as const;
	const survey = must(makeSurvey(db, manager, { ...asked, 'parts[]': [...asked['parts[]']], serviceId }));
	const { token } = must(makeLink(db, manager, survey.id));
	const brought = (kind: string, into: string) => must(startImport(db, manager, { kind, into, name: 'file.csv' })).id;
	return {
		case: String(number),
		survey: String(survey.number),
		'survey token': token,
		'survey import': brought('survey answers', survey.id),
		'feedback import': brought('feedback', ownImports(manager))
	};
}
