import type { RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Person } from '#lib/domain/access/person.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import type { FieldError, Parsed, Typed } from '#lib/server/parse-form.ts';
import { parseUploadForm } from '#lib/server/upload-form.ts';
import { uploadOf, type Upload } from './keeping-file.server.ts';
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
	if (form.file?.ok) values.upload = form.file.upload;
	const upload = values.upload ? uploadOf(db, person, values.upload) : null;
	const came = upload && { id: upload.id, fileName: upload.fileName, size: upload.size };
	const wrong = values.kind === 'file' ? problemWith(form.file, values.upload ?? '', upload) : null;
	if (form.ok && !wrong) return { ...form, values, came, data: { ...form.data, upload: values.upload ?? '' } };
	const errors = [...(wrong ? [{ field: 'file', text: wrong.text }] : []), ...(form.ok ? [] : form.errors)];
	return { ok: false, values, errors, came };
}

function problemWith(file: Outcome | null, id: string, upload: Upload | null) {
	if (file && !file.ok) return file;
	if (upload) return null;
	return id ? refused('upload-gone', 'Choose the file again: it was kept for a day and is gone') : refused('no-file', 'Choose a file');
}
