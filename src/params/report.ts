import { isReportFormat } from '#lib/reports/formats.ts';

export const match = isReportFormat;
