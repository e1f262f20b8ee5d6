import type { Person } from '#lib/domain/access/person.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { besideIn, movesFor, type Move } from './moves.ts';
import { faultIn } from './rules.ts';
import { mayKeep } from './strand-thing.ts';
import { lastPlace, putStrand, stateOf, strandRow } from './strand-rows.server.ts';
import { threadOf } from './thread.server.ts';
import { parentsOf, type Strand, type Thread } from './thread.ts';

const nothing = refused('nowhere', 'It cannot be moved that way from where it stands');

/**
 * Moves a strand in the outline, where it stands under `under` (null for the top): up or down among those of its level
 * there, in (to serve the strand before it, which stands on a higher level) or out (to serve what `under` serves). Its level
 * never changes. Refused where there is no such place, and where it would lose its way to the vision.
 */
export function moveStrand(db: Database, person: Person, id: string, under: string | null, move: Move): Outcome {
	return write(db, (tx) => {
		const thread = threadOf(tx);
		const strand = thread.byId.get(id);
		if (!strand || strand.retiredOn) return refused('gone', 'This strand is no longer in the thread');
		if (!mayKeep(person, strand)) return refused('not-theirs', `You cannot move a ${strand.level} there`);
		if (!movesFor(thread, strand, under)[move]) return nothing;
		return move === 'up' || move === 'down'
			? swap(tx, person, thread, strand, under, move)
			: rehang(tx, person, thread, strand, under, move);
	});
}

function swap(tx: Transaction, person: Person, thread: Thread, strand: Strand, under: string | null, move: 'up' | 'down'): Outcome {
	const beside = besideIn(thread, under).filter(({ level }) => level === strand.level);
	const at = beside.findIndex(({ id }) => id === strand.id);
	const other = beside[move === 'up' ? at - 1 : at + 1];
	if (!other) return nothing;
	const rows = [strandRow(tx, strand.id)!, strandRow(tx, other.id)!] as const;
	const [mine, theirs] = [stateOf(tx, rows[0]), stateOf(tx, rows[1])];
	// two that were given the same place are told apart first
	const apart = mine.position === theirs.position ? (move === 'up' ? -1 : 1) : 0;
	const what = `moved a strand ${move}`;
	const { change } = putStrand(tx, person, { id: strand.id, wanted: { ...mine, position: theirs.position + apart }, what });
	if (!apart)
		putStrand(tx, person, { id: other.id, wanted: { ...theirs, position: mine.position }, what: 'made room for it', together: change });
	return done();
}

function rehang(tx: Transaction, person: Person, thread: Thread, strand: Strand, under: string | null, move: 'in' | 'out'): Outcome {
	const beside = besideIn(thread, under);
	const before = beside[beside.findIndex(({ id }) => id === strand.id) - 1];
	const to = move === 'in' ? (before ? [before.id] : []) : parentsOf(thread, under ?? '').map(({ id }) => id);
	const row = strandRow(tx, strand.id)!;
	const stands = stateOf(tx, row);
	const parents = [...new Set([...stands.parents.filter((parent) => parent !== under), ...to])].sort();
	const fault = faultIn(
		thread,
		strand,
		parents.filter((parent) => thread.parents.has(parent))
	);
	if (fault) return refused(fault.code, fault.text);
	const what = move === 'in' ? 'moved a strand in' : 'moved a strand out';
	putStrand(tx, person, { id: strand.id, wanted: { ...stands, parents, position: lastPlace(tx) }, what });
	return done();
}
