import { expect, test } from 'vitest';
import * as v from 'valibot';
import { mapFileForm, mapFileKind } from './map-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a file is known by its ending, else by how it begins', () => {
	expect(mapFileKind('map.json', bytes(''))).toBe('map-json');
	expect(mapFileKind('map.mmd', bytes(''))).toBe('map-mermaid');
	expect(mapFileKind('map.csv', bytes('journey'))).toBe('map');
	expect(mapFileKind('map.txt', bytes('\ufeff {"format":1}'))).toBe('map-json');
	expect(mapFileKind('map.txt', bytes('%% mine\n---\ntitle: x\n---\njourney\n title x'))).toBe('map-mermaid');
	expect(mapFileKind('map.txt', bytes('Stage;Does'))).toBe('map');
});

test('a file or a text must be given; the text counts where no file is chosen', async () => {
	const none = new File([], '');
	expect(v.safeParse(mapFileForm, { file: none, text: ' ' }).issues?.[0]?.message).toBe('Choose a file, or paste Mermaid text below');
	expect(v.safeParse(mapFileForm, { file: new File([], 'x.csv') }).issues?.[0]?.message).toBe('The file is empty');
	const { file } = v.parse(mapFileForm, { file: none, text: 'journey\n' });
	expect([file?.name, await file?.text()]).toEqual(['pasted text.mmd', 'journey\n']);
	expect(v.parse(mapFileForm, { file: new File(['a'], 'a.csv'), text: 'journey' }).file?.name).toBe('a.csv');
});
