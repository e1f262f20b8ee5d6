import { hostOf } from './link.ts';
import { fileKinds } from './file-kind.ts';
import { showSize } from './file-size.ts';
import type { evidenceKinds, strengths } from './tables.ts';

export type EvidenceKind = (typeof evidenceKinds)[number];
export type Strength = (typeof strengths)[number];

export const kindNames: Record<EvidenceKind, string> = { file: 'File', link: 'Link', note: 'Note' };

/** What high, medium and low mean, so that two people choose alike. */
export const strengthMeanings: Record<Strength, { name: string; means: string }> = {
	high: { name: 'High', means: 'It shows the result for customers and somebody else checked it: measured figures, an audit, a survey' },
	medium: { name: 'Medium', means: 'It shows that this is done: minutes, letters as sent, a procedure with dated records of its use' },
	low: { name: 'Low', means: 'It says that this is meant to be done: a policy, a plan, one person’s account' }
};

export type Content = { kind: EvidenceKind; ending?: string | null; size?: number | null; link?: string | null };

/** What a piece of evidence is, for a line under its title: 'PDF, 1.2 MB', 'Web page on www.gov.uk', 'Note'. */
export function contentInWords({ kind, ending, size, link }: Content): string {
	if (kind === 'link') return `Web page on ${hostOf(link ?? '')}`;
	if (kind === 'note') return 'Note';
	return [fileKinds[ending ?? '']?.name ?? 'File', ...(size ? [showSize(size)] : [])].join(', ');
}
