import { expect, test } from 'vitest';
import { open } from '#lib/server/database.ts';
import { councilOf } from '../organisation/finding.server.ts';
import { personById } from './finding.server.ts';
import { personIdOf } from './sessions.server.ts';
import { isSetUp, setUp } from './setting-up.server.ts';

const typed = {
	// that of the tests' environment
	code: 'bcdfg-hjklm',
	council: 'Marlbourne',
	name: 'Asha Administrator',
	email: 'Asha@marlbourne.example',
	password: 'otter candle viaduct'
};

test('the code from the terminal sets an empty database up once and signs the first administrator in', async () => {
	const db = open(':memory:');
	expect(isSetUp(db)).toBe(false);
	expect(await setUp(db, { ...typed, code: 'BCDFGHJKLMN' })).toMatchObject({ ok: false, field: 'code' });
	expect(await setUp(db, { ...typed, password: 'short' })).toMatchObject({ ok: false, field: 'password' });
	const outcome = await setUp(db, typed);
	expect(outcome.ok).toBe(true);
	const session = outcome.ok ? await personIdOf(db, outcome.token) : null;
	expect(personById(db, session!.personId)).toMatchObject({
		email: 'asha@marlbourne.example',
		grants: [{ role: 'administrator' }, { role: 'programme lead' }]
	});
	expect(councilOf(db)?.name).toBe('Marlbourne');
	expect(isSetUp(db)).toBe(true);
	expect(await setUp(db, typed)).toMatchObject({ ok: false, code: 'already-set-up' });
});
