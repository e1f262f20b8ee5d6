import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { conflictOf, done, refused, stale, type Outcome } from '#lib/domain/outcome.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { write, type Database } from '#lib/server/database.ts';
import { levelsToChoose } from '#lib/domain/moderation/panel-decision.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { targets } from './tables.ts';

/** A level to reach, by when, why, approved by whom. `version` is that of the target seen, 0 for none yet. */
export type Targeting = {
	cycleId: string;
	serviceId: string;
	level: number;
	byWhen: string;
	why: string;
	approvedBy: string;
	version: number;
};

/** Sets or changes the target of a service in a cycle (DOMAIN section 2.3). */
export function setTarget(db: Database, person: Person, { version, ...target }: Targeting): Outcome {
	return write(db, (tx) => {
		const { cycleId, serviceId } = target;
		const taking = tx
			.select({ frameworkVersionId: assessments.frameworkVersionId, name: services.name })
			.from(assessments)
			.innerJoin(services, eq(services.id, assessments.serviceId))
			.where(and(eq(assessments.cycleId, cycleId), eq(assessments.serviceId, serviceId)))
			.get();
		if (!taking) return refused('not-in-cycle', 'Choose a service that is in this cycle', 'serviceId');
		const levels = levelsToChoose(frameworkOf(tx, taking.frameworkVersionId)).filter((level) => level > 0);
		if (!levels.includes(target.level)) return refused('unknown-level', 'Choose a level', 'level');
		const here = and(eq(targets.cycleId, cycleId), eq(targets.serviceId, serviceId));
		const before = tx.select().from(targets).where(here).get();
		if ((before?.version ?? 0) !== version) return stale(bothTexts(before, target));
		tx.insert(targets)
			.values(target)
			.onConflictDoUpdate({ target: [targets.cycleId, targets.serviceId], set: { ...target, version: version + 1 } })
			.run();
		const change = changesOf<typeof target>(before ?? {}, target);
		record(tx, person, `set the target of ${taking.name}`, { kind: 'cycle', id: cycleId }, change);
		return done();
	});
}

const labels = { level: 'Level', byWhen: 'By when', why: 'Why', approvedBy: 'Approved by' };
const nothing = { level: '', byWhen: '', why: '', approvedBy: '', version: 0 };

const bothTexts = (now: typeof targets.$inferSelect | undefined, mine: Partial<Record<keyof typeof labels, unknown>>) =>
	conflictOf<Record<string, unknown>>({ ...nothing, ...now, version: now?.version ?? 0 }, mine, labels, {
		by: 'Somebody',
		at: 'another time'
	});

/** Takes the target of a service in a cycle away again. */
export function removeTarget(db: Database, person: Person, asked: { cycleId: string; serviceId: string; version: number }): Outcome {
	return write(db, (tx) => {
		const here = and(eq(targets.cycleId, asked.cycleId), eq(targets.serviceId, asked.serviceId));
		const before = tx.select().from(targets).where(here).get();
		if (!before) return done();
		if (before.version !== asked.version) return stale(bothTexts(before, { level: '', byWhen: '', why: '', approvedBy: '' }));
		tx.delete(targets).where(here).run();
		const change = changesOf<Partial<typeof before>>(before, { level: undefined, byWhen: undefined, why: undefined });
		record(tx, person, 'removed the target of a service', { kind: 'cycle', id: asked.cycleId }, change);
		return done();
	});
}
