import { and, desc, eq, isNotNull, lt } from 'drizzle-orm';
import { can, servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { contactStandards } from '#lib/domain/standards/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import type { CountedVisit } from './counted-visit.ts';
import { countedVisits } from './counted-visits.server.ts';
import { figuresOf, type Basis, type DivisionName, type Figure } from './figures.ts';
import type { ResultFilters } from './filters.ts';
import { waveWithResults } from './finding.server.ts';
import { levelsPromised, whyNotTold } from './reporting-level.ts';
import { quotesOf } from './quoting.ts';
import { waves } from './tables.ts';
import { figuresByWave } from './wave-by-wave.ts';
import { wavesSoFar } from './waves-so-far.server.ts';

/** The wave of the same programme before this one; null for the first. */
function waveBefore(db: Database, { programmeId, number }: { programmeId: string; number: number }) {
	const earlier = and(eq(waves.programmeId, programmeId), lt(waves.number, number), isNotNull(waves.confirmedAt));
	return db.select({ id: waves.id, name: waves.name }).from(waves).where(earlier).orderBy(desc(waves.number)).get() ?? null;
}

/** The texts of the standards, by number. */
const standardTexts = (db: Database) =>
	new Map(
		db
			.select({ number: contactStandards.number, text: contactStandards.text })
			.from(contactStandards)
			.all()
			.map(({ number, text }) => [number, text])
	);

/**
 * What a person may know of a wave's results, ready for pages, files and reports: every figure has been through the gate of
 * what was promised to staff, and through what the person sees. 404 for a wave, or a service in the filter, out of sight.
 * A service manager sees the council's figures and those of their own services. DOMAIN sections 1 and 5.1.
 */
export function resultsSeen(db: Database, person: Person, waveId: string) {
	const { wave, programme, services: seen } = waveWithResults(db, person, waveId);
	const promised = programme.level;
	const all = countedVisits(db, wave.id);
	const last = waveBefore(db, wave);
	const before = last ? countedVisits(db, last.id) : [];
	const inSight = (visit: CountedVisit) => seen === 'all' || seen.includes(visit.serviceId);
	const texts = standardTexts(db);

	/** The figures of one division. */
	function figures({ by, channel = '', service = '' }: Partial<ResultFilters> & { by: DivisionName }): {
		figures: Figure[];
		withheld: string | null;
	} {
		if (service && seen !== 'all' && !seen.includes(service)) notFound();
		const mayOf = (visit: CountedVisit) =>
			by === 'individual'
				? can(person, 'see staff results', { serviceId: visit.serviceId, teamId: visit.teamId })
				: by === 'service' || by === 'team'
					? inSight(visit)
					: true;
		const chosen = (visits: readonly CountedVisit[]) =>
			visits.filter((visit) => (!channel || visit.channel === channel) && (!service || visit.serviceId === service) && mayOf(visit));
		const basis: Basis = { visits: chosen(all), before: chosen(before), promised, narrowedTo: service ? 'service' : 'council' };
		const found = figuresOf(basis, by);
		if (by !== 'standard') return found;
		return {
			...found,
			figures: found.figures.map((figure) => ({ ...figure, name: [figure.key, texts.get(figure.key)].filter(Boolean).join(' ') }))
		};
	}

	const verbatims = ({ channel = '', service = '' }: Partial<ResultFilters> = {}) => {
		if (service && seen !== 'all' && !seen.includes(service)) notFound();
		const from = all.filter(
			(visit) => (!channel || visit.channel === channel) && (!service || visit.serviceId === service) && inSight(visit)
		);
		return quotesOf(from, { promised, isOneService: service !== '', seesAll: seen === 'all' });
	};

	/** How many visits passed in each wave of the programme up to this one; through the same gate, and only waves in sight. */
	function byWave({ channel = '', service = '' }: Partial<ResultFilters> = {}): Figure[] {
		if (service && seen !== 'all' && !seen.includes(service)) notFound();
		const narrowed = wavesSoFar(db, wave)
			.filter(({ state }) => servicesWhere(person, 'see shopping results', { status: state }).length > 0)
			.map((one) => ({
				...one,
				visits: one.visits.filter((visit) => (!channel || visit.channel === channel) && (!service || visit.serviceId === service))
			}));
		return figuresByWave(narrowed, { promised, narrowedTo: service ? 'service' : 'council' });
	}

	const sighted = all.filter(inSight);
	const serviceChoices = whyNotTold({ promised, at: 'service' })
		? []
		: [...new Map(sighted.map(({ serviceId, service }) => [serviceId, service]))]
				.map(([value, label]) => ({ value, label }))
				.sort((a, b) => a.label.localeCompare(b.label));
	return {
		wave,
		programme,
		last,
		checked: all.length,
		levels: levelsPromised(promised),
		services: serviceChoices,
		channels: [...new Set(all.map(({ channel }) => channel))].sort(),
		seesAll: seen === 'all',
		figures,
		byWave,
		verbatims
	};
}
