import type { Difference } from './difference.ts';

const are = (n: number, what: string) => `${n} ${n === 1 ? 'is' : 'are'} ${what}`;

/** What to-be changes, counted: 'Of 14 steps 1 stays as it is, 7 are changed, 2 are moved and 6 are taken away; 1 is new.' */
export function differenceInWords({ added, removed, changed, moved, same }: Difference): string {
	const both = new Set(moved.map(({ to }) => to.id));
	const touched = changed.filter(({ to }) => !both.has(to.id)).length + moved.length;
	const all = same + touched + removed.length;
	const stay = `${same} ${same === 1 ? 'stays as it is' : 'stay as they are'}`;
	const parts = [stay, are(changed.length, 'changed'), are(moved.length, 'moved'), are(removed.length, 'taken away')];
	const counted = `Of ${all} ${all === 1 ? 'step' : 'steps'} ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
	const twice = changed.length + moved.length - touched;
	return `${counted}${twice ? ` (${twice} of them both changed and moved)` : ''}; ${are(added.length, 'new')}.`;
}
