import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { parseUploadForm } from './upload-form.ts';
import type { Problem } from './reading-documents.ts';

const mostBytes = 1024 * 1024;
const onlyFile = v.object({});

type Read<T> = ({ ok: true } & T) | { ok: false; problems: Problem[] };

/** What was sent as a file, or why not: `problems` where it was read and is wrong. */
export type Received<T> =
	({ ok: true; submission: string } & T) | { ok: false; errors: { field: string; text: string }[]; problems: Problem[] };

/** Reads the YAML file of an upload form, field `file`. Nothing is kept: loading it is the next step, and takes only what is right. */
export async function receiveDocument<T>(
	event: Pick<RequestEvent, 'request' | 'platform'>,
	read: (text: string, name: string) => Read<T>
): Promise<Received<T>> {
	const form = await parseUploadForm(event, onlyFile, 'file', async (name, source) => textOf(name, source));
	const failed = (text: string, problems: Problem[] = []): Received<T> => ({ ok: false, errors: [{ field: 'file', text }], problems });
	if (!form.file) return failed('Choose a YAML file');
	if (!form.file.ok) return failed(form.file.text);
	const { name, text } = form.file;
	const found = read(text, name);
	if (found.ok) return { ...found, submission: form.ok ? form.submission : '' };
	const { length } = found.problems;
	return failed(`Nothing was loaded: ${name} has ${length === 1 ? 'a problem' : `${length} problems`}`, found.problems);
}

async function textOf(fileName: string, source: AsyncIterable<Uint8Array>): Promise<Outcome<{ name: string; text: string }>> {
	const pieces: Uint8Array[] = [];
	let size = 0;
	for await (const piece of source) {
		size += piece.length;
		if (size <= mostBytes) pieces.push(piece);
	}
	if (size > mostBytes) return refused('too-large', 'The file must be 1 MB or smaller', 'file');
	// the name is only shown: its last part, without what a terminal or a page could stumble over
	const name =
		fileName
			.split(/[/\\]/)
			.at(-1)
			?.replace(/\p{Cc}/gu, '')
			.slice(0, 100) || 'the file';
	try {
		return done({ name, text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)) });
	} catch {
		return refused('encoding', 'The letters of this file cannot be read. Save it as UTF-8 and upload it again', 'file');
	}
}
