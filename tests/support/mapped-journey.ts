import { eq } from 'drizzle-orm';
import { personById } from '#lib/domain/access/finding.server.ts';
import { people } from '#lib/domain/access/tables.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { personas } from '#lib/domain/journeys/tables.ts';
import { startMap } from '#lib/domain/maps/starting.server.ts';
import type { StepFields } from '#lib/domain/maps/step-fields.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { aJourney } from './journeys.ts';
import { aStep, looking } from './maps.ts';

type Stage = { name: string; who: string; steps: (Partial<StepFields> & { does: string })[] };

const minutesIn = { hour: 60, day: 24 * 60 };

/** The repair to a council home as tenants know it. */
export const repair: Stage[] = [
	{
		name: 'Notice the fault',
		who: 'Customer, at home',
		steps: [
			{
				does: 'Finds no hot water on a Sunday evening',
				wants: 'To know whether somebody comes tonight',
				channel: 'web',
				backstage: 'Website; no sign-in',
				emotion: -1,
				quote: 'I did not know if it was an emergency',
				waitingMinutes: 14 * minutesIn.hour,
				handlingMinutes: 12,
				demand: 9200,
				failureDemand: 2100,
				painPoints: 'Emergency rules hard to find',
				evidenced: 'partly'
			}
		]
	},
	{
		name: 'Report it',
		who: 'Customer with tier 1',
		steps: [
			{
				does: 'Rings in the morning and explains twice',
				channel: 'phone',
				servedBy: 'tier 1',
				systems: 'Telephony; housing system',
				emotion: -1,
				quote: 'They asked me everything, then passed me on',
				waitingMinutes: 9,
				handlingMinutes: 11,
				demand: 11400,
				failureDemand: 3300,
				painPoints: 'Details keyed twice',
				evidenced: 'fully'
			},
			{ does: 'Gets a number to quote', channel: 'SMS', servedBy: 'tier 1', handlingMinutes: 1, evidenced: 'none' }
		]
	},
	{
		name: 'Wait for a slot',
		who: 'Customer alone',
		steps: [
			{
				does: 'Waits for a text; rings to ask when',
				channel: 'phone',
				servedBy: 'tier 2',
				backstage: 'Scheduling is done once a day',
				emotion: -2,
				quote: 'I stayed in all day and nobody came',
				momentOfTruth: true,
				waitingMinutes: 11 * minutesIn.day,
				handlingMinutes: 4,
				demand: 6900,
				failureDemand: 4700,
				painPoints: 'No text when the slot moves\nRings back twice',
				evidenced: 'fully'
			}
		]
	},
	{
		name: 'The visit',
		who: 'Customer with operative',
		steps: [
			{
				does: 'Shows the boiler, is told a part is needed',
				channel: 'face to face',
				servedBy: 'partner',
				emotion: 1,
				quote: 'The man was lovely and straight with me',
				momentOfTruth: true,
				waitingMinutes: 0,
				handlingMinutes: 55,
				demand: 2600,
				failureDemand: 0,
				evidenced: 'partly'
			}
		]
	},
	{
		name: 'Close and ask',
		who: 'Customer with council',
		steps: [
			{
				does: 'Waits for a part and a second visit',
				channel: 'phone',
				servedBy: 'partner',
				emotion: -2,
				waitingMinutes: 13 * minutesIn.day
			},
			{
				does: 'Gets a text with one question',
				channel: 'SMS',
				servedBy: 'back office',
				emotion: 0,
				handlingMinutes: 1,
				demand: 400,
				failureDemand: 120
			}
		]
	}
];

/** A large map: `stages` stages of `each` steps. */
export const large = (stages: number, each: number): Stage[] =>
	Array.from({ length: stages }, (_, s) => ({
		name: `Stage ${s + 1}`,
		who: 'Customer with tier 1',
		steps: Array.from({ length: each }, (_n, i) => ({
			does: `Does thing ${s + 1}.${i + 1}`,
			channel: 'phone' as const,
			servedBy: 'tier 1' as const,
			emotion: ((s + i) % 5) - 2,
			waitingMinutes: 60 * (i + 1),
			handlingMinutes: 5,
			demand: 100 * (i + 1),
			failureDemand: 40 * i,
			quote: 'It took longer than they said it would'
		}))
	}));

/** A journey of Housing repairs in the example council with an as-is map and, if told, a to-be map; its manager reviews it. */
export function aMappedJourney(db: Database, stages: Stage[] = repair, { toBe = false } = {}) {
	const repairs = db.select({ id: services.id }).from(services).where(eq(services.name, 'Housing repairs')).get();
	const found = db.select({ id: people.id }).from(people).where(eq(people.email, 'repairs.manager@marlbourne.example')).get();
	const manager = found && personById(db, found.id);
	if (!repairs || !manager) throw new Error('The example council has no Housing repairs with a manager');
	const id = aJourney(db, {
		serviceId: repairs.id,
		name: 'Repair seen from the sofa',
		createdBy: manager.id,
		number: 900 + Math.floor(Math.random() * 1e6)
	});
	db.insert(personas).values({ journeyId: id, name: 'Tenant with young children', position: 1 }).run();
	const journey = journeySeen(db, manager, id);
	const rows = stages.map(({ steps, ...stage }) => ({ ...stage, steps: steps.map(({ does, ...more }) => aStep(does, more)) }));
	const started = startMap(db, manager, journey, 'as-is', { from: 'by hand', stages: rows });
	if (!started.ok) throw new Error(started.text);
	const asIs = looking(db, journey, 'as-is');
	if (toBe) {
		const copies = asIs
			.now()
			.stages.map(({ name, who, steps }) => ({ name, who, steps: steps.map(({ id: fromStepId, ...step }) => ({ ...step, fromStepId })) }));
		const better = startMap(db, manager, journey, 'to-be', { from: 'from the as-is map', stages: copies });
		if (!better.ok) throw new Error(better.text);
	}
	return { id, journey, manager, address: `/journeys/${id}`, asIs, toBe: looking(db, journey, 'to-be') };
}
