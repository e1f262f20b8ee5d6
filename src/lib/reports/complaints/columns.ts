import type { ReportColumn } from '../description.ts';

/** A column of counts. */
export const number = (key: string, label: string): ReportColumn => ({ key, label, kind: 'number' });

/** A column of percentages: one decimal as read, two in files. DOMAIN section 8. */
export const rate = (key: string, label: string): ReportColumn => ({ key, label, kind: 'number', decimals: 2, read: 1 });
