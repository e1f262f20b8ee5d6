import { asc, eq } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { compareVersions } from '#lib/domain/versions/version-numbers.ts';
import { seesScorecards } from '#lib/domain/scorecards/sight.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { betweenWrites } from '#lib/server/between-writes.ts';
import type { Database } from '#lib/server/database.ts';
import { criterionThing, questionThing } from '../ties.ts';
import { amongAll, type AskedFor, type ThreadThing } from './thread-thing.ts';

/** Of several versions of each document, the newest. */
function newest<T extends { number: string }>(rows: readonly T[], nameOf: (row: T) => string): T[] {
	const found = new Map<string, T>();
	for (const row of rows) {
		const before = found.get(nameOf(row));
		if (!before || compareVersions(row.number, before.number) > 0) found.set(nameOf(row), row);
	}
	return [...found.values()];
}

/** The criteria of every published framework, in its newest version. Everybody signed in reads frameworks. */
export function criteriaSeen(db: Database, person: Person, asked: AskedFor): ThreadThing[] {
	const all = betweenWrites(db, 'criteria that can be tied', () => {
		const { id, framework, number, name, document } = frameworkVersions;
		const rows = db
			.select({ id, framework, number, name, document })
			.from(frameworkVersions)
			.where(eq(frameworkVersions.state, 'published'))
			.orderBy(asc(name))
			.all();
		return newest(rows, (row) => row.framework).flatMap((version) =>
			version.document.criteria.map((criterion) => ({
				kind: 'criterion' as const,
				thing: criterionThing(version.framework, criterion.number),
				title: `${criterion.number} ${criterion.title}`,
				place: version.name,
				href: `/frameworks/${version.id}#criterion-${criterion.number}`
			}))
		);
	});
	const mayManage = can(person, 'manage frameworks');
	return amongAll(
		all.map((one) => ({ ...one, mayManage })),
		asked
	);
}

/** The scored questions of every published scorecard, in its newest version, for whoever may read scorecards. */
export function questionsSeen(db: Database, person: Person, asked: AskedFor): ThreadThing[] {
	if (!seesScorecards(person)) return [];
	const all = betweenWrites(db, 'questions that can be tied', () => {
		const { id, scorecard, number, name, document } = scorecardVersions;
		const rows = db
			.select({ id, scorecard, number, name, document })
			.from(scorecardVersions)
			.where(eq(scorecardVersions.state, 'published'))
			.orderBy(asc(name))
			.all();
		return newest(rows, (row) => row.scorecard).flatMap((version) =>
			version.document.sections.flatMap(({ questions }) =>
				questions
					.filter(({ weight }) => weight > 0)
					.map((question) => ({
						kind: 'question' as const,
						thing: questionThing(version.scorecard, question.id),
						title: `${question.id} ${question.text}`,
						place: `${version.name}, ${version.document.use === 'PAF' ? 'performance assessment' : 'mystery shopping'}`,
						href: `/scorecards/${version.id}#question-${question.id}`
					}))
			)
		);
	});
	const mayManage = can(person, 'manage scorecards');
	return amongAll(
		all.map((one) => ({ ...one, mayManage })),
		asked
	);
}
