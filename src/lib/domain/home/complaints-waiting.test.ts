import { expect, test } from 'vitest';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { giveTo } from '#lib/domain/complaints/closing.server.ts';
import { noteCase } from '#lib/domain/complaints/noting.server.ts';
import { complaintsDue } from './complaints-waiting.server.ts';

const told = {
	kind: 'complaint',
	channel: 'phone',
	reference: '',
	customerContact: '',
	stage: 'stage 1',
	same: '',
	serviceId: 'repairs'
} as const;

test('a complaint that is late or due within a week waits for who handles it, else for the manager of its service', () => {
	const db = testDatabase();
	const note = (receivedOn: string, customerName: string) => {
		const noted = noteCase(db, cast.manager, { ...told, receivedOn, customerName, words: `What ${customerName} said` }, '2026-06-30');
		return noted.ok ? noted.id : '';
	};
	const late = note('2026-06-01', 'Ann');
	note('2026-06-22', 'Ben');
	const titles = (person = cast.manager, today = '2026-06-15') =>
		complaintsDue(db, person, today).map(({ title, when }) => [title, when.kind]);
	expect(titles()).toEqual([['See to complaint 1', 'bad']]);
	expect(titles(cast.manager, '2026-06-24')).toEqual([
		['See to complaint 1', 'bad'],
		['See to complaint 2', 'watch']
	]);
	expect(titles(cast.planner)).toEqual([]);
	expect(titles(cast.lead)).toEqual([]);
	giveTo(db, cast.manager, late, { handlerId: cast.colleague.id, version: 1 });
	expect([titles(), titles(cast.colleague)]).toEqual([[], [['See to complaint 1', 'bad']]]);
	for (const name of ['Cat', 'Dov', 'Eve', 'Fay']) note('2026-06-02', name);
	expect(titles()).toEqual([['See to 4 complaints', 'bad']]);
});
