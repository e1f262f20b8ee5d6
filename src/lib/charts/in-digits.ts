/** One for each number of places: making one takes as long as writing a hundred figures. */
const formats: Intl.NumberFormat[] = [];

/** A figure in digits, with commas between thousands so that figures under one another line up: '8,310', '1,119,750.5'. */
export const inDigits = (value: number, places: number): string =>
	(formats[places] ??= new Intl.NumberFormat('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places }))
		.format(value)
		.replace('-', '−');
