import type { ActionCounts } from '#lib/domain/golden-thread/action-words.ts';
import type { TiedFacts } from '#lib/domain/golden-thread/coverage.ts';
import type { MeasureShown } from '#lib/domain/golden-thread/measures-shown.server.ts';
import { inOneLine, pathUp } from '#lib/domain/golden-thread/paths.ts';
import type { ServingService } from '#lib/domain/golden-thread/serving-services.server.ts';
import type { Strand, Thread } from '#lib/domain/golden-thread/thread.ts';

/** Everything the parts of the report are made of: the same facts as on the strands' own pages. */
export type Woven = {
	thread: Thread;
	facts: TiedFacts;
	/** Those of the report, from the vision down. */
	strands: readonly Strand[];
	/** By the strand's id: of it and everything below it. */
	actions: ReadonlyMap<string, ActionCounts>;
	journeys: ReadonlyMap<string, { reviewed: number; of: number }>;
	/** By the strand's id: tied to it. */
	measures: ReadonlyMap<string, readonly MeasureShown[]>;
	/** The services the strands belong to. */
	services: readonly ServingService[];
	/** Whether owners are named. */
	named: boolean;
};

/** The one line from the vision down to a strand. */
export const lineTo = (thread: Thread, strand: Strand): string => inOneLine(pathUp(thread, strand.id)) || 'No way leads up to the vision';

/** 'A; B and 2 more': what a cell of a table has room for. */
export const someOf = (titles: readonly string[], most = 4): string =>
	titles.length > most ? `${titles.slice(0, most).join('; ')} and ${titles.length - most} more` : titles.join('; ');
