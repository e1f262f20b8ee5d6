import { showDay } from '../calendar/dates.ts';
import type { OneToOneSeen } from './finding.server.ts';

type Crumb = { href?: string; label: string };

/** The way to a one-to-one, or to a page below it, as the advisor or the leader goes. */
export function oneToOneCrumbs({ id, as, heldOn, member }: OneToOneSeen, ...below: Crumb[]): Crumb[] {
	const label = as === 'leader' ? `${member.name}, ${showDay(heldOn)}` : showDay(heldOn);
	const list =
		as === 'leader' ? { href: '/paf/one-to-ones', label: 'One-to-ones' } : { href: '/paf/mine/one-to-ones', label: 'My one-to-ones' };
	return [{ href: '/', label: 'Home' }, list, below.length ? { href: `/paf/one-to-ones/${id}`, label } : { label }, ...below];
}
