import type { Person } from '#lib/domain/access/person.ts';
import type { NewContent } from '#lib/domain/evidence/content.ts';
import { addEvidence } from '#lib/domain/evidence/keeping.server.ts';
import { storeUpload } from '#lib/domain/evidence/storing.server.ts';
import type { Database } from '#lib/server/database.ts';
import { must } from './cast.server.ts';
import type { Diary } from './diary.ts';
import type { Piece } from './service-file.ts';
import { fileFrom } from './small-files.server.ts';

async function contentOf(db: Database, person: Person, { kind, file, link, note, title }: Piece): Promise<NewContent> {
	if (kind === 'link') return { kind, link: link ?? '' };
	if (kind === 'note') return { kind, note: note ?? '' };
	const { name, lines } = file ?? { name: `${title}.txt`, lines: [] };
	const bytes = await fileFrom({ name, lines });
	const source = (async function* () {
		yield bytes;
	})();
	return { kind, upload: must(await storeUpload(db, person, name, source), `Evidence ${title}`).upload };
}

/** Puts a service's evidence into the diary, each piece on the day it is brought; gives ids by key once that day is lived. */
export async function bringEvidence(
	db: Database,
	diary: Diary,
	person: Person,
	serviceId: string,
	pieces: Piece[],
	broughtOn: (piece: Piece) => number
): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const piece of pieces) {
		const content = await contentOf(db, person, piece);
		const { title, shows, strength, from, to, review } = piece;
		const details = {
			title,
			shows,
			strength,
			ownerId: person.id,
			effectiveFrom: diary.day(from),
			effectiveTo: to === null ? '' : diary.day(to),
			reviewOn: review === undefined ? '' : diary.day(review)
		};
		diary.on(broughtOn(piece), 0, () => {
			ids.set(piece.key, must(addEvidence(db, person, serviceId, details, content), `Evidence ${title}`).id);
		});
	}
	return ids;
}
