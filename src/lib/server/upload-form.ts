import { Busboy } from '@fastify/busboy';
import type { RequestEvent } from '@sveltejs/kit';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type * as v from 'valibot';
import { readForm, type Parsed } from './parse-form.ts';

/** Ends a body that is far too long to be worth reading to its end for the sake of what was typed. */
const mostBody = 200 * 1024 * 1024;
const limits = { files: 1, fields: 60, parts: 70, fieldSize: 256 * 1024, fieldNameSize: 100, headerPairs: 20 };

type Sent = Pick<RequestEvent, 'request' | 'platform'>;

type Take<T> = (fileName: string, source: AsyncIterable<Uint8Array>) => Promise<T>;

/**
 * Reads a form that carries a file as it comes in. Kit's own `formData()` would hold the whole file in memory; here
 * each piece goes to `take` and is forgotten. Gives the fields like `parseForm`, and beside them what `take` gave back,
 * or null where no file was chosen. A form without a file part may come in either encoding.
 * @param field the name of the file field
 * @param take reads the file to its end, whether it wants it or not
 */
export async function parseUploadForm<S extends v.GenericSchema<unknown, unknown>, T>(
	event: Sent,
	schema: S,
	field: string,
	take: Take<T>
): Promise<Parsed<v.InferOutput<S>> & { file: T | null }> {
	const { form, file, whole } = await readParts(event, field, take);
	const read = readForm(form, schema);
	if (whole) return { ...read, file };
	const errors = [{ field: '', text: 'Not everything you sent arrived. Send it again' }];
	return { ok: false, values: read.values, errors, file: null };
}

/** The fields of a form that may carry a file, which is read past. */
export const fieldsOf = async (event: Sent): Promise<FormData> => (await readParts(event, '', () => Promise.resolve(null))).form;

async function readParts<T>(event: Sent, field: string, take: Take<T>): Promise<{ form: FormData; file: T | null; whole: boolean }> {
	const type = event.request.headers.get('content-type') ?? '';
	if (!type.startsWith('multipart/form-data')) return { form: await event.request.formData(), file: null, whole: true };
	const form = new FormData();
	let file: Promise<T> | null = null;
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
	const whole = await pipeline(bytesOf(event), parser).then(
		() => true,
		() => false
	);
	return { form, file: whole && file ? await file : null, whole };
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
