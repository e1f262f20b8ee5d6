import type { Page } from 'playwright-core';
import { sessions } from '#lib/domain/access/tables.ts';
import { signIn } from './inviting-on-screen.ts';
import type { Served } from './served.ts';
import { sees } from './walking.ts';

/** The password of everybody in the example council. */
export const examplePassword = 'otter candle viaduct';

/** Ends every session, as if thirty days had gone by. */
export const endSessions = (served: Served): void => void served.db.delete(sessions).run();

/** After sending something when the session had ended: what was typed is kept, and is back once the person has signed in again. */
export async function signInToGoOn(page: Page, who: string): Promise<void> {
	await sees(page, 'What you typed is kept');
	await signIn(page, `${who}@marlbourne.example`, examplePassword);
	await sees(page, 'What you typed is back');
}
