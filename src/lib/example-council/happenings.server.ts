import { eq } from 'drizzle-orm';
import { deactivate } from '#lib/domain/access/deactivating.server.ts';
import { invite } from '#lib/domain/access/inviting.server.ts';
import { addPerson } from '#lib/domain/access/people-adding.server.ts';
import { people } from '#lib/domain/access/tables.ts';
import { addTeam } from '#lib/domain/organisation/adding.server.ts';
import { closeUnit } from '#lib/domain/organisation/closing.server.ts';
import type { Database } from '#lib/server/database.ts';
import { now } from '#lib/server/clock.ts';
import { must, type Who } from './cast.server.ts';
import type { Places } from './council.server.ts';
import type { Diary } from './diary.ts';

/** What happens in any council beside its assessments: somebody leaves, somebody is invited, a team is closed. */
export function happenBeside({ db, diary, who, places }: { db: Database; diary: Diary; who: Who; places: Places }): void {
	const administrator = who('administrator');
	const versionOf = (id: string) => db.select({ version: people.version }).from(people).where(eq(people.id, id)).get()?.version ?? 1;
	let leaver = '';
	diary.on(-380, 20, () => {
		const left = { name: 'Graham Tolley', email: 'graham.tolley@marlbourne.example', jobTitle: 'Customer insight officer' };
		const { id } = must(addPerson(db, administrator, left), 'Somebody who leaves');
		leaver = id;
	});
	diary.on(-150, 20, () => {
		must(deactivate(db, administrator, leaver, { confirmed: true, version: versionOf(leaver) }, now()), 'Somebody leaves');
	});
	diary.on(-3, 20, () => {
		const coming = { name: 'Amara Nwosu', email: 'amara.nwosu@marlbourne.example', jobTitle: 'Service improvement officer' };
		const { id } = must(addPerson(db, administrator, coming), 'Somebody who is invited');
		must(invite(db, administrator, id, now()), 'An invitation');
	});
	diary.on(-200, 20, (today) => {
		const { id } = must(
			addTeam(db, administrator, { name: 'Webchat pilot', serviceId: places.services.get('contact-centre') ?? '' }),
			'A team'
		);
		must(closeUnit(db, administrator, 'team', id, 1, today), 'A team is closed');
	});
}
