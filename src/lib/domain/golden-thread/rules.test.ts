import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aStrand, drawn } from '../../../../tests/support/drawn-thread.ts';
import { below } from './below.ts';
import { breaksOf } from './breaks.ts';
import { coverageOf, shareInWords } from './coverage.ts';
import { inOneLine, pathsUp, pathUp, reachingVision } from './paths.ts';
import { circleIn, faultIn, placed } from './rules.ts';
import { weave, type Thread } from './thread.ts';

const ids = (strands: readonly { id: string }[]) => strands.map(({ id }) => id).join(' ');
const lines = (thread: Thread, id: string) => pathsUp(thread, id).map(ids);

test('every path to the vision is found, and the one line is the first of them', () => {
	const thread = drawn(`I1 > T1 > S1 > C1 > P1 > V1
		S1 > C2 > P2 > V1
		T1 > C2
		S2`);
	expect(lines(thread, 'I1')).toEqual(['V1 P2 C2 T1 I1', 'V1 P1 C1 S1 T1 I1', 'V1 P2 C2 S1 T1 I1']);
	expect(ids(pathUp(thread, 'S1'))).toBe('V1 P1 C1 S1');
	expect(inOneLine(pathUp(thread, 'C1'))).toBe('V1 — P1 — C1');
	expect(pathsUp(thread, 'S2')).toEqual([]);
	expect(ids(below(thread, 'C2'))).toBe('S1 T1 I1');
	expect(ids(below(thread, 'V1'))).toBe('P1 P2 C1 C2 S1 T1 I1');
});

test('nothing leads through a retired strand, and bringing it back brings every path back', () => {
	const drawing = 'T1 > S1 > P1 > V1';
	const without = drawn(drawing, { S1: { retiredOn: '2026-11-01' } });
	expect(pathsUp(without, 'T1')).toEqual([]);
	expect(without.retired.map(({ id }) => id)).toEqual(['S1']);
	expect(lines(drawn(drawing), 'T1')).toEqual(['V1 P1 S1 T1']);
});

test('a strand made its own ancestor is refused with the whole circle', () => {
	const thread = drawn('T1 > S1 > C1 > P1 > V1', { T1: { title: 'Text the same day' }, S1: { title: 'Keep people told' } });
	const fault = faultIn(thread, thread.byId.get('S1')!, ['C1', 'T1']);
	expect(fault).toMatchObject({ code: 'cycle', field: 'parents' });
	expect(fault?.text).toBe(
		'A strand cannot serve itself. This would close the circle “Keep people told” → “Text the same day” → “Keep people told”'
	);
	expect(faultIn(thread, thread.byId.get('S1')!, ['S1'])?.code).toBe('cycle');
});

test('what a strand serves stands a level or more above it, and what serves it below', () => {
	const thread = drawn('T1 > S1 > C1 > P1 > V1\nS2 > C1');
	expect(faultIn(thread, thread.byId.get('S1')!, ['S2'])?.text).toBe(
		'“S2” is a service objective: choose strands above the level of service objective'
	);
	expect(faultIn(thread, { ...thread.byId.get('S1')!, level: 'individual objective' }, ['C1'])).toMatchObject({
		code: 'level',
		field: 'level'
	});
	expect(faultIn(thread, thread.byId.get('S1')!, ['V1'])).toBeNull();
	expect(faultIn(thread, thread.byId.get('S1')!, [])?.code).toBe('no-path');
	expect(faultIn(thread, aStrand('S9'), [])).toBeNull();
	expect(faultIn(thread, thread.byId.get('S1')!, ['nobody'])?.code).toBe('unknown');
});

test('a circle in a file is named whatever the levels say', () => {
	expect(circleIn(new Map([['a', ['b']], ['b', ['c']], ['c', ['a', 'd']]]))).toEqual(['a', 'b', 'c', 'a']); // prettier-ignore
	expect(circleIn(new Map([['a', ['b', 'c']], ['b', ['d']], ['c', ['d']]]))).toBeNull(); // prettier-ignore
	expect(circleIn(new Map([['a', ['a']]]))).toEqual(['a', 'a']);
});

const facts = {
	serving: new Map([['T2', 1]]),
	measured: new Map(['V1', 'P1', 'C1', 'S1', 'T2', 'I1'].map((id) => [id, 1]))
};
const council = drawn('I1 > T1 > S1 > C1 > P1 > V1\nT2 > S1\nC2 > P1\nS2\nI2 > T1', { C2: { owner: '' } });

test('coverage counts, level by level, what has something below and a measure; individual objectives need a measure', () => {
	const shown = coverageOf(council, facts).map(({ level, covered, of }) => `${level}: ${covered} of ${of}`);
	expect(shown).toEqual([
		'vision: 1 of 1',
		'priority: 1 of 1',
		'commitment: 1 of 2',
		'service objective: 1 of 2',
		'team objective: 1 of 2',
		'individual objective: 1 of 2'
	]);
	const teams = coverageOf(council, facts)[4]!;
	expect(teams.explain).toEqual([
		'2 team objectives stand in the thread.',
		'1 has at least one thing below and at least one measure; left out: 1 with no measure.',
		'1 of 2 is 50.0%.'
	]);
	expect([shareInWords(27, 38), shareInWords(31, 64), shareInWords(212, 268), shareInWords(0, 0)]).toEqual([
		'71.1%',
		'48.4%',
		'79.1%',
		'–'
	]);
});

