import { expect, test } from 'vitest';
import { queriesOf } from '../../../../tests/support/counting.ts';
import { aMap, aStep } from '../../../../tests/support/maps.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { saveStep } from './saving.server.ts';
import { undo } from './undoing.server.ts';
import { changesSince, lastChange } from './watching.server.ts';

const mapOfSteps = (steps: number) =>
	aMap(
		[...Array(steps / 10).keys()].map((stage) => ({
			name: `Stage ${stage}`,
			who: '',
			steps: [...Array(10).keys()].map((n) => aStep(`${stage} ${n}`))
		}))
	);

/** What SQLite would do for each statement that a piece of work runs: searches by an index or key, and scans. */
function scansOf(map: ReturnType<typeof aMap>, work: () => unknown): string[] {
	const { $client } = map.db;
	const prepare = $client.prepare.bind($client);
	const texts: string[] = [];
	$client.prepare = ((sql: string) => {
		texts.push(sql);
		return prepare(sql);
	}) as typeof $client.prepare;
	try {
		work();
	} finally {
		$client.prepare = prepare;
	}
	const plan = (sql: string) => {
		const statement = prepare(`explain query plan ${sql}`);
		const holes = (sql.match(/\?/g) ?? []).map(() => 1);
		return (statement.all(...holes) as { detail: string }[]).map(({ detail }) => detail);
	};
	return texts
		.filter((sql) => /\bmap_|"map/.test(sql))
		.flatMap((sql) => plan(sql).filter((detail) => /^SCAN (map|step)|TEMP B-TREE/.test(detail)));
}

test('saving a step runs as many statements in a map of 600 steps as in one of 10, and reads no whole map', () => {
	const counts = [10, 120, 600].map((steps) => {
		const map = mapOfSteps(steps);
		const id = map.id('0 5');
		let version = 1;
		const save = () => {
			const outcome = saveStep(map.db, cast.manager, map.journey, id, { wants: `Heat ${version}` }, version);
			if (outcome.ok) version = outcome.version;
			return outcome;
		};
		expect(scansOf(map, save)).toEqual([]);
		return queriesOf(map.db, save);
	});
	expect(new Set(counts).size).toBe(1);
});

test('looking on and taking back walk indexes too', () => {
	const map = mapOfSteps(120);
	saveStep(map.db, cast.manager, map.journey, map.id('0 5'), { wants: 'Heat' }, 1);
	const last = lastChange(map.db, map.mapId);
	expect(scansOf(map, () => changesSince(map.db, map.mapId, last))).toEqual([]);
	expect(scansOf(map, () => changesSince(map.db, map.mapId, last - 1)).filter((step) => /^SCAN/.test(step))).toEqual([]);
	expect(scansOf(map, () => undo(map.db, cast.manager, map.journey, 'as-is'))).toEqual([]);
});
