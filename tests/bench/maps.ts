import { eq } from 'drizzle-orm';
import { personById } from '#lib/domain/access/finding.server.ts';
import { startSession } from '#lib/domain/access/sessions.server.ts';
import { journeyById } from '#lib/domain/journeys/finding.server.ts';
import { startJourney } from '#lib/domain/journeys/starting.server.ts';
import { startMap, type NewStage } from '#lib/domain/maps/starting.server.ts';
import { emptyStep } from '#lib/domain/maps/step-fields.ts';
import { mapSteps } from '#lib/domain/maps/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { must, type Filled } from './filling.ts';
import { ask, time } from './measuring.ts';

/* What a map costs at 10, 120 and 600 steps: saving one step should cost the same at every size, the rest per step the same. */

const sizes = [10, 120, 600];
const stepsInStage = 10;
const rounds = 40;

const stagesOf = (steps: number): NewStage[] =>
	Array.from({ length: steps / stepsInStage }, (_, stage) => ({
		name: `Stage ${stage + 1}`,
		who: 'Customer with tier 1',
		steps: Array.from({ length: stepsInStage }, (_, n) => ({
			...emptyStep,
			does: `Rings to ask about step ${stage * stepsInStage + n + 1}`,
			wants: 'To be told when it will be done',
			channel: 'phone',
			servedBy: 'tier 1',
			backstage: 'The order is looked up and read out',
			systems: 'Repairs system',
			emotion: (n % 5) - 2,
			quote: 'Nobody could tell me when',
			waitingMinutes: 60 * n,
			handlingMinutes: 5,
			demand: 1000,
			failureDemand: 300,
			painPoints: 'The date is not known',
			fromStepId: null
		}))
	}));

/** A journey with a map of so many steps, made through the program's own capabilities; gives its id and one of its steps. */
export function journeyWith(db: Database, leadId: string, steps: number): { id: string; step: typeof mapSteps.$inferSelect } {
	const lead = personById(db, leadId)!;
	const serviceId = db.select({ id: services.id }).from(services).get()!.id;
	const { id } = must(
		startJourney(db, lead, {
			words: 'My repair is not done',
			name: `Journey of ${steps} steps`,
			customer: 'external',
			lifeEvent: '',
			serviceId,
			startOn: '2026-04-01',
			endOn: '2026-06-30',
			aim: 'A repair done the first time'
		})
	);
	const { mapId } = must(startMap(db, lead, journeyById(db, id)!, 'as-is', { from: 'empty', stages: stagesOf(steps) }));
	return { id, step: db.select().from(mapSteps).where(eq(mapSteps.mapId, mapId)).get()! };
}

/** Times opening the editor, saving a step and drawing the picture, and prints them as ratios to the reference page. */
export async function measureMaps(origin: string, pid: number, db: Database, filled: Filled): Promise<void> {
	const cookie = `thread-session=${await startSession(db, filled.lead)}`;
	const open = (path: string) => () => ask(origin, path, cookie);
	console.log('\n  Maps, median × reference page (processor ×)');
	console.log('  steps    opening the editor    saving a step    the picture’s page    the picture (SVG)');
	for (const steps of sizes) {
		const { id, step } = journeyWith(db, filled.lead, steps);
		const address = `/journeys/${id}/maps/as-is`;
		let { version } = step;
		let last: Promise<unknown> = Promise.resolve();
		// one at a time: each names the version that the one before it made
		const save = () => {
			const sending = last.then(() => {
				const body = new URLSearchParams({ does: step.does, wants: `Saved ${version} times`, version: String(version++) });
				body.set('submission', `bench-${id}-${version}`);
				return ask(origin, `${address}/steps/${step.id}`, cookie, body.toString());
			});
			last = sending.catch(() => {});
			return sending;
		};
		const reference = await time(open('/health/reference'), pid, rounds);
		const shown: string[] = [];
		for (const once of [open(address), save, open(`/journeys/${id}/picture`), open(`/journeys/${id}/picture.svg`)]) {
			const { median, cpu } = await time(once, pid, rounds);
			shown.push(`${(median / reference.median).toFixed(2)} (${(cpu / reference.cpu).toFixed(2)})`);
		}
		console.log(`  ${String(steps).padStart(5)}    ${shown.map((figure) => figure.padEnd(18)).join('    ')}`);
	}
}
