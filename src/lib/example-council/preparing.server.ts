import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashPassword } from '#lib/domain/access/passwords.server.ts';
import { addDays, dayOf } from '#lib/domain/calendar/dates.ts';
import { config } from '#lib/server/config.ts';
import { at } from '#lib/server/clock.ts';
import { open } from '#lib/server/database.ts';
import { withIdsFrom } from '#lib/server/new-id.ts';
import { castOf } from './cast.server.ts';
import { addPeople, addStructure } from './council.server.ts';
import { peopleFile, readSeed, structureFile, type People } from './files.ts';
import { liveTheYear } from './year.server.ts';

/** The same for everybody in the example council, and for nobody anywhere else. */
export const examplePassword = 'otter candle viaduct';
const domain = 'marlbourne.example';
/** The day the council was set up, counted from today. */
const founded = -405;

/**
 * Makes the database of the example council unless it is there already, and gives the sign-ins in words. It is made
 * beside its place and moved there when whole: one that was interrupted leaves nothing behind.
 */
export async function prepareExampleCouncil(file: string): Promise<string> {
	const folder = join(config.seed, 'example-council');
	const people = readSeed(folder, 'people.yaml', peopleFile);
	if (!existsSync(file)) {
		console.log('Making the example council …');
		const unfinished = `${file}.part`;
		for (const left of ['', '-wal', '-shm']) rmSync(unfinished + left, { force: true });
		const db = open(unfinished, config.migrations);
		// nobody relies on it yet: it is moved into place when it is whole
		db.$client.pragma('synchronous = OFF');
		const today = dayOf(Date.now());
		const passwordHash = await hashPassword(examplePassword);
		await withIdsFrom(domain, async () => {
			const { places, ids } = at(Date.parse(addDays(today, founded)), () => {
				const places = addStructure(db, readSeed(folder, 'structure.yaml', structureFile));
				return { places, ids: addPeople(db, people, places, passwordHash, domain) };
			});
			await liveTheYear(db, folder, today, castOf(db, ids), places);
		});
		db.$client.pragma('wal_checkpoint(TRUNCATE)');
		db.$client.close();
		renameSync(unfinished, file);
	}
	return signIns(people);
}

function signIns({ people }: People): string {
	const shown = people.filter((person) => person.shown).map((person) => `  ${`${person.email}@${domain}`.padEnd(42)} ${person.title}`);
	return ['  Sign in with any of these; the password is the same for all:', `  ${examplePassword}`, '', ...shown, ''].join('\n');
}
