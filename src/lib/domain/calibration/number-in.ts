/** The number that a text is, with a point or a comma for its decimals; null for anything else. */
export const numberIn = (text: string): number | null =>
	/^-?\d{1,12}([.,]\d{1,9})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;
