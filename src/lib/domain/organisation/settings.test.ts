import { createCanvas } from '@napi-rs/canvas';
import { beforeEach, describe, expect, test } from 'vitest';
import { storedFiles } from '#lib/domain/evidence/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { councilOf } from './finding.server.ts';
import { changeEvidenceSettings, changeIdentity, changeLogo } from './settings.server.ts';
import { imageSize } from './image-size.ts';
import { drawLogo, mostLogoBytes } from './logo.server.ts';
import { logoBytes } from './storing-logo.server.ts';

const { administrator } = cast;
const colours = { colour: '#0c2f38', textColour: '#ffffff', threadColour: '#f1c550' };
const picture = (width: number, height: number) => createCanvas(width, height);
let db: Database;
beforeEach(() => {
	db = testDatabase();
});

test('the name and colours change together, and weak ones not at all', () => {
	expect(changeIdentity(db, administrator, { name: 'Marlbourne', ...colours, colour: '#123456', version: 1 })).toEqual({ ok: true });
	expect(councilOf(db)).toMatchObject({ name: 'Marlbourne', colour: '#123456', version: 2 });
	expect(changeIdentity(db, administrator, { name: 'Other', ...colours, textColour: '#123456', version: 2 })).toMatchObject({
		code: 'weak-contrast',
		field: 'textColour'
	});
	expect(councilOf(db)?.name).toBe('Marlbourne');
});

test('a stale save is refused with what stands', () => {
	changeEvidenceSettings(db, administrator, { allowedFileTypes: ['pdf'], evidenceWarningDays: 14, version: 1 });
	expect(changeEvidenceSettings(db, administrator, { allowedFileTypes: ['csv'], evidenceWarningDays: 60, version: 1 })).toMatchObject({
		code: 'stale',
		conflict: {
			by: administrator.name,
			version: 2,
			fields: [
				{ name: 'allowedFileTypes', theirs: 'pdf', mine: 'csv' },
				{ name: 'evidenceWarningDays', theirs: '14', mine: '60' }
			]
		}
	});
});

describe('the logo', () => {
	test('is drawn anew within 800 by 320 pixels, from PNG and JPEG, and kept once', async () => {
		const fromPng = await drawLogo(await picture(1600, 400).encode('png'));
		const fromJpeg = await drawLogo(await picture(100, 50).encode('jpeg'));
		if (!fromPng.ok || !fromJpeg.ok) throw new Error('Both are pictures');
		expect(imageSize(fromPng.png, 'image/png')).toEqual({ width: 800, height: 200 });
		expect(imageSize(fromJpeg.png, 'image/png')).toEqual({ width: 100, height: 50 });
		changeLogo(db, administrator, fromPng.png, 1);
		changeLogo(db, administrator, null, 2);
		changeLogo(db, administrator, fromPng.png, 3);
		expect(logoBytes(db, councilOf(db)?.logoFile ?? '')).toEqual(fromPng.png);
		expect(db.select().from(storedFiles).all()).toHaveLength(1);
	});

	test('is refused when it is an SVG, whatever its name says', async () => {
		const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
		expect(await drawLogo(svg)).toMatchObject({ code: 'wrong-type', field: 'logo' });
	});

	test('is refused when it is empty, too large, broken off, or claims to be enormous', async () => {
		const png = await picture(40, 40).encode('png');
		expect(await drawLogo(Buffer.alloc(0))).toMatchObject({ code: 'empty-logo' });
		expect(await drawLogo(Buffer.concat([png, Buffer.alloc(mostLogoBytes)]))).toMatchObject({ code: 'large-logo' });
		expect(await drawLogo(png.subarray(0, 40))).toMatchObject({ code: 'unreadable-logo' });
		const bomb = Buffer.from(png);
		bomb.writeUInt32BE(60_000, 16);
		bomb.writeUInt32BE(60_000, 20);
		expect(await drawLogo(bomb)).toMatchObject({ code: 'large-logo', text: expect.stringContaining('4,000 pixels') });
	});
});
