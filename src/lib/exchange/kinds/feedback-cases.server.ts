import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Person } from '#lib/domain/access/person.ts';
import { showShortDay } from '#lib/domain/calendar/dates.ts';
import { acknowledge, answer } from '#lib/domain/complaints/answering.server.ts';
import { servicesToTell, teamsToTell } from '#lib/domain/complaints/choosing.server.ts';
import { caseForm, type CaseTyped } from '#lib/domain/complaints/forms.ts';
import { noteCase } from '#lib/domain/complaints/noting.server.ts';
import { sameAmong, sayAgain, standingCases } from '#lib/domain/complaints/same-complaint.server.ts';
import { tellUsCases } from '#lib/domain/complaints/tables.ts';
import { outcomes, tellUsKinds } from '#lib/domain/complaints/words.ts';
import { channels } from '#lib/domain/journeys/channels.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import type { Transaction } from '#lib/server/database.ts';
import { line, optionalDay } from '#lib/server/fields.ts';
import { unguarded } from '../formula-guard.ts';
import { importKind, type Plan } from '../import-kind.ts';
import { channelIn, dayIn } from './channel-words.ts';

const cell = (tidy: (text: string) => string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((text): string | undefined => tidy(text.trim()))
	);
const small = (text: string) => text.toLowerCase();
const { kind, receivedOn, channel, words, customerName, customerContact, stage } = caseForm.entries;
const dayCell = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text): v.InferInput<typeof receivedOn> => dayIn(text))
);
const schema = v.object({
	reference: v.pipe(cell(unguarded), line('the reference', 'Reference', 60)),
	kind: v.pipe(cell(small), kind),
	receivedOn: v.pipe(dayCell, receivedOn),
	service: v.pipe(cell(unguarded), line('the service', 'Service', 120)),
	team: cell(unguarded),
	channel: v.pipe(cell(channelIn), channel),
	words: v.pipe(cell(unguarded), words),
	customerName: v.pipe(cell(unguarded), customerName),
	customerContact: v.pipe(cell(unguarded), customerContact),
	stage: v.pipe(cell(small), stage),
	same: cell(small),
	acknowledgedOn: v.pipe(dayCell, optionalDay('the day it was acknowledged')),
	answeredOn: v.pipe(dayCell, optionalDay('the day it was answered')),
	outcome: v.pipe(cell(small), v.picklist(['', ...outcomes], `Outcome must be ${outcomes.join(', ')}, or empty`)),
	answer: cell(unguarded)
});
type Row = v.InferOutput<typeof schema>;

