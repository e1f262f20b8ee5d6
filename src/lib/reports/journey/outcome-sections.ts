import { capital, outcomeWords } from '#lib/domain/actions/wording.ts';
import { decisionMarks, kindWords } from '#lib/domain/board/wording.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import type { Section } from '../description.ts';
import type { actionsOf, decisionsOf, lessonsOf } from './gathered.server.ts';

type Decision = ReturnType<typeof decisionsOf>[number];
type Action = ReturnType<typeof actionsOf>[number];
type Lesson = ReturnType<typeof lessonsOf>[number];
const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;

const why = ({ changes, reason, deferredTo }: Decision) =>
	[changes, reason, deferredTo && `to ${showDay(deferredTo)}`].filter(Boolean).join('; ');

/** What the board decided, what was done since and whether the measure moved, and what was learned. Without `named`, nobody's name. */
export function outcomeSections(
	decisions: readonly Decision[],
	actions: readonly Action[],
	lessons: readonly Lesson[],
	{ named }: { named: boolean }
): Section[] {
	const done = actions.filter(({ status }) => status === 'done').length;
	return [
		{
			id: 'decisions',
			title: decisions.length
				? `${many(decisions.length, 'decision')} of the Engagement Board`
				: 'The Engagement Board has decided nothing yet',
			blocks: [
				{
					kind: 'table',
					table: {
						id: 'decisions',
						caption: 'Decisions',
						columns: [
							{ key: 'number', label: 'No.', kind: 'number', names: true, share: 0.5, width: 6 },
							{ key: 'title', label: 'About', kind: 'text', share: 2.4, width: 50 },
							{ key: 'kind', label: 'Kind', kind: 'text', share: 1.2, width: 16 },
							{ key: 'decision', label: 'Decision', kind: 'text', share: 1.1, width: 14 },
							{ key: 'why', label: 'With', kind: 'text', share: 1.8, width: 40 },
							{ key: 'decidedOn', label: 'On', kind: 'day', share: 0.9 },
							...(named ? [{ key: 'decidedBy', label: 'By', kind: 'text', share: 1, width: 20 } as const] : [])
						],
						rows: decisions.map((one) => ({
							number: one.number,
							title: one.title,
							kind: kindWords[one.kind],
							decision: decisionMarks[one.decision].text,
							why: why(one),
							decidedOn: one.decidedOn,
							...(named && { decidedBy: one.decidedBy })
						})),
						empty: 'Nothing was decided yet.'
					}
				}
			]
		},
		{
			id: 'actions',
			title: actions.length ? `${done} of ${many(actions.length, 'action')} done` : 'No action came of it yet',
			blocks: [
				{
					kind: 'table',
					table: {
						id: 'actions',
						caption: 'Actions',
						columns: [
							{ key: 'number', label: 'No.', kind: 'number', names: true, share: 0.5, width: 6 },
							{ key: 'title', label: 'Action', kind: 'text', share: 2.2, width: 50 },
							...(named ? [{ key: 'owner', label: 'Owner', kind: 'text', share: 1.1, width: 20 } as const] : []),
							{ key: 'dueOn', label: 'Due', kind: 'day', share: 1 },
							{ key: 'status', label: 'Status', kind: 'text', share: 0.9, width: 12 },
							{ key: 'measure', label: 'How we know', kind: 'text', share: 1.8, width: 40 },
							{ key: 'outcome', label: 'Did it move?', kind: 'text', share: 1.8, width: 40 }
						],
						rows: actions.map(({ number, title, owner, dueOn, status, measure, baseline, target, outcome, outcomeText }) => ({
							number,
							title,
							...(named && { owner }),
							dueOn,
							status: capital(status),
							measure: [measure, baseline && `from ${baseline}`, target && `to ${target}`].filter(Boolean).join(' '),
							outcome: [outcome && outcomeWords[outcome], outcomeText].filter(Boolean).join('. ')
						})),
						empty: 'No action came of it yet.'
					}
				}
			]
		},
		{
			id: 'lessons',
			title: lessons.length ? `${many(lessons.length, 'lesson')} learned about how to review` : 'No lesson is written down',
			blocks: [
				{
					kind: 'table',
					table: {
						id: 'lessons',
						caption: 'Lessons learned',
						columns: [
							{ key: 'step', label: 'Step of the method', kind: 'text', width: 20 },
							{ key: 'text', label: 'Lesson', kind: 'text', share: 3.5, width: 80 },
							{ key: 'takenUp', label: 'Taken up', kind: 'text', share: 1.2, width: 20 }
						],
						rows: lessons.map(({ step, text, takenUpIn }) => ({
							step: capital(step),
							text,
							takenUp: takenUpIn === null ? '' : `toolkit ${takenUpIn}`
						})),
						empty: 'No lesson is written down.'
					}
				}
			]
		}
	];
}
