import { expect, test } from 'vitest';
import { transport } from '../../hooks.ts';
import { sentOnce } from './sent-once.ts';

const { encode } = transport.sentOnce!;
const shown = { rows: [1, 2, 3] };

test('what a page without a script draws is drawn whole, and written down as one sign', () => {
	const drawn = sentOnce({ isDataRequest: false }, shown);
	expect(drawn).toEqual(shown);
	expect(encode(drawn)).toBe(1);
	expect(sentOnce({ isDataRequest: false }, [1, 2])).toEqual([1, 2]);
	expect(encode('text')).toBe(false);
});

test('asked for by a script it goes there whole, also where it was drawn without one before', () => {
	const kept = { rows: [1] };
	expect(encode(sentOnce({ isDataRequest: false }, kept))).toBe(1);
	const asked = sentOnce({ isDataRequest: true }, kept);
	expect(asked).toBe(kept);
	expect(encode(asked)).toBe(false);
});
