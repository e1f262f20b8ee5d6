import { and, asc, eq } from 'drizzle-orm';
import type { Transaction } from '#lib/server/database.ts';
import {
	evidenceKey,
	erase,
	standing,
	store,
	textChanged,
	type Image,
	type Kind,
	type Rows,
	type StageRow,
	type StepRow
} from './map-rows.server.ts';
import type { MapKind } from './step-words.ts';
import { maps, mapStages, mapSteps, stepEvidence } from './tables.ts';

/** The rows of a journey's maps while one change is made, each kept as it was before. */
export class MapRows {
	readonly #before = new Map<string, Image>();
	readonly #after = new Map<string, Image>();

	constructor(
		readonly tx: Transaction,
		readonly journeyId: string
	) {}

	mapId(kind: MapKind): string | undefined {
		const found = this.tx
			.select({ id: maps.id })
			.from(maps)
			.where(and(eq(maps.journeyId, this.journeyId), eq(maps.kind, kind)))
			.get();
		return found?.id;
	}

	/** A stage of one of the journey's maps. */
	stage(id: string): StageRow | undefined {
		const found = standing(this.tx, 'stage', id);
		return found && this.#isOurs(found.mapId) ? found : undefined;
	}

	/** A step of one of the journey's maps. */
	step(id: string): StepRow | undefined {
		const found = standing(this.tx, 'step', id);
		return found && this.#isOurs(found.mapId) ? found : undefined;
	}

	stepsIn(stageId: string): StepRow[] {
		return this.tx.select().from(mapSteps).where(eq(mapSteps.stageId, stageId)).orderBy(asc(mapSteps.position)).all();
	}

	stagesIn(mapId: string): StageRow[] {
		return this.tx.select().from(mapStages).where(eq(mapStages.mapId, mapId)).orderBy(asc(mapStages.position)).all();
	}

	#isOurs(mapId: string): boolean {
		const found = this.tx.select({ journeyId: maps.journeyId }).from(maps).where(eq(maps.id, mapId)).get();
		return found?.journeyId === this.journeyId;
	}

	/** Writes a row; its version grows where what it says has changed. Gives the row as it then stands. */
	put<K extends Kind>(table: K, id: string, row: Rows[K]): Rows[K] {
		const before = standing(this.tx, table, id);
		const next = before && 'version' in row && textChanged(before, row) ? { ...row, version: (before as StepRow).version + 1 } : row;
		store(this.tx, { table, id, row: next } as Image & { row: object }, before !== null);
		this.#keep(table, id, before, next);
		return next;
	}

	/** Takes a row away, a step with the links to its evidence. */
	take(table: Kind, id: string): void {
		if (table === 'step') for (const row of this.evidenceOf(id)) this.take('evidence', evidenceKey(row));
		const before = standing(this.tx, table, id);
		if (!before) return;
		erase(this.tx, table, id);
		this.#keep(table, id, before, null);
	}

	evidenceOf(stepId: string) {
		return this.tx.select().from(stepEvidence).where(eq(stepEvidence.stepId, stepId)).all();
	}

	#keep<K extends Kind>(table: K, id: string, before: Rows[K] | null, after: Rows[K] | null) {
		const key = `${table} ${id}`;
		if (!this.#before.has(key)) this.#before.set(key, { table, id, row: before } as Image);
		this.#after.set(key, { table, id, row: after } as Image);
	}

	/** The rows that are not as they were, as they were and as they are, in the same order. */
	images(): { before: Image[]; after: Image[] } {
		const pairs = [...this.#before].map(([key, before]) => [before, this.#after.get(key) as Image] as const);
		const changed = pairs.filter(([before, after]) => JSON.stringify(before.row) !== JSON.stringify(after.row));
		return { before: changed.map(([before]) => before), after: changed.map(([, after]) => after) };
	}
}
