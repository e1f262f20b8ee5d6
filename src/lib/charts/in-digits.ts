/** A figure in digits, with commas between thousands so that figures under one another line up: '8,310', '1,119,750.5'. */
export const inDigits = (value: number, places: number): string =>
	value.toLocaleString('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places });
