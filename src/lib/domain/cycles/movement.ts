import type { Framework } from '#lib/domain/frameworks/document.ts';

/** A group of a cycle's assessments that stand alike. Levels and awards are null where there are none. */
export type MovementGroup = {
	status: string;
	agreedLevel: number | null;
	agreedAward: string | null;
	baselineLevel: number | null;
	baselineAward: string | null;
	isBaseline: boolean;
	count: number;
};

/** Awards then and now, highest first. `award` null is "no award"; services without an agreed result or a baseline are counted apart. */
export type Movement = {
	total: number;
	agreed: number;
	awards: { award: string | null; baseline: number; now: number }[];
	notYet: { baseline: number; now: number };
	/** Of the services agreed in this cycle that have an earlier baseline. */
	up: number;
	same: number;
	down: number;
};

/** Counts a cycle's awards now against baseline, and who moved (DOMAIN section 2.3: every later report shows the distance from baseline). */
export function movementIn(framework: Framework, groups: MovementGroup[]): Movement {
	const sum = (which: (group: MovementGroup) => boolean) => groups.filter(which).reduce((total, { count }) => total + count, 0);
	const isAgreed = ({ status }: MovementGroup) => status === 'agreed';
	const hasBaseline = ({ baselineLevel, baselineAward }: MovementGroup) => baselineLevel !== null || baselineAward !== null;
	const moved = (which: (steps: number) => boolean) =>
		sum(
			(group) =>
				isAgreed(group) &&
				!group.isBaseline &&
				group.agreedLevel !== null &&
				group.baselineLevel !== null &&
				which(group.agreedLevel - group.baselineLevel)
		);
	return {
		total: sum(() => true),
		agreed: sum(isAgreed),
		awards: [...awardsIn(framework), null].map((award) => ({
			award,
			baseline: sum((group) => hasBaseline(group) && group.baselineAward === award),
			now: sum((group) => isAgreed(group) && group.agreedAward === award)
		})),
		notYet: { baseline: sum((group) => !hasBaseline(group)), now: sum((group) => !isAgreed(group)) },
		up: moved((steps) => steps > 0),
		same: moved((steps) => steps === 0),
		down: moved((steps) => steps < 0)
	};
}

/** The awards of a framework, highest first; for compliance its outcomes, best first. */
export function awardsIn(framework: Framework): string[] {
	if (framework.kind === 'compliance') return (framework.outcomes ?? []).map(({ name }) => name);
	const levels = [...(framework.levels ?? [])].sort((a, b) => b.number - a.number);
	return [...new Set(levels.flatMap(({ award }) => award ?? []))];
}

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const numbered = (count: number) => small[count] ?? String(count);
const lower = (count: number) => numbered(count).toLowerCase();
const services = (count: number) => (count === 1 ? 'service' : 'services');

/** The finding that heads the page: 'Three more services hold Silver or Gold'. */
export function headlineOf({ total, agreed, awards, up, same, down }: Movement): string {
	if (agreed === 0) return 'No result is agreed yet';
	const named = awards.flatMap((row) => (row.award === null ? [] : [{ ...row, award: row.award }]));
	const high = named.length > 1 ? named.slice(0, -1) : named;
	const held = either.format(high.map(({ award }) => award).reverse());
	const now = high.reduce((count, row) => count + row.now, 0);
	const measured = up + same + down;
	if (measured === 0 || !high.length)
		return high.length
			? `${numbered(now)} of ${lower(total)} ${services(total)} ${now === 1 ? 'holds' : 'hold'} ${held}`
			: `${numbered(agreed)} of ${lower(total)} ${services(total)} ${agreed === 1 ? 'has' : 'have'} an agreed result`;
	const difference = now - high.reduce((count, row) => count + row.baseline, 0);
	if (difference > 0) return `${numbered(difference)} more ${services(difference)} ${difference === 1 ? 'holds' : 'hold'} ${held}`;
	if (up === 0) return 'No service has moved up since baseline';
	return `${numbered(up)} of ${lower(measured)} ${services(measured)} moved up since baseline`;
}

/** The sentence under it: how many moved, of those that can be compared. */
export function movementInWords({ total, agreed, up, same, down }: Movement): string {
	const measured = up + same + down;
	const first = `${agreed} of ${total} ${services(total)} ${agreed === 1 ? 'has' : 'have'} an agreed result.`;
	if (measured === 0) return `${first} None has an earlier baseline to be measured from.`;
	return `${first} Against baseline, ${up} of ${measured} moved up, ${same} stayed and ${down} fell.`;
}
