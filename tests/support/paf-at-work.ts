import { eq } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { addDays, dayOf, startOfDay } from '#lib/domain/calendar/dates.ts';
import { isStored } from '#lib/domain/evidence/keeping-file.server.ts';
import { filePieces, uploads } from '#lib/domain/evidence/tables.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { logInteraction } from '#lib/domain/paf/interactions.server.ts';
import { keepBeside } from '#lib/domain/paf/keeping-evidence.server.ts';
import { monthOf } from '#lib/domain/paf/month.ts';
import { monthRun, openMonth } from '#lib/domain/paf/months.server.ts';
import { release } from '#lib/domain/paf/releasing.server.ts';
import { drawSamples } from '#lib/domain/paf/sampling.server.ts';
import { scoreFiltersIn } from '#lib/domain/paf/list-filters.ts';
import { saveScore } from '#lib/domain/paf/scoring.server.ts';
import { toScoreListed } from '#lib/domain/paf/to-score-listing.server.ts';
import { pafMonths, samples } from '#lib/domain/paf/tables.ts';
import { interactionsInto, interactionsKind } from '#lib/exchange/interactions/starting-list.server.ts';
import { imports } from '#lib/exchange/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { allMet, publishedSmallCard } from './paf-scorecard.ts';

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.text}`);
	return outcome;
}

/**
 * A month of the advisor of the example council, before those it has, by an assessor of the whole council: eleven calls drawn, one of them scored and
 * released, and a list that waits for its columns. Gives what stands in addresses.
 */
export function pafAtWork(
	db: Database,
	assessor: Person
): { month: string; sample: string; scored: string; recording: string; list: string } {
	publishedSmallCard(db);
	// the example council's own months are over: what waits is what is made here
	db.update(pafMonths).set({ state: 'closed', closedAt: Date.now() }).run();
	const advisor = db
		.select({ id: staff.id, serviceId: teams.serviceId })
		.from(staff)
		.innerJoin(teams, eq(teams.id, staff.teamId))
		.innerJoin(people, eq(people.id, staff.personId))
		.where(eq(people.email, 'advisor@marlbourne.example'))
		.get()!;
	const today = dayOf(Date.now());
	// before the months in which the example council assesses performance
	const day = addDays(`${monthOf(today)}-01`, -280);
	const { id: month } = must(openMonth(db, assessor, { serviceId: advisor.serviceId, month: monthOf(day), quotas: { phone: 11 } }));
	for (let i = 1; i <= 11; i++)
		must(
			logInteraction(db, assessor, {
				reference: `CALL-${i}`,
				staffId: advisor.id,
				channel: 'phone',
				at: startOfDay(day) + (600 + i) * 60_000,
				seconds: 200 + i
			})
		);
	must(drawSamples(db, assessor, monthRun(db, assessor, month), '20261101'));
	const number =
		toScoreListed(db, assessor, scoreFiltersIn(new URLSearchParams()), {}).rows.find(({ reference }) => reference.startsWith('CALL-'))
			?.number ?? 0;
	const notes = {
		sharedNote: 'Warm and clear. To practise: say what happens next.',
		privateNote: 'Private: ask how the new rota is going'
	};
	must(saveScore(db, assessor, { number, given: allMet({ B2: 'partly' }), ...notes, seconds: 90, version: 1 }));
	const recording = aRecording(db, assessor, number);
	must(release(db, assessor, [number], today));
	const list = { personId: assessor.id, kind: interactionsKind, into: interactionsInto, fileName: 'calls.csv', at: Date.now() };
	return {
		month,
		sample: db.select({ id: samples.id }).from(samples).where(eq(samples.monthId, month)).get()!.id,
		scored: String(number),
		recording,
		list: db.insert(imports).values(list).returning({ id: imports.id }).get().id
	};
}

/** A small recording kept with a score. */
export function aRecording(db: Database, assessor: Person, number: number, bytes: Buffer = Buffer.from('ID3 of a call')): string {
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const upload = { personId: assessor.id, startedAt: Date.now(), fileName: 'call.mp3', sha256, size: bytes.length, type: 'audio/mpeg' };
	const { id } = db
		.insert(uploads)
		.values({ ...upload, ending: 'mp3' })
		.returning({ id: uploads.id })
		.get();
	if (!isStored(db, sha256)) db.insert(filePieces).values({ file: id, number: 0, bytes }).run();
	return must(keepBeside(db, assessor, number, { upload: id, shows: 'The call' })).id;
}
