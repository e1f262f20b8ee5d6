import { createHash } from 'node:crypto';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { Answer } from '#lib/domain/results/answer.ts';
import type { Basis } from '#lib/domain/results/basis.ts';
import { frameFrom, type Frame } from './snapshot-frame.ts';
import type { Completeness } from '#lib/domain/results/completeness.ts';
import { resultOf, type BasisResult } from '#lib/domain/results/result.ts';

export type SnapshotPerson = { id: string; name: string };

/** A piece of evidence as it stood. `sha256` is of the file's bytes, or of the text of a link or note. */
export type SnapshotEvidence = {
	id: string;
	title: string;
	kind: string;
	version: number;
	from: string;
	to: string | null;
	strength: string;
	fileName: string | null;
	sha256: string;
};

export type SnapshotAnswer = Omit<Answer, 'evidence' | 'moderation'> & {
	answeredBy: SnapshotPerson | null;
	answeredAt: number | null;
	evidence: SnapshotEvidence[];
	moderation: (NonNullable<Answer['moderation']> & { by: SnapshotPerson; at: number }) | null;
};

/** What a board decided over the worked-out level; the worked-out one stays in `results`. */
export type PanelDecision = { level: number; award: string | null; reason: string; by: SnapshotPerson; at: number };

/**
 * What was agreed, whole (DOMAIN section 2.3): enough to work every figure out again without anything else in the
 * database. Moments are milliseconds in UTC, days YYYY-MM-DD, indexes hundredths.
 */
export type Snapshot = {
	format: 1;
	assessment: string;
	number: number;
	service: { id: string; name: string; directorate: string };
	cycle: { id: string; name: string };
	framework: Frame & { versionId: string; sha256: string };
	/** The day evidence was judged on. */
	judgedOn: string;
	answers: SnapshotAnswer[];
	completeness: Completeness;
	results: Record<Basis, BasisResult>;
	panel: PanelDecision | null;
	submitted: { by: SnapshotPerson; at: number };
	moderated: { by: SnapshotPerson; at: number };
	agreed: { by: SnapshotPerson; at: number; on: string };
};

/** The result that stands: the panel's level and award where it decided, else the agreed ones. The index is always worked out. */
export function standingIn({ results, panel }: Pick<Snapshot, 'results' | 'panel'>) {
	const { level, award, index } = results.agreed;
	return { level: panel?.level ?? level, award: panel ? panel.award : award, index };
}

/** The three results and the completeness that a snapshot keeps. */
export function figuresOf(framework: Framework, answers: Answer[], judgedOn: string): Pick<Snapshot, 'completeness' | 'results'> {
	const { completeness, claimed, evidenced, agreed } = resultOf(framework, answers, judgedOn);
	return { completeness, results: { claimed, evidenced, agreed } };
}

/** One text for one value, whatever the order of its fields: what the SHA-256 is taken of. */
export function canonicalText(value: unknown): string {
	return JSON.stringify(value, (_key, part: unknown) =>
		part !== null && typeof part === 'object' && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
}

/** SHA-256 of a snapshot's canonical text, in hexadecimal. */
export const sha256OfSnapshot = (snapshot: Snapshot): string => createHash('sha256').update(canonicalText(snapshot)).digest('hex');

/** Works a snapshot's figures out again from its own answers: true where every one is as it was agreed (DOMAIN section 2.3). */
export function recomputes({ framework, answers, judgedOn, completeness, results }: Snapshot): boolean {
	const again = figuresOf(frameFrom(framework), answers, judgedOn);
	return canonicalText(again) === canonicalText({ completeness, results });
}
