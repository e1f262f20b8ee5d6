import { mostStageName, mostText } from '#lib/domain/maps/step-fields.ts';
import { servers } from '#lib/domain/maps/step-words.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { decodeText } from '../decoding-text.ts';
import type { Problem } from '../sheet.ts';
import type { FileRow } from '../tables.ts';
import { noSteps } from './planning-map.ts';
import { emotionOf } from './mermaid-score.ts';
import { unwritten } from './mermaid.ts';

type Reading = { rows: FileRow[]; problems: Problem[]; notes: string[] };

/** Reads Mermaid `journey` text from a file. The row of a problem is its line. */
export function readMermaid(bytes: Uint8Array): Outcome<Reading> {
	const decoded = decodeText(bytes);
	return decoded.ok ? done(readMermaidText(decoded.text.replace(/^\ufeff/, ''))) : decoded;
}

const shown = (text: string) => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;

/** So many problems of a text are said at its field. */
const mostSaid = 5;

/** What is no Mermaid in a text that was typed into a page, a sentence a line, to be said at its field; null where all of it is. */
export function wrongInText(text: string): string | null {
	const { problems } = readMermaidText(text);
	if (!problems.length) return null;
	const more = problems.length - mostSaid;
	const said = problems.slice(0, mostSaid).map((problem) => problem.text);
	return [...said, ...(more > 0 ? [`${more} more like these`] : [])].join('. ');
}

/**
 * The rows of a Mermaid `journey` text: sections are stages, tasks are steps, scores from 0 to 5 are emotions. Whatever is
 * no part of the syntax is a problem with its line and reason; what a map has no place for is told in the notes.
 */
export function readMermaidText(text: string): Reading {
	const rows: FileRow[] = [];
	const problems: Problem[] = [];
	const lost = new Set<string>();
	let begun = false;
	const stages: { name: string; empty: boolean; line: number }[] = [];
	const close = () => {
		const last = stages.at(-1);
		if (last?.empty && last.name) rows.push({ row: last.line, cells: { stageNumber: String(stages.length), stage: last.name, does: '' } });
	};
	for (const { line, says } of linesOf(text)) {
		const stage = stages.at(-1);
		const problem = (reason: string) => void problems.push({ row: line, column: '', text: `Line ${line}: ${reason}` });
		if (!begun) {
			if (says.toLowerCase() !== 'journey') {
				problem(`the text must begin with “journey”, and this is ${shown(says)}`);
				return { rows: [], problems, notes: [] };
			}
			begun = true;
			continue;
		}
		const [, keyword = '', rest = ''] = /^(title|section|accTitle|accDescr)\b\s*:?\s*(.*)$/i.exec(says) ?? [];
		if (keyword.toLowerCase() === 'section') {
			close();
			const name = unwritten(rest);
			if (!name) problem('a section needs a name');
			if (name.length > mostStageName) problem(`the name of a section must be ${mostStageName} characters or fewer`);
			stages.push({ name, empty: true, line });
		} else if (keyword)
			lost.add(keyword.toLowerCase() === 'title' ? 'The title: the journey keeps its own words.' : 'The description for screen readers.');
		else if (!stage) problem(`the task ${shown(says)} stands before the first section. Put “section” and a name above it`);
		else {
			const task = taskOf(says);
			stage.empty = false;
			if ('wrong' in task) problem(task.wrong);
			else {
				for (const actor of task.ignored)
					lost.add(`The actor ${shown(actor)}: it is neither the customer nor one of ${servers.slice(1).join(', ')}, or not the first.`);
				rows.push({ row: line, cells: { stageNumber: String(stages.length), stage: stage.name, ...task.cells } });
			}
		}
	}
	if (!begun) problems.push({ row: 0, column: '', text: 'The text is empty. It must begin with “journey”' });
	close();
	if (begun && !rows.length && !problems.length) problems.push({ row: 0, column: '', text: noSteps });
	const notes = lost.size ? [`Not read: ${[...lost].join(' ')}`] : [];
	const kept = 'A Mermaid text says what is done, who serves and how it feels. Steps that the map has already keep all the rest.';
	return { rows, problems, notes: begun ? [kept, ...notes] : [] };
}

/** The lines that say something, by their number: without comments, directives and what stands between --- and ---. */
function linesOf(text: string): { line: number; says: string }[] {
	const all = text.split(/\r\n|\r|\n/).map((says, i) => ({ line: i + 1, says: says.trim() }));
	const first = all.findIndex(({ says }) => says !== '');
	if (all[first]?.says === '---') {
		const end = all.findIndex(({ says }, i) => i > first && says === '---');
		if (end > 0) all.splice(first, end - first + 1);
	}
	return all.flatMap(({ line, says }) => {
		const plain = says
			.replace(/^%%.*$/, '')
			.replace(/#(?!\d+;).*$/, '')
			.trim();
		return plain ? [{ line, says: plain }] : [];
	});
}

type Task = { cells: Record<string, string>; ignored: string[] } | { wrong: string };

function taskOf(says: string): Task {
	const [name, score, who, ...more] = says.split(':').map((part) => part.trim());
	if (score === undefined || !name)
		return {
			wrong: `${shown(says)} is no task. A task is a name, a score and who acts, apart by colons: “Rings the council: 2: Customer”`
		};
	if (more.length) return { wrong: `${shown(says)} has too many colons. Write a colon inside a name as #58;` };
	if (!/^[0-5]$/.test(score)) return { wrong: `the score of ${shown(name)} must be a whole number from 0 to 5, and is ${shown(score)}` };
	const does = unwritten(name);
	if (!does) return { wrong: 'a task needs a name' };
	if (does.length > mostText.does) return { wrong: `the name of a task must be ${mostText.does} characters or fewer` };
	const actors = (who ?? '').split(',').map(unwritten).filter(Boolean);
	const others = actors.filter((actor) => !/^(customer|me|nobody)$/i.test(actor));
	const server = others.find((actor) => servers.some((one) => one === actor.toLowerCase()));
	const emotion = String(emotionOf(Number(score)));
	return {
		cells: { does, emotion, neutralIsUnknown: score === '3' ? 'yes' : '', servedBy: server?.toLowerCase() ?? 'nobody' },
		ignored: others.filter((actor) => actor !== server)
	};
}
