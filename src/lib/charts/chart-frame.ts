import type { Chart, LegendItem, PointStyle } from 'chart.js';
import { family, ink, inkSoft, paper } from './chart-ink.ts';

/** What every chart has in common: our type, no movement, the key below, and the size of the box it stands in. */
export const frame = {
	animation: false,
	responsive: true,
	maintainAspectRatio: false,
	color: ink,
	font: { family, size: 14 },
	layout: { padding: { top: 8, right: 12 } }
} as const;

/** The key, below the chart. */
export const legend = {
	position: 'bottom',
	align: 'start',
	labels: { usePointStyle: true, pointStyleWidth: 32, boxHeight: 8, color: ink, font: { family, size: 14 }, padding: 16 }
} as const;

/**
 * The key of a chart of lines: each as it is drawn, dashes and all, which the library's own key forgets; what has points and no line
 * by its point. Two lines of one name (an upper and a lower limit) are said once.
 */
export const lineLegend = {
	...legend,
	labels: {
		...legend.labels,
		generateLabels: (chart: Chart): LegendItem[] =>
			chart.data.datasets.flatMap((line, datasetIndex, all): LegendItem[] => {
				if (all.findIndex(({ label }) => label === line.label) < datasetIndex) return [];
				const hasLine = !('showLine' in line) || line.showLine !== false;
				return [
					{
						text: line.label ?? '',
						datasetIndex,
						pointStyle: hasLine ? 'line' : (line as Points).pointStyle,
						strokeStyle: line.borderColor as string,
						fillStyle: hasLine ? paper : (line as Points).pointBackgroundColor,
						lineWidth: line.borderWidth as number,
						lineDash: 'borderDash' in line ? (line.borderDash as number[]) : [],
						fontColor: ink,
						hidden: !chart.isDatasetVisible(datasetIndex)
					}
				];
			})
	}
};

/** The part of a chart of lines that says how its points look. */
type Points = { pointStyle: PointStyle; pointBackgroundColor: string };

/** The writing along an axis. */
export const ticks = { color: inkSoft, font: { family, size: 13 } } as const;
