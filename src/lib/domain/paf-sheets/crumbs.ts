type Crumb = { href?: string; label: string };

/** The way to a member of staff, or to a page below: for a leader through the staff, for an advisor through their own pages. */
export function staffCrumbs(member: { id: string; name: string; aboutId: string | null }, personId: string, ...below: Crumb[]): Crumb[] {
	const home = { href: '/', label: 'Home' };
	const own = member.aboutId === personId;
	const way = own ? [{ href: '/paf/mine/sheets', label: 'My sheets' }] : [{ href: '/paf/staff', label: 'Staff' }];
	const name = own ? [] : [below.length ? { href: `/paf/staff/${member.id}`, label: member.name } : { label: member.name }];
	return [home, ...way, ...name, ...below];
}
