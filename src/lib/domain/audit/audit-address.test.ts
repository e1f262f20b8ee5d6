import { expect, test } from 'vitest';
import { auditAddress, auditQueryIn, unreadDays } from './audit-address.ts';

const asked = (text: string) => new URLSearchParams(text);

test('dates are read as people write them and as addresses keep them', () => {
	expect(auditQueryIn(asked('from=1/2/2026&to=2026-11-21'))).toMatchObject({ from: '2026-02-01', to: '2026-11-21' });
});

test('a date that is none is left out, and said', () => {
	expect(auditQueryIn(asked('from=31/2/2026&to=soon'))).toMatchObject({ from: undefined, to: undefined });
	expect(unreadDays(asked('from=31/2/2026&to=soon&who=x'))).toEqual(['31/2/2026', 'soon']);
	expect(unreadDays(asked('from=&to='))).toEqual([]);
});

test('an address holds the question, and gives it back', () => {
	const query = auditQueryIn(asked('who=asha&person=p&thing=service&thingId=s&from=2026-01-01&after=12'));
	expect(auditQueryIn(asked(auditAddress(query).split('?')[1] ?? ''))).toEqual(query);
	expect(auditAddress(auditQueryIn(asked('after=-1&before=x')))).toBe('/admin/audit');
});
