import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Person } from '#lib/domain/access/person.ts';
import type { Outcome, Refused } from '#lib/domain/outcome.ts';
import type { FieldError, Parsed, Typed } from '#lib/server/parse-form.ts';
import { refusal, type FormFailure } from '#lib/server/submitting.ts';
import { parseUploadForm } from '#lib/server/upload-form.ts';
import { uploadOf, type Upload } from './keeping-file.server.ts';
import { discardUpload } from './discarding.server.ts';
import { webAddress } from './link.ts';
import { storeUpload } from './storing.server.ts';

/** The file that is already here, to be said on the form when it comes back: a browser will not choose it again by itself. */
export type Came = Pick<Upload, 'id' | 'fileName' | 'size'> | null;
type Failed = { ok: false; values: Typed; errors: FieldError[]; came: Came };
type Ok<T> = Extract<Parsed<T>, { ok: true }> & { came: Came };

/**
 * Reads a form about evidence with the file that comes along, stored as it comes (see storeUpload). `data.upload` is
 * that file, or the one that an earlier try of the same form brought. What is wrong with the file and with the fields
 * comes back together, with what was typed; a file that was right is not asked for again.
 */
export async function receiveForm<S extends v.GenericSchema<unknown, { kind: string; upload: string }>>(
	event: Pick<RequestEvent, 'request' | 'platform' | 'locals'>,
	person: Person,
	schema: S
): Promise<Ok<v.InferOutput<S>> | Failed> {
	const { db } = event.locals;
	const form = await parseUploadForm(event, schema, 'file', (name, source) => storeUpload(db, person, name, source));
	const values = { ...form.values };
	if (form.file?.ok) {
		// the one it takes the place of
		if (values.upload && uploadOf(db, person, values.upload)) discardUpload(db, values.upload);
		values.upload = form.file.upload;
	}
	const upload = values.upload ? uploadOf(db, person, values.upload) : null;
	const came = upload && { id: upload.id, fileName: upload.fileName, size: upload.size };
	const wrong = problemWith(values, form.file, upload);
	if (form.ok && !wrong) return { ...form, values, came, data: { ...form.data, upload: values.upload ?? '' } };
	const errors = [...(wrong ? [wrong] : []), ...(form.ok ? [] : form.errors)];
	return { ok: false, values, errors, came };
}

/** A refused capability as a failed form, like `refusal`, with the file that is already here. */
export function refusalWithFile(form: { values: Typed; came: Came }, outcome: Refused): ActionFailure<FormFailure & { came: Came }> {
	const { status, data } = refusal(form, outcome);
	return fail(status, { ...data, came: form.came });
}

/** What is wrong with the content that was chosen; the fields of the other kinds are passed over. */
function problemWith({ kind, link = '', note = '', upload = '' }: Typed, file: Outcome | null, came: Upload | null): FieldError | null {
	if (kind === 'link') return webAddress(link) ? null : { field: 'link', text: 'Enter a web address that begins with http:// or https://' };
	if (kind === 'note') return note.trim() ? null : { field: 'note', text: 'Enter the note' };
	if (kind !== 'file') return null;
	if (file && !file.ok) return { field: 'file', text: file.text };
	if (came) return null;
	return { field: 'file', text: upload ? 'Choose the file again: it was kept for a day and is gone' : 'Choose a file' };
}
