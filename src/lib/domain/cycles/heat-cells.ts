import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { HeatView } from './board-filter.ts';
import type { HeatRow } from './heat-map.server.ts';
import type { LevelStanding } from '#lib/domain/results/result.ts';
import { levelInWords, shownResult } from '#lib/domain/results/shown-result.ts';
import type { ThemeStanding } from '#lib/domain/results/theme-profile.ts';
import { inSentence } from '#lib/domain/results/wording.ts';

/** A cell of the heat map. `level` sets its depth, 0 to 5; `text` is written instead of it where it is not a level. */
export type HeatCell = {
	level: number | null;
	label: string;
	text?: string;
	below?: boolean;
	target?: number;
	agreed?: boolean;
};

/** A column: `short` is three letters for a phone, `place` where on the page of an assessment its answers are. */
export type HeatColumn = { key: string; label: string; short: string; place: string };

/** The columns of a heat map: the themes of a framework, or its levels. */
export function heatColumns(framework: Framework, view: HeatView): HeatColumn[] {
	if (view === 'levels')
		return (framework.levels ?? []).map(({ number, name }) => ({
			key: String(number),
			label: `${number} ${name}`,
			short: `L${number}`,
			place: `#level-${number}`
		}));
	return framework.themes.map(({ id, name }) => ({ key: id, label: name, short: name.slice(0, 3), place: `?by=theme#theme-${id}` }));
}

/** A service's cells, in the order of the columns. */
export function heatCells(framework: Framework, view: HeatView, row: HeatRow): HeatCell[] {
	const target = row.target ?? undefined;
	const cell = (shown: HeatCell | undefined): HeatCell => ({
		...(shown ?? { level: null, label: 'no result', agreed: false }),
		...(target !== undefined && { target })
	});
	if (view === 'levels')
		return (framework.levels ?? []).map(({ number }) => {
			const standing = row.levels?.find((level) => level.number === number);
			return cell(standing && levelCell(standing, target));
		});
	return framework.themes.map(({ id }) => {
		const standing = row.themes?.find((theme) => theme.id === id);
		return cell(standing && themeCell(framework, standing, target));
	});
}

function themeCell(framework: Framework, { level, met, applicable, worth }: ThemeStanding, target: number | undefined): HeatCell {
	if (applicable === 0) return { level: null, label: 'nothing applies' };
	if (framework.kind === 'compliance') return { level: depthOf(worth), text: `${met}/${applicable}`, label: `${met} of ${applicable} met` };
	const below = target !== undefined && (level ?? 0) < target;
	return level === null ? { level, label: 'no level yet' } : { level, label: inSentence(levelInWords(framework, level)), below };
}

function levelCell({ number, met, applicable, attained, worth }: LevelStanding, target: number | undefined): HeatCell {
	if (applicable === 0) return { level: null, label: 'nothing applies' };
	const label = `${met} of ${applicable} met, ${attained ? 'attained' : 'not attained'}`;
	return {
		level: attained ? 5 : depthOf(worth),
		text: `${met}/${applicable}`,
		label,
		below: target !== undefined && number <= target && !attained
	};
}

/** A share as a depth; only what is whole is as deep as a level attained. */
const depthOf = (worth: number) => (worth >= 1 ? 5 : Math.min(4, Math.floor(worth * 5)));

/** The last column: the result that stands, or that there is none. */
export function heatAward(framework: Framework, { agreedLevel, agreedAward, status }: HeatRow) {
	if (status !== 'agreed') return { note: 'Not agreed' };
	const { ring, word } = shownResult(framework, {
		basis: 'agreed',
		level: agreedLevel,
		award: agreedAward,
		index: null,
		met: 0,
		applicable: 0
	});
	return ring ? { award: ring } : { note: word };
}
