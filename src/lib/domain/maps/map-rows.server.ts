import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#lib/server/database.ts';
import { mapSteps, mapStages, stepEvidence } from './tables.ts';

export type StageRow = typeof mapStages.$inferSelect;
export type StepRow = typeof mapSteps.$inferSelect;
export type EvidenceRow = typeof stepEvidence.$inferSelect;

/** What a map is made of, by table. */
export type Rows = { stage: StageRow; step: StepRow; evidence: EvidenceRow };
export type Kind = keyof Rows;

/** A row as it was or became; null where it was not there. Kept with a change, so that it can be taken back. */
export type Image = { [K in Kind]: { table: K; id: string; row: Rows[K] | null } }[Kind];

/** Where a row stands is no part of what it says: moving it is not saving it. */
const places = new Set(['position', 'stageId', 'version']);

/** The fields in which two rows differ, but for their version. */
export const fieldsChanged = (from: object, to: object): string[] =>
	Object.keys(to).filter((field) => field !== 'version' && from[field as keyof object] !== to[field as keyof object]);
export const textChanged = (from: object, to: object): boolean => fieldsChanged(from, to).some((field) => !places.has(field));

/** Evidence is known by its step and itself. */
export const evidenceKey = ({ stepId, evidenceId }: Pick<EvidenceRow, 'stepId' | 'evidenceId'>) => `${stepId} ${evidenceId}`;

const linked = (key: string) => {
	const [stepId = '', evidenceId = ''] = key.split(' ');
	return and(eq(stepEvidence.stepId, stepId), eq(stepEvidence.evidenceId, evidenceId));
};

/** A row as it stands; null where there is none. */
export function standing<K extends Kind>(tx: Transaction, table: K, id: string): Rows[K] | null {
	const read: { [T in Kind]: () => Rows[T] | undefined } = {
		stage: () => tx.select().from(mapStages).where(eq(mapStages.id, id)).get(),
		step: () => tx.select().from(mapSteps).where(eq(mapSteps.id, id)).get(),
		evidence: () => tx.select().from(stepEvidence).where(linked(id)).get()
	};
	return read[table]() ?? null;
}

/** Writes a row anew, over the one that stands or where none does. */
export function store(tx: Transaction, image: Image & { row: object }, isThere: boolean): void {
	const { table, id } = image;
	if (table === 'stage') {
		const row = image.row as StageRow;
		if (isThere) tx.update(mapStages).set(row).where(eq(mapStages.id, id)).run();
		else tx.insert(mapStages).values(row).run();
	} else if (table === 'step') {
		const row = image.row as StepRow;
		if (isThere) tx.update(mapSteps).set(row).where(eq(mapSteps.id, id)).run();
		else tx.insert(mapSteps).values(row).run();
	} else if (!isThere)
		tx.insert(stepEvidence)
			.values(image.row as EvidenceRow)
			.run();
}

export function erase(tx: Transaction, table: Kind, id: string): void {
	if (table === 'stage') tx.delete(mapStages).where(eq(mapStages.id, id)).run();
	else if (table === 'step') tx.delete(mapSteps).where(eq(mapSteps.id, id)).run();
	else tx.delete(stepEvidence).where(linked(id)).run();
}
