import { parentsOf } from '#lib/domain/golden-thread/thread.ts';
import type { Section } from '../description.ts';
import { someOf, type Woven } from './woven.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The services that serve the strands with the award agreed last and how it moved, as far as the person sees their reports. */
export function awardsSection({ thread, strands, services }: Woven): Section {
	const rows = services.map(({ id, name, seen, agreed }) => {
		const own = strands.filter(({ serviceId }) => serviceId === id);
		const above = own.flatMap((strand) => parentsOf(thread, strand.id)).filter(({ serviceId }) => serviceId !== id);
		return {
			service: name,
			level: agreed?.level ?? null,
			award: agreed ? (agreed.award ?? 'No award') : seen ? 'Nothing agreed yet' : 'Not published to you',
			trend: agreed ? capital(agreed.trend) : '',
			cycle: agreed ? `${agreed.framework}, ${agreed.cycle}` : '',
			serves: someOf([...new Set(above.map(({ title }) => title))])
		};
	});
	const seen = services.filter((service) => service.seen).length;
	const agreed = services.filter((service) => service.agreed).length;
	const up = services.filter((service) => service.agreed?.trend.startsWith('up ')).length;
	return {
		id: 'awards',
		title: `${agreed} of ${seen} ${seen === 1 ? 'service has' : 'services have'} an agreed result, ${up} rose`,
		blocks: [
			{
				kind: 'table',
				table: {
					id: 'awards',
					caption: 'Services and their awards',
					columns: [
						{ key: 'service', label: 'Service', kind: 'text', share: 1.4, width: 28 },
						{ key: 'level', label: 'Level', kind: 'number', share: 0.6, width: 8 },
						{ key: 'award', label: 'Award', kind: 'text', share: 1, width: 20 },
						{ key: 'trend', label: 'Trend', kind: 'text', share: 1.1, width: 22 },
						{ key: 'cycle', label: 'Agreed in', kind: 'text', share: 1.6, width: 34 },
						{ key: 'serves', label: 'Serves', kind: 'text', share: 2.4, width: 60 }
					],
					rows,
					links: services.map(({ agreed }) => agreed?.href ?? null),
					empty: 'Services stand here once a strand is theirs.'
				}
			}
		]
	};
}