test('breaks are nothing below, no owner, no measure and tied to nothing', () => {
	const loose = [{ kind: 'action' as const, id: 'a', title: 'Publish void times', place: 'Action 22', href: '/actions/22' }];
	const said = breaksOf(council, facts, loose).map(({ what, strand, loose }) => `${strand?.id ?? loose?.title}: ${what}`);
	expect(said).toEqual([
		'C2: nothing below',
		'C2: no owner',
		'C2: no measure',
		'S2: tied to nothing',
		'S2: nothing below',
		'S2: no measure',
		'T1: no measure',
		'I2: no measure',
		'Publish void times: tied to nothing'
	]);
});

/** Any thread of a few strands a level, each serving some of those above it, one level or several. */
const anyThread = fc
	.record({
		counts: fc.tuple(...['V', 'P', 'C', 'S', 'T', 'I'].map((letter) => fc.integer({ min: letter === 'V' ? 1 : 0, max: 4 }))),
		links: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 })
	})
	.map(({ counts, links }) => {
		const all = [...'VPCSTI'].flatMap((letter, i) => Array.from({ length: counts[i]! }, (_, n) => aStrand(`${letter}${n + 1}`)));
		const serving = links.flatMap(([from, to]) => {
			const [strand, parent] = [all[from % all.length]!, all[to % all.length]!];
			return 'VPCSTI'.indexOf(strand.id[0]!) > 'VPCSTI'.indexOf(parent.id[0]!) ? [`${strand.id} ${parent.id}`] : [];
		});
		const pairs = [...new Set(serving)].map((pair) => ({ strandId: pair.split(' ')[0]!, parentId: pair.split(' ')[1]! }));
		return weave(all, pairs);
	});
const anyMoves = fc.array(fc.record({ strand: fc.nat(), parents: fc.array(fc.nat(), { maxLength: 3 }), level: fc.nat() }), {
	minLength: 1,
	maxLength: 12
});
const levelNames = ['vision', 'priority', 'commitment', 'service objective', 'team objective', 'individual objective'] as const;

test('whatever is moved, no path to the vision is lost, no circle is closed and every level stays in order', () => {
	fc.assert(
		fc.property(anyThread, anyMoves, (start, moves) => {
			let thread = start;
			for (const { strand: which, parents, level } of moves) {
				const strand = thread.strands[which % thread.strands.length]!;
				const wanted = level % 3 ? strand : { ...strand, level: levelNames[level % 6]! };
				const to = [...new Set(parents.map((n) => thread.strands[n % thread.strands.length]!.id))];
				if (faultIn(thread, wanted, to)) continue;
				const after = placed(thread, wanted, to);
				for (const id of reachingVision(thread)) {
					if (!reachingVision(after).has(id)) return false;
					// what led to the vision through the moved strand still does, from it on by another way
					const through = pathsUp(thread, id, 500).filter((path) => path.some((one) => one.id === strand.id));
					const beneath = (path: { id: string }[]) => ids(path.slice(path.findIndex((one) => one.id === strand.id)));
					const now = new Set(
						pathsUp(after, id, 5000)
							.filter((path) => path.some((one) => one.id === strand.id))
							.map(beneath)
					);
					if (through.some((path) => !now.has(beneath(path)))) return false;
				}
				thread = after;
			}
			const serves = new Map([...thread.parents].map(([id, above]) => [id, above.map((one) => one.id)]));
			return circleIn(serves) === null;
		}),
		{ numRuns: 300 }
	);
});

test('coverage and breaks agree: what is not covered has a break, and the parts sum to the whole', () => {
	const anyFacts = fc.record({ serving: fc.array(fc.nat(40)), measured: fc.array(fc.nat(40)) });
	fc.assert(
		fc.property(anyThread, anyFacts, (thread, { serving, measured }) => {
			const chosen = (ns: number[]) => new Map(ns.flatMap((n) => (thread.strands[n] ? [[thread.strands[n].id, 1] as const] : [])));
			const tied = { serving: chosen(serving), measured: chosen(measured) };
			const rows = coverageOf(thread, tied);
			const broken = new Set(
				breaksOf(thread, tied, []).flatMap(({ what, strand }) =>
					strand && (what === 'no measure' || what === 'nothing below') ? [strand.id] : []
				)
			);
			const uncovered = rows.flatMap(({ lacking }) => lacking.map(({ strand }) => strand.id));
			return (
				rows.every(({ covered, of, lacking }) => covered + lacking.length === of && covered >= 0) &&
				rows.reduce((sum, { of }) => sum + of, 0) === thread.strands.length &&
				uncovered.length === broken.size &&
				uncovered.every((id) => broken.has(id))
			);
		})
	);
});
