import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { logoBytes } from '#lib/domain/organisation/storing-logo.server.ts';
import type { Database } from '#lib/server/database.ts';

/** The council's logo as a data address for the cover of a PDF; null without one. */
export function logoAddress(db: Database): string | null {
	const file = councilOf(db)?.logoFile;
	const bytes = file ? logoBytes(db, file) : null;
	return bytes ? `data:image/png;base64,${Buffer.from(bytes).toString('base64')}` : null;
}
