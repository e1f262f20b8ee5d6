import type { CountedVisit } from './counted-visit.ts';
import { fewestToCompare } from './figures.ts';
import { whyNotTold } from './reporting-level.ts';
import type { Level } from './words.ts';

/** What may be quoted, by channel; `service` only where results of services were promised. */
export type Quotes = { said: { text: string; channel: string; service: string | null }[]; withheld: string | null };

/** What stands in the way of a quotation. */
type Bounds = {
	promised: Level;
	/** The visits are those of one service. */
	isOneService: boolean;
	/** The reader sees every service. */
	seesAll: boolean;
};

/**
 * What shoppers wrote, names taken out already. Said of a service only where that was promised; nothing below five visits, since
 * whoever served would know themselves. DOMAIN section 5.1.
 */
export function quotesOf(visits: readonly CountedVisit[], { promised, isOneService, seesAll }: Bounds): Quotes {
	const notOfServices = whyNotTold({ promised, at: 'service' });
	if (isOneService && notOfServices) return { said: [], withheld: notOfServices };
	if (notOfServices && (!seesAll || new Set(visits.map(({ serviceId }) => serviceId)).size < 2))
		return {
			said: [],
			withheld: 'Staff were promised that nothing is reported of single services, and these words could be told to come from one'
		};
	if (visits.length < fewestToCompare)
		return {
			said: [],
			withheld: `There are fewer than ${fewestToCompare} visits, too few for words to be quoted without telling from whom`
		};
	const said = visits.flatMap((visit) =>
		visit.verbatims.map((text) => ({ text, channel: visit.channel, service: notOfServices ? null : visit.service }))
	);
	return { said: said.sort((a, b) => a.channel.localeCompare(b.channel) || a.text.localeCompare(b.text)), withheld: null };
}
