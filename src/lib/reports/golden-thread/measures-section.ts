import type { MeasureShown } from '#lib/domain/golden-thread/measures-shown.server.ts';
import type { Section } from '../description.ts';
import { someOf, type Woven } from './woven.ts';

const states = { Met: 'good', 'Not met': 'bad', 'No target': 'quiet', 'No value yet': 'quiet' } as const;

const stateOf = ({ latest, met }: MeasureShown): keyof typeof states =>
	!latest ? 'No value yet' : met === null ? 'No target' : met ? 'Met' : 'Not met';

/** Which measures prove what, and how each stands, for the service of the strand or the council, as on the strand's page. */
export function measuresSection({ strands, measures, services }: Woven): Section {
	const proven = new Map<string, { measure: MeasureShown; titles: string[] }>();
	for (const { id, title } of strands)
		for (const measure of measures.get(id) ?? []) {
			const key = `${measure.id} ${measure.of}`;
			const titles = proven.get(key)?.titles ?? [];
			proven.set(key, { measure, titles: [...titles, title] });
		}
	const rows = [...proven.values()];
	const aimed = rows.filter(({ measure }) => measure.met !== null);
	const met = aimed.filter(({ measure }) => measure.met).length;
	const names = new Map(services.map(({ id, name }) => [id, name]));
	return {
		id: 'measures',
		title: aimed.length
			? `${met} of ${aimed.length} ${aimed.length === 1 ? 'target' : 'targets'} on the thread ${met === 1 ? 'is' : 'are'} met`
			: 'No measure on the thread has a target here',
		blocks: [
			{
				kind: 'table',
				table: {
					id: 'measures',
					caption: 'Measures that prove it',
					columns: [
						{ key: 'measure', label: 'Measure', kind: 'text', share: 1.5, width: 34 },
						{ key: 'of', label: 'Of', kind: 'text', share: 1.1, width: 24 },
						{ key: 'latest', label: 'Latest', kind: 'text', share: 1.6, width: 34 },
						{ key: 'target', label: 'Target', kind: 'text', share: 0.7, width: 12 },
						{ key: 'state', label: 'State', kind: 'text', share: 0.8, width: 12, marks: states },
						{ key: 'proves', label: 'Proves', kind: 'text', share: 2.2, width: 60 }
					],
					rows: rows.map(({ measure, titles }) => ({
						measure: measure.name,
						of: measure.of ? (names.get(measure.of) ?? '') : 'The council',
						latest: measure.latest,
						target: measure.target,
						state: stateOf(measure),
						proves: someOf(titles)
					})),
					links: rows.map(({ measure: { href, of } }) => (of ? `${href}?service=${of}` : href)),
					empty: 'No measure is tied to these strands.'
				}
			}
		]
	};
}
