const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** '£4.90' for 490. */
export const showPence = (pence: number): string => pounds.format(pence / 100);

/** Pence from pounds as people type them ('4.90', '£4', '1,200.50'); null where that is no amount of money. */
export function penceIn(text: string): number | null {
	const plain = text.replaceAll(/[£,\s]/g, '');
	const [, whole = '', part = ''] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
	return whole ? Number(whole) * 100 + Number(part.padEnd(2, '0')) : null;
}
