import { expect, test } from 'vitest';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import { cast, testDatabase } from '../../../tests/support/test-database.ts';
import { forgetSubmissions, once, storageRefusal } from './submitting.ts';
import { at } from './clock.ts';

test('a form sent twice is carried out once and answered the same', () => {
	const db = testDatabase();
	const locals = { db, person: cast.lead, today: '2026-11-21', address: '' };
	const add = (name: string) => () => done({ id: db.insert(services).values({ name, directorateId: 'homes' }).returning().get().id });
	const first = once({ locals }, { submission: 's1' }, add('Parks'));
	const again = once({ locals }, { submission: 's1' }, add('Parks once more'));
	expect(again).toEqual(first);
	expect(
		db
			.select()
			.from(services)
			.all()
			.filter((service) => service.name.startsWith('Parks'))
	).toHaveLength(1);
	// the same id from somebody else is another form
	expect(once({ locals: { ...locals, person: cast.manager } }, { submission: 's1' }, add('Cemeteries'))).not.toEqual(first);
});

test('a refused form can be put right and sent again under the same id', () => {
	const db = testDatabase();
	const locals = { db, person: cast.lead, today: '2026-11-21', address: '' };
	expect(once({ locals }, { submission: 's1' }, () => refused('no', 'Not like this')).ok).toBe(false);
	expect(once({ locals }, { submission: 's1' }, () => done()).ok).toBe(true);
});

test('which forms were sent is forgotten after a week', () => {
	const db = testDatabase();
	const locals = { db, person: cast.lead, today: '2026-11-21', address: '' };
	const send = (name: string) => once({ locals }, { submission: 's1' }, () => done({ name }));
	const [sent, aWeek] = [Date.UTC(2026, 10, 21), 7 * 24 * 60 * 60 * 1000];
	const first = at(sent, () => send('first'));
	expect(forgetSubmissions(db, sent + aWeek)).toBe(0);
	expect(send('second')).toEqual(first);
	expect(forgetSubmissions(db, sent + aWeek + 1)).toBe(1);
	expect(send('second')).not.toEqual(first);
});

test('a full or failing disk is a refusal that says so, any other error stays one', () => {
	const db = testDatabase();
	const locals = { db, person: cast.lead, today: '2026-11-21', address: '' };
	db.$client.pragma('max_page_count = 1');
	const fill = () => {
		db.insert(services)
			.values(Array.from({ length: 500 }, (_, n) => ({ name: `Service ${n} ${'x'.repeat(200)}`, directorateId: 'homes' })))
			.run();
		return done();
	};
	expect(once({ locals }, { submission: 's1' }, fill)).toMatchObject({ ok: false, code: 'storage-full' });
	expect(storageRefusal(new Error('something else'))).toBeNull();
	expect(() =>
		once({ locals }, { submission: 's2' }, () => {
			throw new Error('a mistake');
		})
	).toThrow('a mistake');
});
