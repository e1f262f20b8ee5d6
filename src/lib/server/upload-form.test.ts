import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { done, refused } from '#lib/domain/outcome.ts';
import { fieldsOf, parseUploadForm } from './upload-form.ts';

const schema = v.object({ title: v.pipe(v.string('Enter a title'), v.nonEmpty('Enter a title')) });

function sent(fields: Record<string, string | File>, asText = false) {
	const body = asText ? new URLSearchParams(fields as Record<string, string>) : new FormData();
	if (body instanceof FormData) for (const [name, value] of Object.entries(fields)) body.append(name, value);
	return { request: new Request('http://localhost/', { method: 'POST', body }), platform: undefined };
}

async function take(fileName: string, source: AsyncIterable<Uint8Array>) {
	let size = 0;
	for await (const chunk of source) size += chunk.length;
	return done({ fileName, size });
}

describe('a form that carries a file', () => {
	test('gives its fields, and the file to whoever takes it', async () => {
		const file = new File(['Nine in ten'], 'Été “2026”.txt');
		const form = await parseUploadForm(sent({ title: 'Survey', file, submission: 'once' }), schema, 'file', take);
		expect(form).toMatchObject({ ok: true, data: { title: 'Survey' }, submission: 'once', file: { fileName: 'Été “2026”.txt', size: 11 } });
	});

	test('fields after the file count too, and what is wrong comes back with what was typed', async () => {
		const form = await parseUploadForm(sent({ file: new File(['x'.repeat(300_000)], 'a.txt'), title: '' }), schema, 'file', take);
		expect(form).toMatchObject({
			ok: false,
			values: { title: '' },
			errors: [{ field: 'title', text: 'Enter a title' }],
			file: { size: 300_000 }
		});
	});

	test('a file field left alone is no file', async () => {
		const form = await parseUploadForm(sent({ title: 'A', file: new File([], '') }), schema, 'file', take);
		expect(form.file).toBeNull();
	});

	test('it may come without any file, in the plain encoding', async () => {
		expect(await parseUploadForm(sent({ title: 'A' }, true), schema, 'file', take)).toMatchObject({ ok: true, file: null });
	});

	test('its fields alone can be read, past the file', async () => {
		const fields = await fieldsOf(sent({ file: new File(['x'.repeat(2_000_000)], 'a.txt'), title: 'A' }));
		expect([...fields]).toEqual([['title', 'A']]);
	});

	test('who refuses the file unread does not hold up the form', async () => {
		const large = new File(['x'.repeat(2_000_000)], 'a.txt');
		const form = await parseUploadForm(sent({ file: large, title: 'A' }), schema, 'file', () => Promise.resolve(refused('no', 'No')));
		expect(form).toMatchObject({ ok: true, data: { title: 'A' }, file: { ok: false, code: 'no' } });
	});

	test('what breaks off in the middle is said to be so, with the fields that came', async () => {
		const whole = await sent({ title: 'A', file: new File(['x'.repeat(300_000)], 'a.txt') }).request.formData();
		const request = new Request('http://localhost/', { method: 'POST', body: whole });
		const body = (await request.clone().arrayBuffer()).slice(0, 100_000);
		const cut = new Request('http://localhost/', {
			method: 'POST',
			headers: { 'content-type': request.headers.get('content-type')! },
			body
		});
		const form = await parseUploadForm({ request: cut, platform: undefined }, schema, 'file', take);
		expect(form).toMatchObject({ ok: false, values: { title: 'A' }, errors: [{ text: 'Not everything you sent arrived. Send it again' }] });
	});

	test('who fails over the file fails the form, and does not hang', async () => {
		const large = new File(['x'.repeat(2_000_000)], 'a.txt');
		const failing = async (_: string, source: AsyncIterable<Uint8Array>) => {
			for await (const chunk of source) if (chunk.length) throw new Error('The disk is gone');
			return done();
		};
		await expect(parseUploadForm(sent({ file: large, title: 'A' }), schema, 'file', failing)).rejects.toThrow('The disk is gone');
	});
});
