import type { Attendance } from './words.ts';

/** A member at a meeting, as far as one item of its agenda is concerned. */
export type Seat = {
	personId: string;
	name: string;
	attendance: Attendance;
	/** Still a member or chair of the board, and not deactivated. */
	holdsRole: boolean;
	/** The interest declared in this item, in words; null for none. */
	interest: string | null;
};

export type Quorum = { present: number; needed: number; met: boolean };

/** Whether a member has a part in the item and is there. DOMAIN section 4: an interest keeps a member out of it. */
export const counts = ({ attendance, holdsRole, interest }: Omit<Seat, 'personId' | 'name'>): boolean =>
	attendance === 'present' && holdsRole && interest === null;

/** How many members present have a part in an item, and whether that is enough to decide it. DOMAIN section 4. */
export function quorumOf(seats: readonly Omit<Seat, 'personId' | 'name'>[], needed: number): Quorum {
	const present = seats.filter(counts).length;
	return { present, needed, met: present >= needed };
}

const members = (count: number) => (count === 1 ? '1 member' : `${count} members`);

/** The quorum as people say it: '2 members with no interest in this item are present; 3 are needed'. */
export const quorumInWords = ({ present, needed }: Quorum): string =>
	`${members(present)} with no interest in this item ${present === 1 ? 'is' : 'are'} present; ${needed} ${needed === 1 ? 'is' : 'are'} needed`;

/** Why a member counts to the quorum or not, in words. */
export function countsInWords({ attendance, holdsRole, interest }: Omit<Seat, 'personId' | 'name'>): string {
	if (!holdsRole) return 'does not count, no longer on the board';
	if (interest !== null) return 'does not count, declared an interest';
	if (attendance === 'present') return 'present, counts';
	return attendance === 'apologies' ? 'does not count, sent apologies' : 'does not count, not noted as present';
}
