import type { ChartConfiguration } from 'chart.js';
import { frame, lineLegend } from './chart-frame.ts';
import { bases, control, family, goldFill, ink, inkSoft, rule } from './chart-ink.ts';

/** The level each theme has reached, on each of the three bases; null where a theme has no level yet. */
export interface ThemeProfile {
	/** How many levels there are. */
	levels: number;
	themes: { name: string; claimed: number | null; evidenced: number | null; agreed: number | null }[];
}

/** The theme profile as a radar. A theme without a level is left out of the line, not drawn at nought. */
export function themeProfileChart(table: ThemeProfile): ChartConfiguration<'radar', (number | null)[], string> {
	return {
		type: 'radar',
		data: {
			labels: table.themes.map((theme) => theme.name),
			datasets: bases.map((base) => ({
				label: base.label,
				data: table.themes.map((theme) => theme[base.key]),
				borderColor: base.colour,
				borderWidth: base.width,
				borderDash: [...base.dash],
				backgroundColor: goldFill,
				fill: base.fill,
				spanGaps: true,
				pointRadius: base.fill ? 4 : 0,
				pointBackgroundColor: base.colour
			}))
		},
		options: {
			...frame,
			plugins: { legend: lineLegend },
			scales: {
				r: {
					min: 0,
					max: table.levels,
					ticks: { stepSize: 1, color: inkSoft, backdropColor: 'transparent', font: { family, size: 12 } },
					grid: { color: (line) => (line.index === table.levels ? control : rule) },
					angleLines: { color: rule },
					pointLabels: { color: ink, font: { family, size: 14 } }
				}
			}
		}
	};
}
