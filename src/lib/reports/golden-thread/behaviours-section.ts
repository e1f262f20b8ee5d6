import { shown } from '#lib/domain/statistics/rounding.ts';
import type { Section } from '../description.ts';
import type { BehaviourOnThread } from './behaviours-gathered.server.ts';
import { someOf } from './woven.ts';

const rule =
	'Mystery shopping is told at the level promised to staff, of the last wave that is closed. Performance assessment is told of five people or more, never of one. Below five visits there are counts and no share.';

/** How the behaviours tied to the strands were kept in mystery shopping and performance assessment. DOMAIN sections 5 and 6. */
export function behavioursSection(found: readonly BehaviourOnThread[]): Section {
	const rows = found.map(({ behaviour: { name, kept, isFew, from }, titles }) => ({
		behaviour: name,
		strands: someOf(titles),
		from,
		kept: kept.numerator,
		of: kept.denominator,
		share: isFew ? null : kept.share * 100,
		interval: isFew ? 'Too few to say' : `${shown(kept.low * 100, 1)} to ${shown(kept.high * 100, 1)}`
	}));
	return {
		id: 'behaviours',
		title: rows.length
			? `How ${rows.length} ${rows.length === 1 ? 'behaviour was' : 'behaviours were'} kept`
			: 'No result of a behaviour that you see',
		blocks: [
			{
				kind: 'table',
				table: {
					id: 'behaviours',
					caption: 'Behaviours, as they were kept',
					note: rule,
					columns: [
						{ key: 'behaviour', label: 'Behaviour', kind: 'text', share: 2.4, width: 60 },
						{ key: 'strands', label: 'Strand', kind: 'text', share: 2, width: 44 },
						{ key: 'from', label: 'Found in', kind: 'text', share: 1.7, width: 44 },
						{ key: 'kept', label: 'Kept', kind: 'number', share: 0.6, width: 8 },
						{ key: 'of', label: 'Of', kind: 'number', share: 0.6, width: 8 },
						{ key: 'share', label: '%', kind: 'number', decimals: 2, read: 1, share: 0.6, width: 8 },
						{ key: 'interval', label: '95% interval', kind: 'text', share: 1, width: 16 }
					],
					rows,
					links: found.map(({ behaviour }) => behaviour.href),
					empty: 'No standard or question with results is tied to these strands.'
				}
			}
		]
	};
}
