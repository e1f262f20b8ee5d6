import { expect, test } from 'vitest';
import { isOurOwn } from './same-origin.ts';
import { ownPath } from './own-path.ts';

const ours = 'https://thread.marlbourne.example';
const ask = (method: string, headers: Record<string, string>) => isOurOwn(new Request(ours, { method, headers }), ours);

test.each([
	['POST', { 'sec-fetch-site': 'same-origin' }, true],
	['POST', { 'sec-fetch-site': 'none' }, true],
	['POST', { 'sec-fetch-site': 'cross-site', origin: ours }, false],
	['POST', { 'sec-fetch-site': 'same-site' }, false],
	['POST', { origin: ours }, true],
	['POST', { origin: 'https://elsewhere.example' }, false],
	['POST', { origin: 'null' }, false],
	['POST', {}, false],
	['DELETE', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }, false],
	['GET', { 'sec-fetch-site': 'cross-site' }, true]
])('%s with %o', (method, headers, may) => expect(ask(method, headers as Record<string, string>)).toBe(may));

test.each([
	['/assessments/7?by=theme', '/assessments/7?by=theme'],
	['https://elsewhere.example', '/'],
	['//elsewhere.example', '/'],
	['/\\elsewhere.example', '/'],
	['/\t/elsewhere.example', '/'],
	[null, '/']
])('after signing in, %s leads to %s', (wanted, path) => expect(ownPath(wanted)).toBe(path));
