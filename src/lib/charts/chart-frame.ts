import type { Chart, LegendItem } from 'chart.js';
import { family, ink, inkSoft } from './chart-ink.ts';

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

/** The key of a chart of lines: each as it is drawn, dashes and all. The library's own key forgets the dashes. */
export const lineLegend = {
	...legend,
	labels: {
		...legend.labels,
		generateLabels: (chart: Chart): LegendItem[] =>
			chart.data.datasets.map((line, datasetIndex) => ({
				text: line.label ?? '',
				datasetIndex,
				pointStyle: 'line',
				strokeStyle: line.borderColor as string,
				lineWidth: line.borderWidth as number,
				lineDash: 'borderDash' in line ? (line.borderDash as number[]) : [],
				fontColor: ink,
				hidden: !chart.isDatasetVisible(datasetIndex)
			}))
	}
};

/** The writing along an axis. */
export const ticks = { color: inkSoft, font: { family, size: 13 } } as const;
