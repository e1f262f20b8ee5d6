import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { pictureOf } from '#lib/domain/maps/picture/picture-page.server.ts';
import { wholePicture } from '#lib/domain/maps/picture/whole-picture.ts';
import { svgText } from '#lib/domain/maps/picture/svg-text.ts';
import { attachment } from '#lib/exchange/download.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const journey = journeySeen(event.locals.db, person, event.params.journey);
	const { groups, heading } = pictureOf(event.locals.db, journey);
	return new Response(svgText(wholePicture(groups, heading)), { headers: attachment(`${journey.name}.svg`, 'image/svg+xml') });
};
