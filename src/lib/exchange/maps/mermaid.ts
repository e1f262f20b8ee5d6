import { stepsOf, type JourneyMap, type MapStep } from '#lib/domain/maps/map.ts';
import { stepFieldNames, stepLabels, emptyStep, type StepFields } from '#lib/domain/maps/step-fields.ts';
import { scoreOf } from './mermaid-score.ts';

/** Who acts at every step beside whoever serves. */
export const customer = 'Customer';
/** What Mermaid can hold of a step. */
export const held = new Set<keyof StepFields>(['does', 'servedBy', 'emotion']);

/** What ends a name, begins a comment or is read as a keyword of Mermaid, as its entity codes. */
const coded = (letter: string) => `#${letter.codePointAt(0)};`;
const keyword = /^(?=(?:title|section|journey|acctitle|accdescr)\b)./i;

/** A text on one line in which nothing is read as Mermaid's own signs. */
export const written = (text: string): string =>
	text
		.replaceAll(/\s+/g, ' ')
		.trim()
		.replaceAll(/[#:;%{}<>]/g, coded)
		.replace(keyword, coded);

/** A text as it was before `written`. */
export const unwritten = (text: string): string =>
	text.replaceAll(/#(\d{1,6});/g, (all, code: string) => (Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : all)).trim();

/** A map as Mermaid `journey` text: stages are sections, steps are tasks with a score from 0 to 5 and who acts. */
export function mermaidOf(map: JourneyMap, words: string): string {
	const task = ({ does, emotion, servedBy }: MapStep) =>
		`      ${written(does)}: ${scoreOf(emotion)}: ${[customer, ...(servedBy === 'nobody' ? [] : [servedBy])].join(', ')}`;
	const stages = map.stages.flatMap(({ name, steps }) => [`    section ${written(name)}`, ...steps.map(task)]);
	return ['journey', `    title ${written(words)}`, ...stages, ''].join('\n');
}

const steps = (n: number) => (n === 1 ? 'one step' : `${n} steps`);

/** What of a map a Mermaid text does not hold, a line each; empty where it holds all. */
export function lossesOf(map: JourneyMap): string[] {
	const all = stepsOf(map);
	const lost = stepFieldNames.flatMap((field) => {
		const n = held.has(field) ? 0 : all.filter((step) => step[field] !== emptyStep[field]).length;
		return n ? [`${stepLabels[field]} of ${steps(n)}`] : [];
	});
	const unknown = all.filter(({ emotion }) => emotion === null).length;
	const several = all.filter(({ does }) => /\s\s|\n/.test(does)).length;
	const who = map.stages.filter((stage) => stage.who !== '').length;
	return [
		...lost,
		...(unknown ? [`That the emotion of ${steps(unknown)} is not known: the text gives a score of 3, as for neither good nor bad`] : []),
		...(several ? [`The line ends in what the customer does at ${steps(several)}`] : []),
		...(who ? [`Who is there, of ${who === 1 ? 'one stage' : `${who} stages`}`] : []),
		...(all.some(({ fromStepId }) => fromStepId) ? ['From which as-is steps these were made'] : [])
	];
}
