import type { IncomingMessage } from 'node:http';
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
		/** What the Node server gives; nothing of it is there while developing. */
		interface Platform {
			req: IncomingMessage;
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
