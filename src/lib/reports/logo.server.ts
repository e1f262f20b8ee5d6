import { asc, eq } from 'drizzle-orm';
import { filePieces, storedFiles } from '#lib/domain/evidence/tables.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import type { Database } from '#lib/server/database.ts';

/** The council's logo as a data address for the cover of a PDF; null without one. */
export function logoAddress(db: Database): string | null {
	const file = councilOf(db)?.logoFile;
	if (!file) return null;
	const stored = db.select({ type: storedFiles.type }).from(storedFiles).where(eq(storedFiles.sha256, file)).get();
	const pieces = db
		.select({ bytes: filePieces.bytes })
		.from(filePieces)
		.where(eq(filePieces.file, file))
		.orderBy(asc(filePieces.number))
		.all();
	return stored ? `data:${stored.type};base64,${Buffer.concat(pieces.map(({ bytes }) => bytes)).toString('base64')}` : null;
}
