import type { ImportKind } from './import-kind.ts';
import { agencyVisitsImport } from './kinds/agency-visits.server.ts';
import { answersImport } from './kinds/answers.server.ts';
import { contactsImport } from './kinds/contacts.server.ts';
import { feedbackCasesImport } from './kinds/feedback-cases.server.ts';
import { mapImport, mapJsonImport, mapMermaidImport } from './kinds/map.server.ts';
import { measureValuesImport } from './kinds/measure-values.server.ts';
import { peopleImport } from './kinds/people.server.ts';
import { ratingsImport } from './kinds/ratings.server.ts';
import { staffImport } from './kinds/staff.server.ts';
import { threadImport, threadYamlImport } from './kinds/thread.server.ts';
import { structureImport } from './kinds/structure.server.ts';
import { surveyAnswersImport } from './kinds/survey-answers.server.ts';

/** What an administrator can bring in, in the order in which a new council does. */
export const councilImports: readonly ImportKind[] = [structureImport, staffImport, peopleImport];
const all = [
	...councilImports,
	answersImport,
	contactsImport,
	ratingsImport,
	mapImport,
	mapJsonImport,
	mapMermaidImport,
	agencyVisitsImport,
	surveyAnswersImport,
	feedbackCasesImport,
	threadImport,
	threadYamlImport,
	measureValuesImport
];

/** A kind by its name. Throws for one that does not exist: names come from our own forms and rows. */
export function importKindOf(name: string): ImportKind {
	const kind = all.find(({ kind }) => kind === name);
	if (!kind) throw new Error(`There is no import of the kind ${name}`);
	return kind;
}

export const isCouncilImport = (name: string): boolean => councilImports.some(({ kind }) => kind === name);
