import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName, endingOf } from './file-name.ts';

test.each([
	['guide.pdf', 'guide.pdf'],
	['../../etc/passwd.txt', 'passwd.txt'],
	['C:\\Users\\Morgan\\Q2 figures.xlsx', 'Q2 figures.xlsx'],
	['<script>alert(1)</script>.pdf', 'script.pdf'],
	['a"b<c>d|e.pdf', 'abcde.pdf'],
	['line\r\nbreak\u0000.pdf', 'line break.pdf'],
	['invoice\u202efdp.exe', 'invoicefdp.exe'],
	['  .hidden.csv. ', 'hidden.csv'],
	['Réclamations été.docx', 'Réclamations été.docx'],
	['..', 'file'],
	['///', 'file']
])('%j is kept as %j', (raw, clean) => {
	expect(cleanFileName(raw)).toBe(clean);
});

test('a long name keeps its ending', () => {
	const clean = cleanFileName(`${'long '.repeat(60)}.pdf`);
	expect(clean).toHaveLength(120);
	expect(clean).toMatch(/\.pdf$/);
});

test('whatever comes, a name is short, has no folder or markup in it, and cleaning it again changes nothing', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (raw) => {
			const clean = cleanFileName(raw);
			expect(clean.length).toBeGreaterThan(0);
			expect(clean.length).toBeLessThanOrEqual(120);
			expect(clean).not.toMatch(/[/\\<>:"|?*\p{Cc}]/u);
			expect(cleanFileName(clean)).toBe(clean);
		})
	);
});

test('an ending is the small letters after the last dot', () => {
	expect(endingOf('Guide.v2.PDF')).toBe('pdf');
	expect(endingOf('README')).toBe('');
	expect(endingOf('.htaccess')).toBe('');
});
