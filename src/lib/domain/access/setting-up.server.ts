import { randomInt, timingSafeEqual } from 'node:crypto';
import { count } from 'drizzle-orm';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { councils } from '#lib/domain/organisation/tables.ts';
import { config } from '#lib/server/config.ts';
import { keptPerDatabase, write, type Database } from '#lib/server/database.ts';
import { problemWithPassword } from './password-rules.ts';
import { hashPassword } from './passwords.server.ts';
import { startSession } from './sessions.server.ts';
import { grants, people } from './tables.ts';

/** Kinds of file that may be uploaded until an administrator decides otherwise. */
export const firstFileTypes = ['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'csv', 'txt', 'png', 'jpg', 'eml', 'msg'];

const known = keptPerDatabase(() => ({ isSetUp: false }));

/** Whether first-run set-up is done: there is a council. Once true it stays true. */
export function isSetUp(db: Database): boolean {
	const memory = known(db);
	memory.isSetUp ||= db.select({ n: count() }).from(councils).get()!.n > 0;
	return memory.isSetUp;
}

const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789';
/** Ten letters and figures that cannot be mistaken for each other, new at each start of the program. */
const code = config.setupCode || Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('');
const mostTries = 20;
let wrongTries = 0;

/** Prints the code in the terminal of an empty database: whoever can read that may set the council up. */
export function announceSetUp(db: Database): void {
	if (isSetUp(db)) return;
	console.log(`\n  This database is empty. Open the program in a browser and set it up with this code:\n\n      ${code}\n`);
}

function isCode(typed: string): boolean {
	const tidy = Buffer.from(typed.replace(/[\s-]/g, '').toUpperCase().padEnd(code.length).slice(0, code.length));
	return timingSafeEqual(tidy, Buffer.from(code)) && typed.replace(/[\s-]/g, '').length === code.length;
}

export type FirstRun = { code: string; council: string; name: string; email: string; password: string };

/** Creates the council and its first administrator, and signs them in. Works once, with the code from the terminal. */
export async function setUp(db: Database, typed: FirstRun): Promise<Outcome<{ token: string }>> {
	if (wrongTries >= mostTries) return refused('too-many-tries', 'Too many wrong codes. Stop and start the program for a new one.', 'code');
	if (!isCode(typed.code)) {
		wrongTries++;
		return refused('wrong-code', 'This is not the code printed in the terminal. It is new each time the program starts', 'code');
	}
	const problem = problemWithPassword(typed.password, { ...typed, council: typed.council });
	if (problem) return refused('weak-password', problem, 'password');
	const passwordHash = await hashPassword(typed.password);
	const outcome = write(db, (tx) => {
		if (tx.select({ n: count() }).from(councils).get()!.n > 0)
			return refused('already-set-up', 'This council is already set up. Sign in instead.');
		tx.insert(councils).values({ id: 1, name: typed.council, allowedFileTypes: firstFileTypes }).run();
		const person = tx
			.insert(people)
			.values({ name: typed.name, email: typed.email.toLowerCase(), passwordHash })
			.returning({ id: people.id })
			.get();
		tx.insert(grants)
			.values([
				{ personId: person.id, role: 'administrator' },
				{ personId: person.id, role: 'programme lead' }
			])
			.run();
		record(tx, person, 'set up the council', { kind: 'council', id: '1' }, { name: { from: null, to: typed.council } });
		return done({ personId: person.id });
	});
	if (!outcome.ok) return outcome;
	return done({ token: await startSession(db, outcome.personId) });
}
