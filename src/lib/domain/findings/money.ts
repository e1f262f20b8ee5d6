const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', minimumFractionDigits: 0, maximumFractionDigits: 0 });
const poundsAndPence = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** Pence as money: '£1,250', with pence only where there are any: '£2.85'. */
export const showMoney = (pence: number): string => (pence % 100 ? poundsAndPence : pounds).format(pence / 100);

/** Pence as somebody types them into a field of pounds: '1250', '2.85', and nothing for null. */
export const typedPounds = (pence: number | null): string =>
	pence === null ? '' : pence % 100 ? (pence / 100).toFixed(2) : String(pence / 100);
