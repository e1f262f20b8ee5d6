import { isPerformancePart } from '#lib/reports/performance/parts.ts';

export const match = isPerformancePart;
