import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { colourProblem, type HeaderColours } from './contrast.ts';
import { storeLogo } from './storing-logo.server.ts';
import { councilOf, type Council } from './finding.server.ts';
import { councils } from './tables.ts';

type Settings = Partial<
	Pick<Council, 'name' | 'colour' | 'textColour' | 'threadColour' | 'logoFile' | 'allowedFileTypes' | 'evidenceWarningDays'>
>;

const labels = {
	name: 'Name of the council',
	colour: 'Colour of the header',
	textColour: 'Colour of the text',
	threadColour: 'Colour of the thread',
	logoFile: 'Logo',
	allowedFileTypes: 'Files that may be uploaded',
	evidenceWarningDays: 'Days of warning'
};
const thing = { kind: 'council', id: '1' };

function change(db: Database, person: Person, version: number, what: string, prepare: (tx: Transaction) => Settings): Outcome {
	return write(db, (tx) => {
		const council = councilOf(tx);
		if (!council) return refused('not-set-up', 'The council is not set up yet');
		const settings = prepare(tx);
		if (council.version !== version) return staleSave(tx, thing, council, settings, labels);
		const changes = changesOf<Settings>(council, settings);
		if (Object.keys(changes).length === 0) return done();
		tx.update(councils)
			.set({ ...settings, version: version + 1 })
			.where(and(eq(councils.id, 1), eq(councils.version, version)))
			.run();
		record(tx, person, what, thing, changes);
		return done();
	});
}

/** Changes the council's name and colours; refused, with the ratio, where the header would be hard to read. */
export function changeIdentity(db: Database, person: Person, input: HeaderColours & { name: string; version: number }): Outcome {
	const problem = colourProblem(input);
	if (problem) return { ok: false, code: 'weak-contrast', ...problem };
	const { version, ...settings } = input;
	return change(db, person, version, 'changed the name and colours of the council', () => settings);
}

/** Puts a logo, drawn by `drawLogo`, in the header and on reports; null takes it away. */
export const changeLogo = (db: Database, person: Person, png: Buffer | null, version: number): Outcome =>
	change(db, person, version, png ? 'changed the logo' : 'removed the logo', (tx) => ({ logoFile: png && storeLogo(tx, png) }));

/** Changes which files may be uploaded, and how many days ahead evidence is shown as running out. */
export const changeEvidenceSettings = (
	db: Database,
	person: Person,
	input: { allowedFileTypes: string[]; evidenceWarningDays: number; version: number }
): Outcome => {
	const { version, ...settings } = input;
	return change(db, person, version, 'changed the settings of evidence', () => settings);
};
