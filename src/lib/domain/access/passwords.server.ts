import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB and two passes: about 13 ms, as OWASP recommends for a server of this size. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** At most two hashes at a time, so that a burst of sign-ins cannot take the whole machine. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
	running++;
	try {
		return await work();
	} finally {
		running--;
		waiting.shift()?.();
	}
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, strength));

let dummy: Promise<string> | null = null;

/** Whether the password is the one behind the hash. With no hash (nobody of that name) it takes as long and says no. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
	dummy ??= hashPassword('nobody signs in with this');
	const against = stored ?? (await dummy);
	const matches = await inTurn(() => verify(against, password));
	return matches && stored !== null;
}
