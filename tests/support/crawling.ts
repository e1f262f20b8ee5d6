import { filesBelow } from '../architecture/files.ts';
import { allRoutes, type Route } from './addresses.ts';

/** A page as somebody found it by following links from their home. */
export type Visit = { address: string; from: string; route: string; status: number; html: string };

/** What a parameter may be, by the name it is asked for in addresses: `[part=part]`. */
const matchers = new Map<string, (text: string) => boolean>(
	await Promise.all(
		filesBelow('src/params').map(async (path) => [/(\w+)\.ts$/.exec(path)?.[1] ?? '', (await import(`../../${path}`)).match] as const)
	)
);

const patternOf = ({ address }: Route) => new RegExp(`^${address.replaceAll(/[.]/g, '\\.').replaceAll(/\[[^\]]+\]/g, '([^/]+)')}$`);
const literally = (address: string) => address.replaceAll(/\[[^\]]+\]/g, '').length;
/** Those with the fewest parameters and the most words first: '/actions/new' is no action. */
const patterns = allRoutes()
	.map((route) => ({ ...route, pattern: patternOf(route), asked: [...route.address.matchAll(/\[\w+=?(\w*)\]/g)].map(([, name]) => name) }))
	.sort((a, b) => a.address.split('[').length - b.address.split('[').length || literally(b.address) - literally(a.address));

/** The page's route of an address; undefined for an endpoint. */
function routeOf(path: string): string | undefined {
	const found = patterns.find(({ pattern, asked }) => {
		const given = pattern.exec(path)?.slice(1);
		return given && asked.every((name, at) => !name || matchers.get(name)?.(given[at] ?? ''));
	});
	return found?.page ? found.address : undefined;
}

const entities: Record<string, string> = { '&amp;': '&', '&#39;': "'", '&quot;': '"' };

/** The addresses a page links to, without those on other sites and within itself. */
function linksIn(html: string, at: string): string[] {
	const base = new URL(at, 'http://council.example');
	return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)]
		.map(([, href = '']) => href.replaceAll(/&(amp|#39|quot);/g, (entity) => entities[entity] ?? entity))
		.filter((href) => href !== '' && !href.startsWith('#'))
		.map((href) => new URL(href, base))
		.filter(({ origin }) => origin === base.origin)
		.map(({ pathname, search }) => pathname + search);
}

/** What a page is made of, whatever its words. */
export function partsOf(html: string): string[] {
	const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
	const parts = [...main.matchAll(/<([a-z][a-z0-9-]*)([^>]*)>/g)].map(([, tag = '', attributes = '']) => {
		const wanted = [...attributes.matchAll(/\s(class|type|role|aria-[a-z]+|hidden|disabled)(?:="([^"]*)")?/g)];
		const said = wanted.map(([, name = '', value = '']) => (/^(class|type|role)$/.test(name) ? `${name}=${value}` : name));
		return [tag, ...said].join(' ');
	});
	return [...new Set(parts)];
}

/**
 * Follows links from the home page, as the person whose cookie it is: each kind of page once for each of its `kinds` (the standing of
 * an assessment, say).
 */
export async function crawl(origin: string, cookie: string, kindOf: (route: string, path: string) => string): Promise<Visit[]> {
	const waiting = [{ address: '/', from: '' }];
	const met = new Set(['/']);
	const kinds = new Set<string>();
	const visits: Visit[] = [];
	for (let next = waiting.shift(); next; next = waiting.shift()) {
		const { address, from } = next;
		const response = await fetch(origin + address, { headers: { cookie } });
		const html = await response.text();
		const path = new URL(address, origin).pathname;
		visits.push({ address, from, route: routeOf(path) ?? '', status: response.status, html });
		for (const link of linksIn(html, address)) {
			const { pathname, search } = new URL(link, origin);
			const route = routeOf(pathname);
			if (!route) continue;
			const kind = `${kindOf(route, pathname)} ${[...new URLSearchParams(search).keys()].sort().join()}`;
			if (met.has(link) || kinds.has(kind)) continue;
			met.add(link);
			kinds.add(kind);
			waiting.push({ address: link, from: address });
		}
	}
	return visits;
}
