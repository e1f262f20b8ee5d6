import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { pictureOf } from '#lib/domain/maps/picture/picture-page.server.ts';
import { pngOf } from '#lib/domain/maps/picture/png.server.ts';
import { roomOn, type Paper } from '#lib/domain/maps/picture/papers.ts';
import { sheetsOf } from '#lib/domain/maps/picture/sheets.ts';
import { svgText } from '#lib/domain/maps/picture/svg-text.ts';
import { wholePicture } from '#lib/domain/maps/picture/whole-picture.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import { drawSheets } from './pdf/drawing.server.ts';

export type WantedPicture = { journey: Journey; format: 'png' | 'svg' } | { journey: Journey; format: 'pdf'; on: Paper };

/** The picture of a journey as a file: one picture as SVG or PNG, or sheets of paper as PDF; what the worker does. The caller has seen the journey. */
export async function pictureFile(db: Database, wanted: WantedPicture): Promise<Uint8Array> {
	const { groups, heading } = pictureOf(db, wanted.journey);
	if (wanted.format !== 'pdf') {
		const whole = wholePicture(groups, heading);
		return wanted.format === 'png' ? pngOf(whole) : new TextEncoder().encode(svgText(whole));
	}
	const about = { title: wanted.journey.name, council: councilOf(db)?.name ?? '', madeAt: now(), on: wanted.on };
	return drawSheets(sheetsOf(groups, heading, roomOn(wanted.on)), about);
}
