type Shopper = { id: string; never: readonly string[] };

/**
 * Shares visits out to shoppers as evenly as conflicts of interest allow: each visit to the allowed shopper with the
 * fewest (of equals whoever had that service least), services that fewest may visit first; then visits are moved along chains of shoppers who may take them, as long
 * as one has two more than another at the chain's end. Gives a shopper's id for each visit.
 * @param services the service of each visit
 * @param shoppers in the order in which equals are taken; each service has one who may visit it
 */
export function shareOut(services: readonly string[], shoppers: readonly Shopper[]): string[] {
	const allowed = new Map(
		[...new Set(services)].map((service) => [service, shoppers.filter(({ never }) => !never.includes(service)).map(({ id }) => id)])
	);
	const may = (service: string) => allowed.get(service) ?? [];
	const load = new Map(shoppers.map(({ id }) => [id, 0]));
	const loadOf = (id: string) => load.get(id) ?? 0;
	const given: string[] = services.map(() => '');
	const hardestFirst = services
		.map((service, n) => ({ service, n }))
		.sort((a, b) => may(a.service).length - may(b.service).length || a.n - b.n);
	for (const { service, n } of hardestFirst) {
		const before = (id: string) => given.filter((one, other) => one === id && services[other] === service).length;
		const shopper = may(service).reduce((best, id) => ((loadOf(id) - loadOf(best) || before(id) - before(best)) < 0 ? id : best));
		given[n] = shopper;
		load.set(shopper, loadOf(shopper) + 1);
	}
	for (let moved = true; moved;) moved = shoppers.some(({ id }) => relieve(id));
	return given;

	/** Takes a visit off a shopper, through others where needed, to somebody with at least two fewer. */
	function relieve(from: string): boolean {
		const cameBy = new Map<string, { visit: number; of: string }>();
		const queue = [from];
		for (let of = queue.shift(); of !== undefined; of = queue.shift()) {
			if (loadOf(of) <= loadOf(from) - 2) {
				load.set(of, loadOf(of) + 1);
				load.set(from, loadOf(from) - 1);
				for (let at = of; at !== from;) {
					const step = cameBy.get(at);
					if (!step) break;
					given[step.visit] = at;
					at = step.of;
				}
				return true;
			}
			const holder = of;
			given.forEach((shopper, visit) => {
				if (shopper !== holder) return;
				for (const other of may(services[visit] ?? ''))
					if (other !== from && !cameBy.has(other)) {
						cameBy.set(other, { visit, of: holder });
						queue.push(other);
					}
			});
		}
		return false;
	}
}
