import { webAddress } from './link.ts';
import type { EvidenceKind } from './wording.ts';

/** What a piece of evidence is to hold: a file that came in, a web address, or a text. */
export type NewContent = { kind: 'file'; upload: string } | { kind: 'link'; link: string } | { kind: 'note'; note: string };

/** The content a form means, of the one kind that was chosen; what was typed for the others is left out. */
export function contentOf(form: { kind: EvidenceKind; link: string; note: string; upload: string }): NewContent {
	if (form.kind === 'link') return { kind: 'link', link: webAddress(form.link) ?? '' };
	if (form.kind === 'note') return { kind: 'note', note: form.note };
	return { kind: 'file', upload: form.upload };
}
