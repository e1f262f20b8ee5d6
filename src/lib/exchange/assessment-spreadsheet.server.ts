import { choicesOf, sayRating } from '#lib/domain/results/rating.ts';
import { scaleOf } from '#lib/domain/results/scale.ts';
import type { Criterion, Framework } from '#lib/domain/frameworks/document.ts';
import type { Database } from '#lib/server/database.ts';
import { answersImport } from './kinds/answers.server.ts';
import { assessmentSoFar, evidenceTitles } from './kinds/assessment-so-far.server.ts';
import type { TableForExport } from './table-for-export.ts';
import { notesTable } from './template.ts';

const widths: Record<string, number> = {
	number: 9,
	level: 14,
	theme: 22,
	title: 30,
	text: 50,
	good: 50,
	answer: 20,
	comment: 60,
	evidence: 36,
	version: 9
};

/**
 * An assessment to be filled in offline: one row a criterion with all that helps to answer it, and a sheet that explains
 * the columns and the answers. The names tell the file apart from that of another service or cycle.
 */
export function assessmentSpreadsheet(
	db: Database,
	{ id, service, cycle }: { id: string; service: { name: string }; cycle: { name: string } }
): readonly [TableForExport, TableForExport] {
	const { assessment, framework, answers } = assessmentSoFar(db, id);
	const titles = evidenceTitles(db, id);
	return [
		{
			name: `${service.name} ${cycle.name} answers`,
			sheet: 'Answers',
			columns: answersImport.columns.map(({ key, label }) => ({
				key,
				label,
				kind: key === 'version' ? 'number' : 'text',
				...(widths[key] ? { width: widths[key] } : {})
			})),
			rows: framework.criteria.map((criterion) => {
				const standing = answers.get(criterion.number);
				return {
					...toRead(framework, criterion),
					answer: standing?.rating ? sayRating(framework, standing.rating) : '',
					comment: standing?.comment ?? '',
					evidence: (titles.get(criterion.number) ?? []).join('\n'),
					version: standing?.version ?? 1
				};
			})
		},
		notesTable('How to fill it in', [
			...answersImport.columns.map(({ label, about }) => ({ what: label, about })),
			...choicesOf(framework, assessment.service.kind).map((rating) => ({
				what: `Answer: ${sayRating(framework, rating)}`,
				about: scaleOf(framework).find(({ id }) => id === rating)?.about ?? furtherAnswers[rating] ?? ''
			})),
			...answersImport.notes.map((about) => ({ what: '', about }))
		])
	];
}

const furtherAnswers: Record<string, string> = {
	'not applicable': 'The service does not do this at all. The comment gives the reason.',
	inherited: 'The council does this centrally: the answer agreed for the corporate service is taken.'
};

function toRead(framework: Framework, { number, level, theme, title, text, evidence }: Criterion) {
	const named = framework.levels?.find((one) => one.number === level)?.name;
	return {
		number,
		level: level === undefined ? '' : [level, named].filter(Boolean).join(' '),
		theme: framework.themes.find(({ id }) => id === theme)?.name ?? '',
		title,
		text,
		good: evidence.join('\n')
	};
}
