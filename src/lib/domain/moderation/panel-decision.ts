import type { Framework } from '#lib/domain/frameworks/document.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { awardOf } from '#lib/domain/results/award.ts';
import { levelNumbers } from '#lib/domain/results/level.ts';
import { standingIn, type PanelDecision, type Snapshot, type SnapshotPerson } from '#lib/domain/snapshots/snapshot.ts';

/** What a board decides over a worked-out level: up or down, with a reason (DOMAIN section 2.2). */
export type Panel = { level: number; reason: string };

/** The levels a board can choose from, 0 for none reached; empty for a framework without levels. */
export const levelsToChoose = (framework: Framework): number[] => (framework.levels?.length ? [0, ...levelNumbers(framework)] : []);

/** The decision as a snapshot keeps it; refused without a reason, or where it changes nothing. */
export function panelDecision(
	framework: Framework,
	snapshot: Pick<Snapshot, 'results' | 'panel'>,
	{ level, reason }: Panel,
	who: { by: SnapshotPerson; at: number }
): Outcome<{ decision: PanelDecision }> {
	if (!levelsToChoose(framework).includes(level)) return refused('unknown-level', 'Choose a level', 'level');
	if (reason.trim() === '') return refused('no-reason', 'Give the reason for the panel’s decision', 'reason');
	if (level === standingIn(snapshot).level) return refused('no-change', `Level ${level} already stands. Choose another level`, 'level');
	return done({ decision: { level, award: awardOf(framework, level), reason: reason.trim(), ...who } });
}
