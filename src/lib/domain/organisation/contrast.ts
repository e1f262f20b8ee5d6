/** '#0c2f38' as red, green and blue from 0 to 1. */
const channels = (colour: string) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255) as [number, number, number];

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

/** Relative luminance of a colour written #rrggbb: 0 for black to 1 for white. WCAG 2.2, definition "relative luminance". */
export function luminance(colour: string): number {
	const [red, green, blue] = channels(colour).map(linear) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours written #rrggbb: 1 (the same) to 21 (black on white). WCAG 2.2, definition "contrast ratio". */
export function contrast(one: string, other: string): number {
	const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
	return (lighter + 0.05) / (darker + 0.05);
}

/** '4.47 to 1', cut and never rounded up: 4.499 does not meet 4.5 (Understanding WCAG, success criterion 1.4.3). */
export const contrastInWords = (ratio: number): string => `${(Math.floor(ratio * 100) / 100).toFixed(2)} to 1`;

/** WCAG 2.2, success criterion 1.4.3 for text and 1.4.11 for what is not text. */
export const leastForText = 4.5;
export const leastForLines = 3;

export type HeaderColours = { colour: string; textColour: string; threadColour: string };

/** What is too weak on the header, with the ratio it has: a sentence for the field, or null. */
export function colourProblem({ colour, textColour, threadColour }: HeaderColours): { field: keyof HeaderColours; text: string } | null {
	const text = contrast(colour, textColour);
	if (text < leastForText)
		return {
			field: 'textColour',
			text: `Text in this colour has a contrast of ${contrastInWords(text)} on the header. It needs ${leastForText} to 1: choose a lighter or darker one`
		};
	const thread = contrast(colour, threadColour);
	if (thread < leastForLines)
		return {
			field: 'threadColour',
			text: `A thread in this colour has a contrast of ${contrastInWords(thread)} on the header. It needs ${leastForLines} to 1: choose a lighter or darker one`
		};
	return null;
}
