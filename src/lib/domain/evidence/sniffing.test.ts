import { describe, expect, test } from 'vitest';
import { files } from '../../../../tests/support/uploads.ts';
import { contentRefused, endingRefused } from './file-kind.ts';
import { sniff } from './sniffing.ts';

describe('what a file is by its bytes', () => {
	test.each([
		['pdf', files.pdf],
		['png', files.png],
		['xlsx', files.xlsx],
		['docx', files.docx],
		['zip', files.zip],
		['text', files.csv],
		['text', Buffer.from('\ufeffname;né', 'utf8')],
		['text', Buffer.from('R\xe9clamations \x96 \xa3120', 'latin1')],
		['text', Buffer.from('\ufeffCaf\u00e9', 'utf16le')],
		['text', Buffer.from('BM Housing: what tenants told us')],
		['rtf', Buffer.from('{\\rtf1 Minutes}')],
		['markup', files.html],
		['markup', files.svg],
		['markup', Buffer.from('\ufeff \n<HTML>')],
		['script', Buffer.from('#!/bin/sh\nrm -rf .')],
		['exe', Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00', 'latin1')],
		['unknown', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7])]
	])('%s', async (looksLike, bytes) => {
		expect(await sniff(bytes)).toBe(looksLike);
	});

	test('text cut off in the middle of a letter is still text', async () => {
		expect(await sniff(Buffer.from('Satisfaction: é').subarray(0, -1))).toBe('text');
	});
});

describe('why a file is refused', () => {
	const allowed = ['pdf', 'xlsx'];
	test('an ending that is not taken is named with those that are', () => {
		expect(endingRefused('page.html', 'html', allowed)).toBe('The file page.html must be PDF or XLSX, not HTML');
		expect(endingRefused('page', '', allowed)).toBe('The file page must be PDF or XLSX: its name has no ending');
		expect(endingRefused('page.pdf', 'pdf', allowed)).toBeNull();
	});

	test('an ending that could be run is refused even where an administrator wrote it down', () => {
		expect(endingRefused('page.svg', 'svg', ['svg', 'pdf'])).toBe('The file page.svg must be PDF, not SVG');
	});

	test('a renamed file is told what it looks like', () => {
		expect(contentRefused('figures.xlsx', 'xlsx', 'pdf')).toBe(
			'The file figures.xlsx is called XLSX but looks like a PDF. Open it, save it again as XLSX, and choose that file'
		);
		expect(contentRefused('figures.xlsx', 'xlsx', 'xlsm')).toContain('looks like an Excel workbook with macros');
		expect(contentRefused('notes.txt', 'txt', 'markup')).toContain('looks like a web page or other markup');
		expect(contentRefused('figures.xlsx', 'xlsx', 'xlsx')).toBeNull();
	});
});
