import type { Transport } from '@sveltejs/kit';
import { isSentOnce } from '#lib/ui/sent-once.ts';

/**
 * Kit writes the data of a page down for its script even where the page has none, and throws the text away: for a long table that
 * costs as much as drawing it. What a page without a script shows is marked, and written down as one sign.
 */
export const transport: Transport = { sentOnce: { encode: (value) => isSentOnce(value) && 1, decode: () => undefined } };
