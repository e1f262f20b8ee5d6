import { Busboy } from '@fastify/busboy';
import type { RequestEvent } from '@sveltejs/kit';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type * as v from 'valibot';
import type { Outcome } from '#lib/domain/outcome.ts';
import { readForm, type Parsed } from './parse-form.ts';

/** Ends a body that is far too long to be worth reading to its end for the sake of what was typed. */
const mostBody = 200 * 1024 * 1024;
const limits = { files: 1, fields: 60, parts: 70, fieldSize: 256 * 1024, fieldNameSize: 100, headerPairs: 20 };

type Sent = Pick<RequestEvent, 'request' | 'platform'>;

/** What came with the file field: what `take` gave back, or null where no file was chosen. */
export type WithFile<T extends object> = { file: Outcome<T> | null };

/**
 * Reads a form that carries a file as it comes in. Kit's own `formData()` would hold the whole file in memory; here
 * each piece goes to `take` and is forgotten. Gives the fields like `parseForm`, and beside them what became of the
 * file. A form without a file part may come in either encoding.
 * @param field the name of the file field
 * @param take reads the file to its end, whether it wants it or not
 */
export async function parseUploadForm<S extends v.GenericSchema<unknown, unknown>, T extends object>(
	event: Sent,
	schema: S,
	field: string,
	take: (fileName: string, source: AsyncIterable<Uint8Array>) => Promise<Outcome<T>>
): Promise<Parsed<v.InferOutput<S>> & WithFile<T>> {
	const type = event.request.headers.get('content-type') ?? '';
	if (!type.startsWith('multipart/form-data')) return { ...readForm(await event.request.formData(), schema), file: null };
	const form = new FormData();
	let file: Promise<Outcome<T>> | null = null;
	const parser = new Busboy({ headers: { 'content-type': type }, limits });
	parser.on('field', (name: string, value: string) => form.append(name, value));
	parser.on('file', (name: string, source: Readable, fileName: string | undefined) => {
		// a file field left alone comes as a file without a name
		if (name !== field || !fileName || file) return source.resume();
		// the parser waits for whoever reads: what `take` leaves unread must run off
		file = take(fileName, source.iterator({ destroyOnReturn: false })).finally(() => source.resume());
		// looked at below; until then it is not an error that nobody expects
		file.catch(() => null);
	});
	await pipeline(bytesOf(event), parser);
	return { ...readForm(form, schema), file: file && (await file) };
}

/**
 * The body of a request. Kit ends a body that is longer than BODY_SIZE_LIMIT before its first byte, and what was typed
 * with it; then it is read from under Kit, so that the form can come back with its fields and a sentence.
 */
async function* bytesOf({ request, platform }: Sent): AsyncGenerator<Uint8Array> {
	const reader = request.body?.getReader();
	if (!reader) return;
	let first;
	try {
		first = await reader.read();
	} catch (problem) {
		const raw = platform?.req;
		if (!raw || raw.readableFlowing !== null || !(Number(raw.headers['content-length']) <= mostBody)) throw problem;
		yield* raw;
		return;
	}
	for (let part = first; !part.done; part = await reader.read()) yield part.value;
}
