import { and, asc, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record, type Change } from '#lib/domain/audit/recording.server.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
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
import { mapChanges, maps, mapStages, mapSteps, stepEvidence } from './tables.ts';

/** What a capability needs of the journey: who asks has been let in to review it. */
export type OfJourney = Pick<Journey, 'id' | 'state'>;

/** What was done, in words, to which map and thing of it, and what the capability gives back. */
export type Said<T extends object> = {
	mapId: string;
	what: string;
	about: { kind: 'map' | 'map stage' | 'map step'; id: string };
	gives: T;
	/** Where this takes another change back or does it again: which. */
	ofChange?: number;
};

/** The change's number in `map_change`; null where nothing was to be changed. */
export type Changed = { number: number | null };

export const unknownStep = refused('unknown-step', 'This step is no longer in the map. Somebody may have removed it');
export const unknownStage = refused('unknown-stage', 'This stage is not in the map. Somebody may have removed it', 'stage');
export const unknownMap = refused('unknown-map', 'This map has not been begun');

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

/**
 * Makes one change of a journey's map: one transaction with its audit line and its row in `map_change`. Refused where
 * the review is over. Work that refuses must do so before it writes. DOMAIN section 8.
 */
export function changing<T extends object>(
	db: Database,
	person: Person,
	journey: OfJourney,
	work: (rows: MapRows) => Said<T> | Refused
): Outcome<T & Changed> {
	if (journey.state !== 'open') return refused('closed', 'The map cannot be changed: this review is over');
	return write(db, (tx) => {
		const rows = new MapRows(tx, journey.id);
		const said = work(rows);
		const { before, after } = rows.images();
		if ('ok' in said) {
			if (before.length) throw new Error('A change of a map was refused after it had begun');
			return said;
		}
		if (!before.length && said.ofChange === undefined) return done({ ...said.gives, number: null });
		const { mapId, what, about, gives, ofChange = null } = said;
		const { number } = tx
			.insert(mapChanges)
			.values({ mapId, personId: person.id, at: now(), what, before, after, ofChange })
			.returning({ number: mapChanges.number })
			.get();
		record(tx, person, what, about, auditOf(before, after));
		return done({ ...gives, number });
	});
}

/** So many rows stand in the audit line field by field; of more, how many were there before and after. The change itself keeps all. */
const mostInAudit = 20;

function auditOf(before: Image[], after: Image[]): Change {
	const [first] = before;
	if (before.length === 1 && first?.row && after[0]?.row) return changesOf<object>(first.row, without(after[0].row));
	if (before.length > mostInAudit) {
		const count = (images: Image[], table: Kind) => images.filter((image) => image.table === table && image.row).length;
		return {
			stages: { from: count(before, 'stage'), to: count(after, 'stage') },
			steps: { from: count(before, 'step'), to: count(after, 'step') }
		};
	}
	return Object.fromEntries(
		before.map(({ table, id, row }, i) => [
			`${table} ${id}`,
			{ from: row && without(row), to: after[i]?.row ? without(after[i].row) : null }
		])
	);
}

/** Without what says nothing to a reader. */
const without = (row: object): object =>
	Object.fromEntries(
		Object.entries(row).filter(([field, value]) => !['version', 'mapId', 'id'].includes(field) && value !== null && value !== '')
	);

/** A text in quotation marks, short enough to stand in a sentence. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text}”`.replaceAll(/\s+/g, ' ');
