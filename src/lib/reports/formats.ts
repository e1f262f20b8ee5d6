/** The forms in which a report can be taken away. */
export const reportFormats = ['pdf', 'xlsx', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];
export const isReportFormat = (text: string): text is ReportFormat => reportFormats.some((format) => format === text);
