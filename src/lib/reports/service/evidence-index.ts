import type { SnapshotEvidence } from '#lib/domain/snapshots/snapshot.ts';
import type { ReportTable } from '../description.ts';

export type Proved = { criterion: string; evidence: SnapshotEvidence[] };

/** The pieces of an assessment, each once, numbered E1, E2 … in the order in which criteria first rest on them. */
export function numbered(answers: readonly Proved[]): Map<string, { mark: string; piece: SnapshotEvidence; criteria: string[] }> {
	const pieces = new Map<string, { mark: string; piece: SnapshotEvidence; criteria: string[] }>();
	for (const { criterion, evidence } of answers)
		for (const piece of evidence) {
			const known = pieces.get(piece.id) ?? { mark: `E${pieces.size + 1}`, piece, criteria: [] };
			known.criteria.push(criterion);
			pieces.set(piece.id, known);
		}
	return pieces;
}

const kinds: Record<string, string> = { file: 'File', link: 'Link', note: 'Note' };

/** What every answer rests on: title, period and SHA-256, so that years later each piece can be told from another. */
export function evidenceIndex(answers: readonly Proved[]): ReportTable {
	return {
		id: 'evidence',
		caption: 'Evidence index',
		note: 'The SHA-256 is of the file’s bytes, or of the text of a link or note, as it stood. Anybody with the file can check that it is the same.',
		columns: [
			{ key: 'mark', label: 'Ref', kind: 'text', share: 0.5, width: 6 },
			{ key: 'title', label: 'Title', kind: 'text', share: 3.8, width: 40 },
			{ key: 'what', label: 'Kind', kind: 'text', share: 0.7, width: 8 },
			{ key: 'from', label: 'True from', kind: 'day', share: 1.1 },
			{ key: 'to', label: 'To', kind: 'day', share: 1.1 },
			{ key: 'strength', label: 'Strength', kind: 'text', share: 0.9, width: 10 },
			{ key: 'criteria', label: 'Supports', kind: 'text', share: 1, width: 16 },
			{ key: 'sha256', label: 'SHA-256', kind: 'text', share: 2.8, width: 66 }
		],
		rows: [...numbered(answers).values()].map(({ mark, piece, criteria }) => ({
			mark,
			title: piece.title,
			what: kinds[piece.kind] ?? piece.kind,
			from: piece.from,
			to: piece.to,
			strength: piece.strength,
			criteria: criteria.join(', '),
			sha256: piece.sha256
		})),
		empty: 'No evidence is attached to any answer.'
	};
}