/** What customers told the council, from another program. Each stands under its reference and is taken in once. */
export const feedbackCasesImport = importKind({
	kind: 'feedback',
	name: 'Customer feedback',
	about: 'Complaints, compliments and comments, a row each, with the first answer where there is one.',
	columns: [
		{
			key: 'reference',
			label: 'Reference',
			about: 'Of the other program, unlike any other. Required.',
			example: 'TU-2026-0114',
			required: true,
			also: ['Ref', 'Case']
		},
		{
			key: 'kind',
			label: 'Kind',
			about: `One of ${tellUsKinds.join(', ')}. Required.`,
			example: 'complaint',
			required: true,
			also: ['Type']
		},
		{
			key: 'receivedOn',
			label: 'Received',
			about: 'Day, month and year, such as 14/03/2026. Required.',
			example: '2026-03-14',
			required: true,
			also: ['Date', 'Day']
		},
		{ key: 'service', label: 'Service', about: 'Its name as it stands here. Required.', example: 'Housing repairs', required: true },
		{ key: 'team', label: 'Team', about: 'A team of the service, by its name. May be empty.', example: '' },
		{ key: 'channel', label: 'Channel', about: `One of ${channels.join(', ')}. Required.`, example: 'phone', required: true },
		{
			key: 'words',
			label: 'What the customer said',
			about: 'In their own words. Required.',
			example: 'The plumber did not come',
			required: true,
			also: ['Words', 'Details']
		},
		{ key: 'customerName', label: 'Customer', about: 'Seen only by who handles it. May be empty.', example: '' },
		{ key: 'customerContact', label: 'How to reach the customer', about: 'May be empty.', example: '' },
		{
			key: 'stage',
			label: 'Handled first',
			about: 'informal or stage 1, for a complaint. Empty is stage 1.',
			example: 'stage 1',
			also: ['Stage']
		},
		{ key: 'acknowledgedOn', label: 'Acknowledged', about: 'The day. May be empty.', example: '2026-03-16' },
		{ key: 'answeredOn', label: 'Answered', about: 'The day. May be empty.', example: '2026-03-26' },
		{ key: 'outcome', label: 'Outcome', about: `${outcomes.join(', ')}; required where it was answered.`, example: 'upheld' },
		{ key: 'answer', label: 'Answer', about: 'What the customer was told. May be empty.', example: '' },
		{
			key: 'same',
			label: 'Same as',
			about: 'The number of the case it repeats, or “another” where it only looks alike. May be empty.',
			example: ''
		}
	],
	notes: [
		'What has a reference that is here already is not added again, and nothing that is here is changed.',
		'What looks like a complaint that is here already is asked about: say in “Same as” which one it repeats, or “another”.'
	],
	schema,
	plan(db, rows, { today }) {
		const plan: Plan = { problems: [], steps: [] };
		const services = new Map(servicesToTell(db).map(({ value, label }) => [label.toLowerCase(), value]));
		const teams = new Map(teamsToTell(db).map(({ id, name, serviceId }) => [`${serviceId} ${name.toLowerCase()}`, id]));
		const days = rows.map(({ is }) => is.receivedOn).sort();
		const before = days.length
			? standingCases(db, { from: days[0]!, to: days.at(-1)!, references: rows.map(({ is }) => is.reference) })
			: [];
		const seen: typeof before = [];
		for (const { row, is } of rows) {
			const problem = (column: string, text: string) => plan.problems.push({ row, column, text });
			const found = plan.problems.length;
			const serviceId = services.get(is.service.toLowerCase());
			if (!serviceId) problem('Service', `There is no open service called ${is.service}`);
			const teamId = is.team && serviceId ? teams.get(`${serviceId} ${is.team.toLowerCase()}`) : '';
			if (teamId === undefined) problem('Team', `${is.service} has no open team called ${is.team}`);
			if (is.receivedOn > today) problem('Received', 'The day must be today or in the past');
			faultsInSteps(is, today).forEach(({ column, text }) => problem(column, text));
			if (seen.some(({ reference }) => reference === is.reference)) problem('Reference', `${is.reference} stands in the file twice`);
			if (!serviceId || teamId === undefined || plan.problems.length > found) continue;
			const told = { ...is, serviceId, teamId };
			const text = `${is.kind} ${is.reference} of ${showShortDay(is.receivedOn)}, ${is.service}`;
			if (before.some(({ reference }) => reference === is.reference)) {
				plan.steps.push({ row, what: 'same', text: `The ${text}, is here` });
				continue;
			}
			const [alike, inFile] = [sameAmong(before, told), sameAmong(seen, told)];
			const named = is.same && is.same !== 'another' && !alike.some(({ number }) => String(number) === is.same);
			if (named) problem('Same as', `Case ${is.same} does not look like this one. Bring it in as “another” and link the two on its page`);
			else if (!is.same && alike.length)
				problem('Same as', `This may be here already. ${alike.map(sayAgain).join('. ')}. Enter its number, or “another”`);
			else if (!is.same && inFile.length) problem('Same as', 'This may stand in the file twice. Leave one out, or enter “another”');
			else plan.steps.push({ row, what: 'add', text: `Adds the ${text}`, run: (tx, person) => bringIn(tx, person, told, today) });
			seen.push({ ...told, id: '', number: 0 });
		}
		return plan;
	}
});

/** What is wrong with the later days of a row, by column. */
function faultsInSteps({ kind, receivedOn, acknowledgedOn, answeredOn, outcome }: Row, today: string): { column: string; text: string }[] {
	const faults: { column: string; text: string }[] = [];
	const add = (column: string, text: string) => faults.push({ column, text });
	if (kind !== 'complaint' && (acknowledgedOn || answeredOn || outcome))
		add('Answered', `A ${kind} has no stages: leave these columns empty`);
	if (acknowledgedOn && acknowledgedOn < receivedOn) add('Acknowledged', 'This day is before the one it came in');
	if (answeredOn && answeredOn < (acknowledgedOn || receivedOn))
		add('Answered', 'This day is before the one it came in or was acknowledged');
	if ([acknowledgedOn, answeredOn].some((day) => day > today)) add('Answered', 'The days must be today or in the past');
	if (!!answeredOn !== !!outcome) add('Outcome', 'Enter the outcome and the day it was answered, or neither');
	return faults;
}

/** One row: written down, and taken as far as the file says. */
function bringIn(tx: Transaction, person: Person, row: Row & { serviceId: string; teamId: string }, today: string): Outcome {
	const { same = '', acknowledgedOn, answeredOn, outcome, answer: text, service: _, team: __, ...told } = row;
	const noted = noteCase(tx, person, { ...told, same } as CaseTyped, today);
	if (!noted.ok) return noted;
	const version = () => tx.select({ version: tellUsCases.version }).from(tellUsCases).where(eq(tellUsCases.id, noted.id)).get()!.version;
	const isOpen = tx.select({ state: tellUsCases.state }).from(tellUsCases).where(eq(tellUsCases.id, noted.id)).get()?.state === 'open';
	if (!isOpen) return done();
	if (acknowledgedOn && row.stage !== 'informal') {
		const step = acknowledge(tx, person, noted.id, acknowledgedOn, version(), today);
		if (!step.ok) return step;
	}
	if (!answeredOn || !outcome) return done();
	const given = { answeredOn, outcome, answer: text || 'As the file it came from says', remedy: '' };
	return answer(tx, person, noted.id, { ...given, version: version() }, today);
}
