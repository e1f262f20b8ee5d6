import { annualKind } from './annual/annual-kind.server.ts';
import { boardPackKind, minutesKind } from './board/board-kinds.server.ts';
import { calibrationKind, ratingsKind } from './calibration/calibration-kinds.server.ts';
import { complaintsKind } from './complaints/complaints-kind.server.ts';
import { councilKind } from './council/council-kind.server.ts';
import { goldenThreadKind } from './golden-thread/thread-kind.server.ts';
import { journeyKind } from './journey/journey-kind.server.ts';
import { waveKind } from './mystery-shopping/wave-kind.server.ts';
import { councilSummaryKind, serviceSummaryKind, sheetKind, teamSummaryKind } from './paf/paf-kinds.server.ts';
import { performanceKind } from './performance/performance-kind.server.ts';
import { planKind } from './plan/plan-kind.server.ts';
import type { Keeping, ReportKind } from './report-kind.ts';
import { serviceKind } from './service/service-kind.server.ts';

/** The register of all reports there are. The name of a kind is stored with what is kept and never changes. */
export const reportKinds = {
	service: serviceKind,
	council: councilKind,
	journey: journeyKind,
	plan: planKind,
	'board pack': boardPackKind,
	minutes: minutesKind,
	'mystery shopping': waveKind,
	performance: performanceKind,
	annual: annualKind,
	'golden thread': goldenThreadKind,
	'PAF team': teamSummaryKind,
	'PAF service': serviceSummaryKind,
	'PAF council': councilSummaryKind,
	'monthly sheet': sheetKind,
	calibration: calibrationKind,
	ratings: ratingsKind,
	complaints: complaintsKind
} satisfies Record<string, ReportKind>;

export type ReportKindName = keyof typeof reportKinds;

export const reportKindOf = (name: string): ReportKind | undefined =>
	Object.hasOwn(reportKinds, name) ? reportKinds[name as ReportKindName] : undefined;

/** The kinds that can be kept, in the order of the register. */
export const keptKinds: readonly { name: string; label: string; keeping: Keeping }[] = Object.entries<ReportKind>(reportKinds).flatMap(
	([name, { label, keeping }]) => (keeping ? [{ name, label, keeping }] : [])
);
