import type { Person } from '#lib/domain/access/person.ts';
import { changesOf } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import type { Database, Transaction } from '#lib/server/database.ts';
import { fitting } from './keeping.server.ts';
import { depthOf } from './levels.ts';
import { strandsByName } from './naming.ts';
import { fileReader } from './reading-file.server.ts';
import { faultAbove, faultIn, type Fault, type Placed } from './rules.ts';
import { putStrand } from './strand-rows.server.ts';
import type { StrandState } from './tables.ts';
import type { StrandInFile } from './thread-file.ts';
import type { Strand } from './thread.ts';
import { workingCopy, type WorkingCopy } from './working-copy.server.ts';

/** In which fields strands in files differ from those that are there; for one that is retired, that it is. */
export function differences(db: Database): (strand: Strand, file: StrandInFile) => string[] {
	const [read, copy] = [fileReader(db), workingCopy(db)];
	const byName = strandsByName(copy.thread());
	return (strand, file) => {
		const found = read(file);
		if (!found.ok) return [];
		const parents = file.serves.map((one) => byName.get(one.toLowerCase())?.id ?? one).sort();
		return Object.keys(changesOf<object>(copy.stateOf(strand), { ...found.fields, parents, retiredOn: null }));
	};
}

const sameList = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one, at) => one === b[at]);

/** Why a strand that is there cannot stand as a file has it. One whose place stays as it is was asked about before. */
function faultOf(copy: WorkingCopy, strand: Strand, placed: Placed, parents: readonly string[]): Fault | null {
	if (!strand.retiredOn) {
		const stays = strand.level === placed.level && sameList(copy.stateOf(strand).parents, parents);
		return stays ? null : faultIn(copy.thread(), placed, parents);
	}
	const under = copy.servedBy(strand.id).find(({ level }) => depthOf(level) <= depthOf(placed.level));
	if (!under) return faultAbove(copy.strands, placed, parents);
	return { code: 'level', text: `“${under.title}” serves it and is a ${under.level}`, field: 'level' };
}

/**
 * Brings strands in, one after the other, each as a file has it: adds it, changes the one of its reference so, or brings that back
 * where it was retired. What a strand serves must be there already. Its reference is kept, unless that is a number people name
 * another by. What is read is read once; all that is brought in together can be undone together. DOMAIN section 6.
 */
export function bringer(tx: Transaction, person: Person): (file: StrandInFile) => Outcome<{ id: string; number: number }> {
	const [read, copy] = [fileReader(tx), workingCopy(tx)];
	const byName = strandsByName(copy.thread());
	const highest = (of: (strand: Strand) => number) => [...copy.strands.values()].reduce((most, strand) => Math.max(most, of(strand)), 0);
	let [number, position] = [highest((strand) => strand.number), highest((strand) => strand.position)];
	let together: number | undefined;
	return (file) => {
		const no = (code: string, text: string): Refused => refused(code, `${file.reference}: ${text}`);
		const found = read(file);
		if (!found.ok) return no('unknown', found.text);
		const there = byName.get(file.reference.toLowerCase());
		const parents = file.serves.map((one) => byName.get(one.toLowerCase()));
		if (parents.some((parent) => !parent)) return refused('unknown', `${file.reference} serves a strand that is not there`);
		const ids = [...new Set(parents.map((parent) => parent!.id))].sort();
		const fields = fitting(person, found.fields);
		if ('ok' in fields) return no(fields.code, fields.text);
		const placed = { id: there?.id ?? '', level: fields.level, title: fields.title };
		const fault = there ? faultOf(copy, there, placed, ids) : faultAbove(copy.strands, placed, ids);
		if (fault) return no(fault.code, fault.text);
		const before = there ? copy.stateOf(there) : null;
		const reference = /^\d+$/.test(file.reference) ? null : file.reference;
		const wanted: StrandState = { ...(before ?? { reference, position: ++position }), ...fields, parents: ids, retiredOn: null };
		const what = !there ? 'added a strand' : there.retiredOn ? 'brought a strand back' : 'changed a strand';
		const put = putStrand(tx, person, { id: there?.id ?? null, before, number: there ? undefined : ++number, wanted, what, together });
		together ??= put.change;
		const strand = copy.put(put.id, put.number, wanted);
		byName.set(String(put.number), byName.get(String(put.number)) ?? strand);
		byName.set(file.reference.toLowerCase(), strand);
		return done({ id: put.id, number: put.number });
	};
}
