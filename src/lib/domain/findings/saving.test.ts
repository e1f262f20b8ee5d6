import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showMoney, typedPounds } from './money.ts';
import { explainSaving, savingInWords, savingOf, type Costed } from './saving.ts';

const nothing: Costed = { costPence: null, contactsAvoided: null, avoidedChannel: null, otherSavingPence: null, otherSavingWhy: '' };
const costs = { phone: 285, web: 15 };

test('contacts avoided × the cost of one, with the rest, and when the cost has come back', () => {
	// 4,000 × £2.85 = £11,400; with £600 it is £12,000 a year; £5,000 ÷ £12,000 × 12 = 5 months
	const costed: Costed = {
		costPence: 500_000,
		contactsAvoided: 4000,
		avoidedChannel: 'phone',
		otherSavingPence: 60_000,
		otherSavingWhy: '300 letters at £2'
	};
	const saving = savingOf(costed, costs);
	expect(saving).toEqual({ contactsPence: 1_140_000, yearlyPence: 1_200_000, isAtLeast: false, paybackMonths: 5 });
	expect(savingInWords(saving)).toBe('£12,000 a year');
	expect(explainSaving(costed, costs)).toEqual([
		'4,000 contacts avoided a year by phone × £2.85 a contact = £11,400 a year.',
		'Other saving: £600 a year. How it was worked out: 300 letters at £2.',
		'Together £12,000 a year.',
		'It costs £5,000 once: £5,000 ÷ £12,000 a year × 12, so it has paid back after 5 months.'
	]);
});

test('a part of a month counts as a month', () => {
	// £100 ÷ £1,000 × 12 = 1.2 months
	const costed = { ...nothing, costPence: 10_000, otherSavingPence: 100_000, otherSavingWhy: 'Paper' };
	expect(savingOf(costed, {}).paybackMonths).toBe(2);
});

test('where the council has not costed the channel the saving says so, and is not guessed', () => {
	const letters: Costed = { ...nothing, contactsAvoided: 500, avoidedChannel: 'letter', costPence: 100_000 };
	expect(savingOf(letters, costs)).toEqual({ contactsPence: null, yearlyPence: null, isAtLeast: true, paybackMonths: null });
	expect(savingInWords(savingOf(letters, costs))).toBe('not known');
	expect(explainSaving(letters, costs)[0]).toContain('the council has not said what a contact by letter costs');
	const more = { ...letters, otherSavingPence: 30_000, otherSavingWhy: 'Postage' };
	expect(savingInWords(savingOf(more, costs))).toBe('at least £300 a year');
	expect(explainSaving(more, costs).at(-1)).toContain('at the latest after 40 months');
});

test('nothing said is nothing known; nothing avoided saves nothing', () => {
	expect(savingOf(nothing, costs).yearlyPence).toBeNull();
	expect(explainSaving(nothing, costs)).toContain('The saving is not known.');
	const none: Costed = { ...nothing, contactsAvoided: 0, avoidedChannel: 'phone', costPence: 0 };
	expect(savingOf(none, costs)).toMatchObject({ yearlyPence: 0, isAtLeast: false, paybackMonths: null });
	expect(explainSaving(none, costs)).toEqual(['It avoids no contacts.', 'Together £0 a year.', 'It costs nothing.']);
	expect(explainSaving({ ...nothing, contactsAvoided: 40 }, costs)[0]).toContain('nobody has said by which channel');
});

test('money shows its pence only where there are any, and reads back as it is typed', () => {
	expect([showMoney(285), showMoney(125_000), showMoney(0)]).toEqual(['£2.85', '£1,250', '£0']);
	expect([typedPounds(285), typedPounds(125_000), typedPounds(null)]).toEqual(['2.85', '1250', '']);
});

test('the saving is the sum of its parts, and by the payback it has brought in the cost but not a month before', () => {
	const pence = fc.integer({ min: 0, max: 10_000_000 });
	fc.assert(
		fc.property(
			pence,
			fc.integer({ min: 0, max: 200_000 }),
			pence,
			fc.integer({ min: 0, max: 2000 }),
			(costPence, contacts, other, phone) => {
				const costed: Costed = {
					costPence,
					contactsAvoided: contacts,
					avoidedChannel: 'phone',
					otherSavingPence: other,
					otherSavingWhy: 'Said'
				};
				const { yearlyPence, paybackMonths } = savingOf(costed, { phone });
				expect(yearlyPence).toBe(contacts * phone + other);
				if (paybackMonths === null) {
					expect(yearlyPence).toBe(0);
					return;
				}
				expect(paybackMonths * (yearlyPence ?? 0)).toBeGreaterThanOrEqual(12 * costPence);
				if (paybackMonths) expect((paybackMonths - 1) * (yearlyPence ?? 0)).toBeLessThan(12 * costPence);
			}
		),
		{ examples: [[0, 0, 0, 0]] }
	);
});
