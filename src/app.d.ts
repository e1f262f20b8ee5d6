import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';

declare global {
	namespace App {
		interface Locals {
			db: Database;
			person: Person | null;
			/** Today's date in Europe/London, YYYY-MM-DD. */
			today: string;
			/** The address the request came from, for throttling. */
			address: string;
		}
		interface Error {
			message: string;
			/** What the log calls this failure. */
			id?: string;
			/** What the person can do next. */
			next?: string;
		}
	}
}
export {};
