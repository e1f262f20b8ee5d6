import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { answer } from '#lib/domain/assessments/answering.server.ts';
import { confirm } from '#lib/domain/assessments/confirming.server.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { answers, assessments } from '#lib/domain/assessments/tables.ts';
import { attachEvidence } from '#lib/domain/evidence/attaching.server.ts';
import type { Database } from '#lib/server/database.ts';
import { must } from './cast.server.ts';
import type { Diary } from './diary.ts';
import type { Steps } from './service-file.ts';

export type Assessing = {
	db: Database;
	diary: Diary;
	manager: Person;
	serviceId: string;
	cycleId: () => string;
	evidence: Map<string, string>;
	/** For messages: 'repairs, 2026/27'. */
	name: string;
};

/** The assessment of a service in a cycle, by the time it is there. */
export function assessmentIn(db: Database, cycleId: string, serviceId: string) {
	const mine = and(eq(assessments.cycleId, cycleId), eq(assessments.serviceId, serviceId));
	const found = db.select({ id: assessments.id, version: assessments.version }).from(assessments).where(mine).get();
	if (!found) throw new Error('The example council has no such assessment');
	return found;
}

const standing = (db: Database, id: string, criterion: string) => {
	const one = and(eq(answers.assessmentId, id), eq(answers.criterion, criterion));
	return db.select({ version: answers.version }).from(answers).where(one).get()?.version ?? 1;
};

/** Answers criterion by criterion between two days, a few a day, each with its evidence. */
export function answerBetween(
	{ db, diary, manager, serviceId, cycleId, evidence, name }: Assessing,
	given: Steps['answers'],
	from: number,
	to: number
): void {
	const list = Object.entries(given);
	list.forEach(([criterion, { rating, comment, evidence: keys }], place) => {
		const days = from + Math.floor((place * Math.max(1, to - from)) / Math.max(1, list.length));
		diary.on(Math.min(days, to), 10 + (place % 40) * 9, (today) => {
			const { id } = assessmentIn(db, cycleId(), serviceId);
			const pieces = keys.map((key) => evidence.get(key) ?? unknown(name, criterion, key));
			if (pieces.length) must(attachEvidence(db, manager, { assessmentId: id, criterion }, pieces, today), `${name} ${criterion}`);
			const typed = { criterion, rating, comment, version: standing(db, id, criterion) };
			must(answer(db, manager, assessmentSeen(db, manager, id), typed, today), `${name} ${criterion}`);
		});
	});
}

function unknown(name: string, criterion: string, key: string): never {
	throw new Error(`${name} ${criterion} names evidence '${key}', which is not there on that day`);
}

/** Confirms what was carried over, but for some criteria, and takes the answers of others away. */
export function confirmOn(
	{ db, diary, manager, serviceId, cycleId, name }: Assessing,
	days: number,
	{ but, empty }: { but: string[]; empty: string[] }
): void {
	diary.on(days, 420, (today) => {
		const { id } = assessmentIn(db, cycleId(), serviceId);
		const rows = db
			.select()
			.from(answers)
			.where(and(eq(answers.assessmentId, id), eq(answers.toConfirm, true)))
			.all();
		const seen = rows.filter(({ criterion }) => !but.includes(criterion) && !empty.includes(criterion));
		if (seen.length) must(confirm(db, manager, id, seen, today), name);
		for (const criterion of empty) {
			const typed = { criterion, rating: null, comment: '', version: standing(db, id, criterion) };
			must(answer(db, manager, assessmentSeen(db, manager, id), typed, today), `${name} ${criterion}`);
		}
	});
}
