import { desc, eq, isNotNull, and, inArray } from 'drizzle-orm';
import { can, servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { seesResults } from '#lib/domain/mystery-shopping/finding.server.ts';
import { fewestToCompare, type Figure } from '#lib/domain/mystery-shopping/figures.ts';
import { resultsSeen } from '#lib/domain/mystery-shopping/results.server.ts';
import { waves } from '#lib/domain/mystery-shopping/tables.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { questionsKept } from '#lib/domain/paf-summaries/questions-kept.server.ts';
import type { Scope } from '#lib/domain/paf-summaries/summary.ts';
import { contactStandards } from '#lib/domain/standards/tables.ts';
import { shownShare } from '#lib/domain/statistics/rounding.ts';
import type { ShareInterval } from '#lib/domain/statistics/wilson.ts';
import type { Database } from '#lib/server/database.ts';
import type { Strand } from './thread.ts';

/** How a standard or a question tied to the thread was kept. */
export type Behaviour = {
	key: string;
	/** As ties.ts names it. */
	thing: string;
	name: string;
	/** The same as `kept`, in words. */
	said: string;
	kept: ShareInterval;
	/** Whether it is about so few visits that its counts are told, and no share. */
	isFew: boolean;
	from: string;
	href: string;
};

/** '5 of 12 visits (41.7%, 95% interval 19.3% to 68.0%)'. */
const inWords = ({ numerator, denominator, share, low, high }: ShareInterval, of: string): string =>
	`${numerator} of ${denominator} ${of} (${shownShare(share)}, 95% interval ${shownShare(low)} to ${shownShare(high)})`;

/**
 * How standards and questions were kept in mystery shopping: in the last wave that is closed, of the whole council, each
 * figure through the gate of what was promised to staff. DOMAIN section 5.1.
 */
export function shoppedBehaviours(db: Database, person: Person, standards: readonly string[], questions: readonly string[]): Behaviour[] {
	if ((!standards.length && !questions.length) || !seesResults(person)) return [];
	const seen = servicesWhere(person, 'see shopping results', { status: 'closed' });
	const closed = and(eq(waves.state, 'closed'), isNotNull(waves.confirmedAt));
	const wave = seen === 'all' || seen.length ? db.select().from(waves).where(closed).orderBy(desc(waves.endOn)).limit(1).get() : undefined;
	if (!wave) return [];
	const results = resultsSeen(db, person, wave.id);
	const numbers = standards.length
		? db
				.select({ number: contactStandards.number, id: contactStandards.id })
				.from(contactStandards)
				.where(inArray(contactStandards.id, [...standards]))
				.all()
		: [];
	const things = new Map([
		...numbers.map(({ number, id }) => [number, id] as const),
		...questions.map((thing) => [thing.replace('/', ' '), thing] as const)
	]);
	const told = ({ key, name, visits, pass, withheld }: Figure): Behaviour[] => {
		const thing = things.get(key);
		const isFew = visits < fewestToCompare;
		return thing && pass && !withheld
			? [
					{
						key: `shopped ${key}`,
						thing,
						name,
						kept: pass,
						isFew,
						said: isFew
							? `kept in ${pass.numerator} of ${pass.denominator} visits, too few to say more`
							: `kept in ${inWords(pass, 'visits')}`,
						from: `Mystery shopping, ${wave.name}`,
						href: `/mystery-shopping/waves/${wave.id}/results`
					}
				]
			: [];
	};
	return [...results.figures({ by: 'standard' }).figures, ...results.figures({ by: 'question' }).figures].flatMap(told);
}

/** Of whom performance is summed up beside a strand: its team, its service or the council, as far as the person sees it. */
function scopeOf(person: Person, { serviceId, teamId }: Pick<Strand, 'serviceId' | 'teamId'>): (Scope & { href: string }) | null {
	const sees = (thing: { serviceId?: string | null; teamId?: string | null }) => can(person, 'see PAF summary', thing);
	if (teamId && sees({ serviceId, teamId })) return { of: 'team', id: teamId, href: `/paf/teams/${teamId}` };
	if (serviceId && sees({ serviceId })) return { of: 'service', id: serviceId, href: `/paf/services/${serviceId}` };
	return sees({}) ? { of: 'council', id: '', href: '/paf/summary' } : null;
}

function nameOf(db: Database, { of, id }: Scope): string {
	if (of === 'council') return 'the council';
	const table = of === 'team' ? teams : services;
	return db.select({ name: table.name }).from(table).where(eq(table.id, id)).get()?.name ?? '';
}

/** How questions were kept in scored contacts of the last months: of nobody by name, only where there are people enough. DOMAIN section 5.2. */
export function scoredBehaviours(
	db: Database,
	person: Person,
	strand: Pick<Strand, 'serviceId' | 'teamId'>,
	questions: readonly string[],
	today: string
): Behaviour[] {
	const scope = questions.length ? scopeOf(person, strand) : null;
	if (!scope) return [];
	const place = nameOf(db, scope);
	return questionsKept(db, scope, questions, today).map(({ thing, text, kept }) => ({
		key: `scored ${thing}`,
		thing,
		name: text,
		kept,
		isFew: false,
		said: `met in ${inWords(kept, 'scored contacts')}`,
		from: `Performance assessment of ${place}, last three months`,
		href: scope.href
	}));
}
