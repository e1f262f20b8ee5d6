import { coverageRule, shareInWords, type LevelCoverage } from '#lib/domain/golden-thread/coverage.ts';
import { levelName, levelNames } from '#lib/domain/golden-thread/levels.ts';
import type { Block, Section } from '../description.ts';

/** All levels together. */
export const totalOf = (coverage: readonly LevelCoverage[]): { covered: number; of: number } => ({
	covered: coverage.reduce((sum, { covered }) => sum + covered, 0),
	of: coverage.reduce((sum, { of }) => sum + of, 0)
});

/** How far each level is covered, with numerator and denominator, and how that comes about. DOMAIN section 6. */
export function coverageSection(coverage: readonly LevelCoverage[]): Section {
	const { covered, of } = totalOf(coverage);
	const table: Block = {
		kind: 'table',
		table: {
			id: 'coverage',
			caption: 'Coverage, level by level',
			columns: [
				{ key: 'level', label: 'Level', kind: 'text', share: 2, width: 24 },
				{ key: 'covered', label: 'Covered', kind: 'number', width: 10 },
				{ key: 'of', label: 'Of', kind: 'number', width: 10 },
				{ key: 'share', label: '%', kind: 'number', decimals: 2, read: 1, width: 10 }
			],
			rows: coverage.map(({ level, covered: part, of: all }) => ({
				level: levelName(level),
				covered: part,
				of: all,
				share: all ? (part / all) * 100 : null
			})),
			empty: 'No strand is of this.'
		}
	};
	const steps: Block = {
		kind: 'steps',
		heading: 'How coverage is worked out',
		steps: coverage.map(({ level, explain }) => ({ heading: `${levelNames[level]}.`, text: explain.join(' ') })),
		rule: coverageRule
	};
	return {
		id: 'coverage',
		title: of
			? `${covered} of ${of} ${of === 1 ? 'strand is' : 'strands are'} covered: ${shareInWords(covered, of)}`
			: 'No strand is of this yet',
		blocks: coverage.length ? [table, steps] : [table]
	};
}
