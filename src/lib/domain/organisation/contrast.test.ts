import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourProblem, contrast, contrastInWords, luminance } from './contrast.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

test('black on white has the highest contrast, 21, and a colour on itself the lowest, 1 (WCAG 2.2, "contrast ratio")', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
	expect(contrast('#777777', '#777777')).toBe(1);
});

test('relative luminance is 0 for the darkest black and 1 for the lightest white (WCAG 2.2, "relative luminance")', () => {
	expect(luminance('#000000')).toBe(0);
	expect(luminance('#ffffff')).toBeCloseTo(1, 10);
	expect([luminance('#ff0000'), luminance('#00ff00'), luminance('#0000ff')]).toEqual([0.2126, 0.7152, 0.0722]);
});

test.each([
	['#777777', '#ffffff', '4.47 to 1'],
	['#767676', '#ffffff', '4.54 to 1'],
	['#949494', '#ffffff', '3.03 to 1'],
	['#ff0000', '#ffffff', '3.99 to 1'],
	['#0000ff', '#ffffff', '8.59 to 1']
])('%s on %s has the published contrast of %s', (one, other, words) => {
	expect(contrastInWords(contrast(one, other))).toBe(words);
});

test('a ratio is never rounded up to a threshold: 4.499 does not meet 4.5 (Understanding WCAG, 1.4.3)', () => {
	expect(contrastInWords(4.499)).toBe('4.49 to 1');
});

test('contrast is the same both ways and between 1 and 21', () => {
	fc.assert(
		fc.property(colour, colour, (one, other) => {
			const ratio = contrast(one, other);
			expect(ratio).toBe(contrast(other, one));
			expect(ratio).toBeGreaterThanOrEqual(1);
			expect(ratio).toBeLessThanOrEqual(21.0000001);
		})
	);
});

test('the colours a council begins with are strong enough', () => {
	expect(colourProblem({ colour: '#0c2f38', textColour: '#ffffff', threadColour: '#f1c550' })).toBeNull();
});

test('grey text on a white header is refused with its ratio, a thread needs only 3 to 1', () => {
	expect(colourProblem({ colour: '#ffffff', textColour: '#777777', threadColour: '#000000' })).toMatchObject({
		field: 'textColour',
		text: expect.stringContaining('4.47 to 1')
	});
	expect(colourProblem({ colour: '#ffffff', textColour: '#767676', threadColour: '#949494' })).toBeNull();
	expect(colourProblem({ colour: '#ffffff', textColour: '#000000', threadColour: '#959595' })).toMatchObject({
		field: 'threadColour',
		text: expect.stringContaining('2.99 to 1')
	});
});
