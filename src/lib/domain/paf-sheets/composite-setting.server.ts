import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { CompositeWeight } from './composite.ts';
import { pafComposites } from './tables.ts';

export type CompositeSetting = { isOn: boolean; weights: CompositeWeight[]; version: number };
const asAtFirst: CompositeSetting = {
	isOn: false,
	weights: [
		{ part: 'quality', weight: 80 },
		{ part: 'access', weight: 20 }
	],
	version: 1
};

/** Whether sheets show a composite, and of what. Off until the council turns it on. DOMAIN section 5.2. */
export const compositeSettingOf = (db: Database): CompositeSetting => db.select().from(pafComposites).get() ?? asAtFirst;

const inWords = ({ isOn, weights }: Pick<CompositeSetting, 'isOn' | 'weights'>) => ({
	isOn: isOn ? 'on' : 'off',
	weights: weights.map(({ part, weight }) => `${part.replace('share: ', '')} ${weight}`).join(', ')
});

/** Turns the composite on or off and sets its weights. They are shown on every sheet with the arithmetic. */
export function saveComposite(db: Database, person: Person, input: CompositeSetting): Outcome {
	const { version, ...wanted } = input;
	if (wanted.isOn && !wanted.weights.some(({ weight }) => weight > 0))
		return refused('no-weights', 'Give at least one part a weight above 0', 'quality');
	return write(db, (tx) => {
		const stands = compositeSettingOf(tx);
		const thing = { kind: 'PAF composite', id: '1' };
		if (stands.version !== version)
			return staleSave(tx, thing, { ...inWords(stands), version: stands.version }, inWords(wanted), {
				isOn: 'Composite',
				weights: 'Weights'
			});
		const changes = changesOf(inWords(stands), inWords(wanted));
		if (!Object.keys(changes).length) return done();
		tx.insert(pafComposites)
			.values({ id: 1, ...asAtFirst })
			.onConflictDoNothing()
			.run();
		tx.update(pafComposites)
			.set({ ...wanted, version: version + 1 })
			.where(eq(pafComposites.id, 1))
			.run();
		record(tx, person, 'changed the composite of monthly sheets', thing, changes);
		return done();
	});
}
