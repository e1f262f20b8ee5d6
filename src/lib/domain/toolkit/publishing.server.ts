import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { reviewSteps, type ReviewStep } from '#lib/domain/journeys/method.ts';
import { journeys, lessons } from '#lib/domain/journeys/tables.ts';
import { conflictOf, done, refused, stale, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { partNames, parts, type Guidance, type Part, type Toolkit } from './document.ts';
import { latestNumber, toolkitOf } from './finding.server.ts';
import { fieldOf } from './step-fields.ts';
import { toolkits } from './tables.ts';

/** The lessons that no version has taken up yet, by step and then oldest first, with the journey that taught them. */
export function lessonsWaiting(db: Database, ids?: readonly string[]) {
	const rows = db
		.select({ id: lessons.id, step: lessons.step, text: lessons.text, journey: journeys.name, number: journeys.number })
		.from(lessons)
		.innerJoin(journeys, eq(journeys.id, lessons.journeyId))
		.where(and(isNull(lessons.takenUpIn), ids ? inArray(lessons.id, [...ids]) : undefined))
		.orderBy(asc(lessons.notedAt), asc(lessons.id))
		.all();
	return rows.sort((a, b) => reviewSteps.indexOf(a.step) - reviewSteps.indexOf(b.step));
}

/** The text of the steps that lessons change, as lines. */
export type EditedSteps = Partial<Record<ReviewStep, Record<Part, string[]>>>;

/**
 * Publishes the next version of the toolkit from lessons learned: the text of each step they name as it was edited, and
 * why. Reviews that have begun are still held by the version they began with. `version` is the number the person was
 * looking at: stale, with both texts, where another was published since. Refused where no lesson is chosen, one is taken
 * up already, or the text of its step says what it said before. DOMAIN section 4.
 */
export function publishToolkit(
	db: Database,
	person: Person,
	asked: { lessons: readonly string[]; steps: EditedSteps; why: string; version: number }
): Outcome<{ number: number }> {
	return write(db, (tx) => {
		const standing = latestNumber(tx);
		const before = standing === null ? undefined : toolkitOf(tx, standing);
		if (standing === null || !before) return refused('no-toolkit', 'There is no toolkit yet to make the next version of');
		const chosen = lessonsWaiting(tx, asked.lessons);
		if (!chosen.length || chosen.length < new Set(asked.lessons).size)
			return refused('taken-up', 'Choose lessons that no version has taken up yet', 'lesson');
		const steps = [...new Set(chosen.map(({ step }) => step))];
		const document = edited(before.toolkit, asked.steps, steps);
		if (standing !== asked.version) return staleToolkit(tx, standing, document, steps);
		const refusal = refusedTexts(before.toolkit, document, steps);
		if (refusal) return refusal;
		const number = standing + 1;
		tx.insert(toolkits).values({ number, why: asked.why, document, publishedBy: person.id, publishedAt: now() }).run();
		tx.update(lessons)
			.set({ takenUpIn: number })
			.where(
				inArray(
					lessons.id,
					chosen.map(({ id }) => id)
				)
			)
			.run();
		const change = { why: { from: null, to: asked.why }, lessons: { from: null, to: chosen.map(({ text }) => text) } };
		record(tx, person, `published toolkit ${number}`, { kind: 'toolkit', id: String(number) }, change);
		return done({ number });
	});
}

/** The toolkit with the text of those steps replaced, and of no others. */
const edited = (before: Toolkit, steps: EditedSteps, which: ReviewStep[]): Toolkit => ({
	steps: before.steps.map((guidance) => (which.includes(guidance.step) ? { ...guidance, ...steps[guidance.step] } : guidance))
});

function refusedTexts(before: Toolkit, after: Toolkit, which: ReviewStep[]): Refused | null {
	for (const step of which) {
		const old = guidanceIn(before, step);
		const next = guidanceIn(after, step);
		const empty = parts.find((part) => !next[part].length);
		if (empty) return refused('empty', `Enter at least one line: ${partNames[empty].toLowerCase()}`, fieldOf(step, empty));
		if (parts.every((part) => old[part].join('\n') === next[part].join('\n')))
			return refused('unchanged', `Change the text of the step “${step}”, so that it says what was learned`, fieldOf(step, 'do'));
	}
	return null;
}

const guidanceIn = (toolkit: Toolkit, step: ReviewStep): Guidance => toolkit.steps.find((guidance) => guidance.step === step)!;

/** Somebody published meanwhile: their text of these steps beside what was typed. */
function staleToolkit(tx: Transaction, standing: number, mine: Toolkit, which: ReviewStep[]): Refused {
	const theirs = toolkitOf(tx, standing)!;
	const flat = (toolkit: Toolkit) =>
		Object.fromEntries(
			which.flatMap((step) => parts.map((part) => [fieldOf(step, part), guidanceIn(toolkit, step)[part].join('\n')] as const))
		);
	const labels = Object.fromEntries(
		which.flatMap((step) => parts.map((part) => [fieldOf(step, part), `${partNames[part]}, ${step}`] as const))
	);
	const row = tx
		.select({ by: people.name })
		.from(toolkits)
		.leftJoin(people, eq(people.id, toolkits.publishedBy))
		.where(eq(toolkits.number, standing))
		.get();
	const stands: Record<string, string | number> & { version: number } = { ...flat(theirs.toolkit), version: standing };
	return stale(conflictOf(stands, flat(mine), labels, { by: row?.by ?? 'Somebody', at: showMoment(theirs.publishedAt) }));
}
