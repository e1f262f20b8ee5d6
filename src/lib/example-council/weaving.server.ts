import { bringer } from '#lib/domain/golden-thread/bringing.server.ts';
import { strandsByName } from '#lib/domain/golden-thread/naming.ts';
import { objectivesSeen } from '#lib/domain/golden-thread/things/objectives.server.ts';
import { thingsSeen } from '#lib/domain/golden-thread/things/seeing.server.ts';
import type { ThreadThing } from '#lib/domain/golden-thread/things/thread-thing.ts';
import { threadOf } from '#lib/domain/golden-thread/thread.server.ts';
import { tieKinds, type TieKind } from '#lib/domain/golden-thread/ties.ts';
import { tie } from '#lib/domain/golden-thread/tying.server.ts';
import { measures } from '#lib/domain/measures/tables.ts';
import { write, type Database } from '#lib/server/database.ts';
import { must, type Who } from './cast.server.ts';
import type { Diary } from './diary.ts';
import type { CouncilThread } from './thread-file.ts';

/** Days from today on which the thread was written down, and on which what there is was tied to it. */
const woven = -90;
const tied = -2;
const most = 5000;

type Setting = { db: Database; diary: Diary; who: Who; file: CouncilThread };

/** The programme lead writes the thread down and ties to it what the council has; a team leader ties objectives of their team. */
export function weaveTheThread({ db, diary, who, file }: Setting): void {
	const lead = who('programme.lead');
	diary.on(woven, 400, () =>
		write(db, (tx) => {
			const bring = bringer(tx, lead);
			for (const { ties: _, ...strand } of file.strands) must(bring(strand), strand.reference);
		})
	);
	diary.on(tied, 400, (today) => {
		const all = new Map(tieKinds.map((kind) => [kind, thingsSeen(db, lead, kind, { most }, today)]));
		for (const { reference, ties } of file.strands) {
			const strand = strandsByName(threadOf(db)).get(reference.toLowerCase())!;
			for (const kind of tieKinds) {
				const things = (ties?.[kind] ?? []).map((name) => called(db, all.get(kind) ?? [], kind, name));
				if (things.length) must(tie(db, lead, things, strand.id), `${reference}, ${kind}`);
			}
		}
	});
	diary.on(tied, 410, () => {
		const leader = who('team.leader');
		for (const { reference, ties } of file.strands) {
			const objectives = objectivesSeen(db, leader, { most }).filter(
				({ title, mayManage }) => mayManage && ties?.objective.includes(title)
			);
			if (objectives.length) must(tie(db, leader, objectives, strandsByName(threadOf(db)).get(reference.toLowerCase())!.id), reference);
		}
	});
}

/** The thing a file names: as ties.ts does, by its number or key, or by how its words begin. */
function called(db: Database, things: readonly ThreadThing[], kind: TieKind, name: string): ThreadThing {
	const id =
		kind === 'measure'
			? db
					.select({ id: measures.id, key: measures.key })
					.from(measures)
					.all()
					.find(({ key }) => key === name)?.id
			: name;
	const found = things.find(({ thing, title }) => thing === id || title.startsWith(kind === 'standard' ? `${name} ` : name));
	if (!found) throw new Error(`The example council has no ${kind} called ${name}`);
	return found;
}
