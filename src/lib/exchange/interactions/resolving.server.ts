import { showShortDay } from '#lib/domain/calendar/dates.ts';
import { channels, type Channel } from '#lib/domain/journeys/channels.ts';
import { monthOf } from '#lib/domain/paf/month.ts';
import { placingOf, type Placed } from '#lib/domain/paf/placing.server.ts';
import type { Database } from '#lib/server/database.ts';
import type { Problem } from '../sheet.ts';
import { channelForAll, channelOf, type Mapping, type Part } from './columns.ts';
import type { Line } from './csv-blocks.ts';
import { readLength, readWhen } from './reading-when.ts';

export type Resolved = {
	row: number;
	reference: string;
	staffId: string;
	teamId: string;
	serviceId: string;
	channel: Channel;
	at: number;
	month: string;
	seconds: number | null;
};

export type Resolver = (line: Line) => Resolved | Problem[];

/** Whose services' interactions somebody may bring in. */
export type Over = 'all' | readonly string[];

/**
 * Reads the rows of a list: by which columns, against the staff as they were on each day. What it gives for a row is the
 * interaction, or everything that is wrong with it.
 */
export function resolverOf(db: Database, heads: readonly string[], mapping: Mapping, over: Over, now: number): Resolver {
	const placing = placingOf(db);
	const column = (part: Part) => (mapping[part] === undefined ? -1 : heads.indexOf(mapping[part]));
	const [reference, at, time, channel, advisor, seconds] = (['reference', 'at', 'time', 'channel', 'advisor', 'seconds'] as const).map(
		column
	) as [number, number, number, number, number, number];
	const everyChannel = mapping.channel ? channelForAll(mapping.channel) : null;
	return ({ row, cells }) => {
		const problems: Problem[] = [];
		const wrong = (part: Part, text: string) => {
			problems.push({ row, column: mapping[part] ?? '', text });
			return undefined;
		};
		const cell = (index: number) => cells[index] ?? '';
		const named = cell(reference);
		if (!named) wrong('reference', 'Enter the reference');
		else if (named.length > 100) wrong('reference', 'The reference must be 100 characters or fewer');
		const when = readWhen(cell(at), time < 0 ? '' : cell(time));
		if ('problem' in when) wrong('at', when.problem);
		else if (when.at > now) wrong('at', `${showShortDay(when.day)} is in the future`);
		const by =
			everyChannel ?? channelOf(cell(channel)) ?? wrong('channel', `“${cell(channel).slice(0, 40)}” is no channel: ${channels.join(', ')}`);
		const length = seconds < 0 ? null : readLength(cell(seconds));
		if (length === undefined) wrong('seconds', `“${cell(seconds).slice(0, 40)}” is no length of time. Write seconds, or 8:14`);
		else if (length !== null && length > 86_400) wrong('seconds', 'The length must be a day or less');
		const day = 'day' in when ? when.day : '';
		const who = whoIs(placing, cell(advisor), day);
		if ('problem' in who) wrong('advisor', who.problem);
		else if (day && who.leftOn && day > who.leftOn)
			wrong('advisor', `${who.name} left on ${showShortDay(who.leftOn)}, before ${showShortDay(day)}`);
		if (problems.length || 'problem' in who || 'problem' in when || !by || length === undefined) return problems;
		const place = placing.on(who.staffId, day);
		if (over !== 'all' && !over.includes(place.serviceId)) {
			wrong('advisor', `${who.name} was not in a service of yours on ${showShortDay(day)}`);
			return problems;
		}
		return { row, reference: named, staffId: who.staffId, ...place, channel: by, at: when.at, month: monthOf(day), seconds: length };
	};
}

function whoIs({ byPayroll, byName }: ReturnType<typeof placingOf>, cell: string, day: string): Placed | { problem: string } {
	if (!cell) return { problem: 'Enter the advisor' };
	const wanted = cell.toLowerCase();
	const byNumber = byPayroll.get(wanted);
	if (byNumber) return byNumber;
	// whoever had left by then is not meant
	const named = (byName.get(wanted) ?? []).filter(({ leftOn }) => !leftOn || !day || day <= leftOn);
	if (named.length === 1 && named[0]) return named[0];
	if (named.length > 1) return { problem: `${named.length} members of staff are called “${cell.slice(0, 60)}”. Use the payroll number` };
	const left = byName.get(wanted)?.[0];
	if (left) return left;
	return { problem: `Nobody has the payroll number or the name “${cell.slice(0, 60)}”. Add them to the staff first` };
}
