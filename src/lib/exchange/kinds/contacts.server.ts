import * as v from 'valibot';
import { showShortDay } from '#lib/domain/calendar/dates.ts';
import { contactFields, type ContactTyped } from '#lib/domain/demand/forms.ts';
import { inLog } from '#lib/domain/demand/counting.server.ts';
import { noteContact } from '#lib/domain/demand/noting.server.ts';
import { demandSteps, stepNamed } from '#lib/domain/demand/steps.ts';
import { contacts } from '#lib/domain/demand/tables.ts';
import { channels } from '#lib/domain/journeys/channels.ts';
import { journeyById } from '#lib/domain/journeys/finding.server.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import type { Database } from '#lib/server/database.ts';
import { unguarded } from '../formula-guard.ts';
import { importKind, type Plan } from '../import-kind.ts';
import { channelIn, dayIn } from './channel-words.ts';

/** A cell made ready for the field it goes into. */
const cell = (tidy: (text: string) => string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((text): string | undefined => tidy(text.trim()))
	);
const { words, kind, type, channel, predictable, heardOn } = contactFields;
const yesOrNo: Record<string, string> = { y: 'yes', true: 'yes', n: 'no', false: 'no' };
const schema = v.object({
	words: v.pipe(cell(unguarded), words),
	kind: v.pipe(
		cell((text) => text.toLowerCase().replace(/ demand$/, '')),
		kind
	),
	type: v.pipe(cell(unguarded), type),
	channel: v.pipe(cell(channelIn), channel),
	predictable: v.pipe(
		cell((text) => yesOrNo[text.toLowerCase()] ?? text.toLowerCase()),
		predictable
	),
	// a day as it is written in the United Kingdom, too
	heardOn: v.pipe(
		v.optional(v.string(), ''),
		v.transform((text): v.InferInput<typeof heardOn> => dayIn(text)),
		heardOn
	),
	step: v.optional(v.string(), '')
});

/** The contacts of one journey's demand log. Each row is a contact; those that are in the log already stay as they are. */
export const contactsImport = importKind({
	kind: 'contacts',
	name: 'Demand log',
	about: 'Contacts noted while listening, a row each, with what the customer said.',
	columns: [
		{
			key: 'words',
			label: 'What the customer said',
			about: 'In their own words, without names, addresses and telephone numbers. Required.',
			example: 'I rang last week and nobody came',
			required: true,
			also: ['Words', 'Customer words', 'Contact']
		},
		{
			key: 'kind',
			label: 'Value or failure',
			about: 'value for what the service is there for, failure for what comes of something not done or not done right. Required.',
			example: 'failure',
			required: true,
			also: ['Kind', 'Demand']
		},
		{
			key: 'type',
			label: 'What it is about',
			about: 'The same words for the same thing, so that it can be counted. Required.',
			example: 'Where is my repair?',
			required: true,
			also: ['Type']
		},
		{ key: 'channel', label: 'Channel', about: `One of ${channels.join(', ')}. Required.`, example: 'phone', required: true },
		{ key: 'predictable', label: 'Predictable', about: 'yes, no, or empty where nobody can say.', example: 'yes' },
		{
			key: 'heardOn',
			label: 'Day heard',
			about: 'Day, month and year, such as 14/03/2026. Required.',
			example: '2026-03-14',
			required: true,
			also: ['Date', 'Day']
		},
		{
			key: 'step',
			label: 'Step',
			about: 'The step of the as-is map, by its number or by what the customer does there. May be empty.',
			example: ''
		}
	],
	notes: [
		'A contact that is in the log already, the same in every column, is not added again.',
		'Nothing in the log is changed or removed by a file.'
	],
	schema,
	plan(db, rows, { into, today }) {
		const plan: Plan = { problems: [], steps: [] };
		const journey = journeyById(db, into);
		if (!journey) throw new Error('There is no such journey');
		if (journey.state !== 'open')
			plan.problems.push({ row: 0, column: '', text: `This review is ${journey.state}, so its demand log takes no more` });
		const steps = demandSteps(mapOf(db, into, 'as-is'));
		const standing = inLogSoFar(db, into, new Set(steps.map(({ id }) => id)));
		for (const { row, is } of rows) {
			const { step, ...contact } = is;
			const named = stepNamed(steps, step);
			if (!named.ok) plan.problems.push({ row, column: 'Step', text: named.text });
			if (contact.heardOn > today) plan.problems.push({ row, column: 'Day heard', text: 'The day must be today or in the past' });
			if (!named.ok || contact.heardOn > today) continue;
			const typed: ContactTyped = { ...contact, stepId: named.id ?? '' };
			const key = keyOf({ ...contact, stepId: named.id });
			const there = standing.get(key) ?? 0;
			standing.set(key, there - 1);
			const text = `“${contact.words}”, ${contact.kind}, ${contact.channel}, ${showShortDay(contact.heardOn)}`;
			if (there > 0) plan.steps.push({ row, what: 'same', text: `${text} is in the log` });
			else plan.steps.push({ row, what: 'add', text: `Adds ${text}`, run: (tx, person) => noteContact(tx, person, journey, typed, today) });
		}
		return plan;
	}
});

type Key = Pick<typeof contacts.$inferSelect, 'words' | 'kind' | 'type' | 'channel' | 'predictable' | 'heardOn' | 'stepId'>;
const keyOf = ({ words, kind, type, channel, predictable, heardOn, stepId }: Key) =>
	JSON.stringify([words, kind, type, channel, predictable, heardOn, stepId]);

/** How many contacts of each kind, alike in every column, are in the log: two customers may well say the same. */
function inLogSoFar(db: Database, journeyId: string, steps: ReadonlySet<string>): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { stepId, ...contact } of db.select().from(contacts).where(inLog(journeyId)).all()) {
		// a step that was taken off the map is none, as in the exported file
		const key = keyOf({ ...contact, stepId: stepId && steps.has(stepId) ? stepId : null });
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}
