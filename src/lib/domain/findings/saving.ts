import type { Channel } from '../journeys/channels.ts';
import { showMoney } from './money.ts';

/*
 * What a recommendation saves. Nothing is guessed: where the council has not said what a contact costs, that part of the
 * saving is not known and says so. DOMAIN sections 4 and 8: money in pence, volumes as whole numbers.
 */

/** What is known of the cost and the saving; null where nobody has said. Pence, contacts and saving a year. */
export type Costed = {
	costPence: number | null;
	contactsAvoided: number | null;
	avoidedChannel: Channel | null;
	otherSavingPence: number | null;
	otherSavingWhy: string;
};

const through: Record<Channel, string> = {
	web: 'on the web',
	phone: 'by phone',
	'face to face': 'face to face',
	email: 'by email',
	letter: 'by letter',
	SMS: 'by SMS',
	'social media': 'on social media'
};

/** What a contact costs the council, by channel, in pence; a channel nobody has costed is not there. */
export type ChannelCosts = Partial<Record<Channel, number>>;

export type Saving = {
	/** From the contacts avoided, pence a year; null where there are none or their cost is not known. */
	contactsPence: number | null;
	/** Everything that is known together, pence a year; null where nothing is. */
	yearlyPence: number | null;
	/** True where part of the saving is not known, so that it is at least this much. */
	isAtLeast: boolean;
	/** Whole months, rounded up, after which the cost has come back; 0 where it costs nothing and saves something, null without a cost or a saving. */
	paybackMonths: number | null;
};

/** What a recommendation saves in a year, and when its cost has come back. */
export function savingOf(costed: Costed, costs: ChannelCosts): Saving {
	const { contactsAvoided, otherSavingPence, costPence } = costed;
	const perContact = costOfContact(costed, costs);
	const contactsPence = contactsAvoided === null || perContact === null ? null : contactsAvoided * perContact;
	const isAtLeast = !!contactsAvoided && contactsPence === null;
	const known = [contactsPence, otherSavingPence].filter((pence) => pence !== null);
	const yearlyPence = known.length ? known.reduce((sum, pence) => sum + pence, 0) : null;
	return { contactsPence, yearlyPence, isAtLeast, paybackMonths: payback(costPence, yearlyPence) };
}

const costOfContact = ({ avoidedChannel }: Costed, costs: ChannelCosts): number | null =>
	avoidedChannel === null ? null : (costs[avoidedChannel] ?? null);

function payback(costPence: number | null, yearlyPence: number | null): number | null {
	if (costPence === null || !yearlyPence || yearlyPence < 0) return null;
	// whole numbers: 12 × cost ÷ saving, rounded up
	return Number((12n * BigInt(costPence) + BigInt(yearlyPence) - 1n) / BigInt(yearlyPence));
}

/** '£1,425 a year', 'at least £300 a year', 'not known'. */
export function savingInWords({ yearlyPence, isAtLeast }: Saving): string {
	if (yearlyPence === null) return 'not known';
	return `${isAtLeast ? 'at least ' : ''}${showMoney(yearlyPence)} a year`;
}

/** The arithmetic of the saving, a sentence a line, with what is not known said. */
export function explainSaving(costed: Costed, costs: ChannelCosts): string[] {
	const saving = savingOf(costed, costs);
	return [contactsLine(costed, costs, saving), ...otherLine(costed), sumLine(saving), ...paybackLine(costed, saving)];
}

const count = (number: number) => number.toLocaleString('en-GB');

function contactsLine(costed: Costed, costs: ChannelCosts, { contactsPence }: Saving): string {
	const { contactsAvoided, avoidedChannel } = costed;
	if (contactsAvoided === null) return 'Nobody has said how many contacts it would avoid.';
	if (contactsAvoided === 0) return 'It avoids no contacts.';
	if (avoidedChannel === null)
		return `It avoids ${count(contactsAvoided)} contacts a year, but nobody has said by which channel, so what they cost is not known.`;
	const cost = costOfContact(costed, costs);
	const contacts = `${count(contactsAvoided)} contacts avoided a year ${through[avoidedChannel]}`;
	if (cost === null || contactsPence === null)
		return `${contacts}, but the council has not said what a contact ${through[avoidedChannel]} costs, so this part of the saving is not known.`;
	return `${contacts} × ${showMoney(cost)} a contact = ${showMoney(contactsPence)} a year.`;
}

function otherLine({ otherSavingPence, otherSavingWhy }: Costed): string[] {
	if (otherSavingPence === null) return [];
	return [`Other saving: ${showMoney(otherSavingPence)} a year. How it was worked out: ${otherSavingWhy.replace(/\.$/, '')}.`];
}

function sumLine(saving: Saving): string {
	if (saving.yearlyPence === null) return 'The saving is not known.';
	return `Together ${savingInWords(saving)}.`;
}

function paybackLine({ costPence }: Costed, { yearlyPence, isAtLeast, paybackMonths }: Saving): string[] {
	if (costPence === null) return ['Nobody has said what it costs, so when it pays back is not known.'];
	if (costPence === 0) return ['It costs nothing.'];
	if (paybackMonths === null) return [`It costs ${showMoney(costPence)} once. When it pays back is not known.`];
	const within = `${isAtLeast ? 'at the latest ' : ''}after ${count(paybackMonths)} ${paybackMonths === 1 ? 'month' : 'months'}`;
	return [
		`It costs ${showMoney(costPence)} once: ${showMoney(costPence)} ÷ ${showMoney(yearlyPence ?? 0)} a year × 12, so it has paid back ${within}.`
	];
}
