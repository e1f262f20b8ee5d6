import type { Given, GivenAnswers, Question, Scorecard } from '../scorecards/card.ts';

const notApplicable = ['n/a', 'na', 'not applicable'];
const yesOrNo: Record<string, string> = { yes: 'yes', y: 'yes', no: 'no', n: 'no' };

/** One answer of a question as a file has it; null where it lies outside the question's scale. */
function givenOf(question: Question, written: string): Given | null {
	const said = written.trim();
	if (notApplicable.includes(said.toLowerCase())) return question.mayBeNotApplicable ? { value: null, notApplicable: true } : null;
	if (question.type === 'text') return { value: said };
	if (question.type === 'number') return /^\d{1,5}$/.test(said) ? { value: said } : null;
	if (question.type === 'yes-no') return yesOrNo[said.toLowerCase()] ? { value: yesOrNo[said.toLowerCase()] ?? null } : null;
	const choice = question.choices?.find(({ id, name }) => [id, name].some((one) => one.toLowerCase() === said.toLowerCase()));
	return choice ? { value: choice.id } : null;
}

/**
 * The answers of a visit as an agency writes them into one cell: 'A1 yes; A2 4; A3 n/a; A4 “They rang back”'. Each is the number
 * of the question, a space, = or colon, and the answer; between them a semicolon or a new line. What cannot be read comes back in sentences.
 */
export function agencyAnswers(card: Scorecard, cell: string): { given: GivenAnswers; problems: string[] } {
	const questions = new Map(card.sections.flatMap(({ questions }) => questions).map((question) => [question.id.toLowerCase(), question]));
	const given: Record<string, Given> = {};
	const problems: string[] = [];
	const parts = cell
		.split(/[;\n]/)
		.map((part) => part.trim())
		.filter(Boolean);
	for (const part of parts) {
		const [, id = '', written = ''] = /^([\w-]+)\s*[\s:=]\s*(.*)$/.exec(part) ?? [];
		const question = questions.get(id.toLowerCase());
		const answer = question && givenOf(question, written);
		if (!question) problems.push(`“${part.slice(0, 60)}” does not begin with a question of the scorecard ${card.name}`);
		else if (!answer) problems.push(`“${written.slice(0, 60)}” is no answer to ${question.id}`);
		else if (given[question.id]) problems.push(`${question.id} is answered twice`);
		else given[question.id] = answer;
	}
	return { given, problems };
}
