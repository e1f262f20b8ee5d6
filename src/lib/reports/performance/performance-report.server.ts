import type { Person } from '#lib/domain/access/person.ts';
import { glanceAddress, glanceFiltersIn, type GlanceFilters } from '#lib/domain/glance/filters.ts';
import type { Glance, Part } from '#lib/domain/glance/glance.ts';
import { glanceOf } from '#lib/domain/glance/glance.server.ts';
import { glanceSeen, type GlanceSeen } from '#lib/domain/glance/seen.server.ts';
import { showPeriod, showShortPeriod } from '#lib/domain/measures/period.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Report } from '../description.ts';
import { attentionSection, figuresSection, staleSection } from './attention-section.ts';
import { failureSection, shiftSection } from './cost-sections.ts';
import { demandSection } from './demand-section.ts';
import { headlineSection } from './headline-section.ts';
import {
	answeringSection,
	complaintsSection,
	firstContactSection,
	qualitySection,
	responseSection,
	satisfactionSection
} from './measure-sections.ts';

/** Where a measure is looked at for the same place. */
const linkIn =
	({ service, channel }: GlanceFilters) =>
	(key: string): string => {
		const query = new URLSearchParams(Object.entries({ service, channel }).filter(([, value]) => value));
		return `/measures/${encodeURIComponent(key)}${query.size ? `?${query}` : ''}`;
	};

const during = ({ span, months }: Glance) =>
	months === 1 ? showPeriod(span.to) : `${showShortPeriod(span.from)} to ${showShortPeriod(span.to)}, ${months} months`;

/** The dashboard as a report, of what `glanceSeen` saw: page, PDF, workbook and JSON say the same figures. */
export function reportAtGlance(db: Database, seen: GlanceSeen, today: string): Report {
	const { filters } = seen;
	const glance = glanceOf(db, seen, today);
	const linkOf = linkIn(filters);
	const placeOf = (part: Part) =>
		glanceAddress({ ...filters, ...(part.teamId ? { team: part.teamId } : { service: part.serviceId ?? '' }) });
	const attention = attentionSection(glance, linkOf);
	const quality = qualitySection(glance, linkOf);
	const stale = glance.measures.filter(({ standing }) => standing.stale).length;
	return {
		name: `Performance at a glance ${glance.name}`,
		title: `${glance.name}: ${attention.title.charAt(0).toLowerCase()}${attention.title.slice(1)}`,
		subtitle: `Performance at a glance, ${during(glance)}`,
		lead: glance.releasedOnly
			? 'From the months that are released.'
			: 'Every figure with what it is made of, how it is worked out, and its measure behind it.',
		facts: [
			['Latest month', showPeriod(glance.span.to)],
			['Measures held', String(glance.measures.length)],
			['Out of date', String(stale)]
		],
		council: councilOf(db)?.name ?? '',
		madeAt: now(),
		sections: [
			attention,
			headlineSection(glance, linkOf),
			demandSection(glance, placeOf),
			firstContactSection(glance, linkOf),
			answeringSection(glance, linkOf),
			responseSection(glance, linkOf),
			satisfactionSection(glance, linkOf),
			complaintsSection(glance, linkOf),
			failureSection(glance, linkOf),
			shiftSection(glance, linkOf),
			...(glance.measures.some(({ theme }) => theme === 'quality') ? [quality] : []),
			staleSection(glance),
			figuresSection(glance)
		]
	};
}

/** The same for a person, by the filters as text (`glanceText`); 404 for a place out of their sight. */
export function performanceReport(db: Database, person: Person, text: string, today: string): Report {
	return reportAtGlance(db, glanceSeen(db, person, glanceFiltersIn(new URLSearchParams(text))), today);
}
