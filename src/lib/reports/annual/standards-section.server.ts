import { desc, eq } from 'drizzle-orm';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { figureRow } from '#lib/domain/mystery-shopping/figure-words.ts';
import { resultsSeen } from '#lib/domain/mystery-shopping/results.server.ts';
import { waves } from '#lib/domain/mystery-shopping/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { Section } from '../description.ts';
import { publicReader } from './reader.ts';

/** The contact standards as the last closed wave of mystery shopping found them, through the gate of what was promised to staff. */
export function standardsSection(db: Database): Section {
	const last = db
		.select({ id: waves.id, endOn: waves.endOn })
		.from(waves)
		.where(eq(waves.state, 'closed'))
		.orderBy(desc(waves.endOn))
		.limit(1)
		.get();
	if (!last)
		return {
			id: 'standards',
			title: 'No wave of mystery shopping is closed yet',
			blocks: [{ kind: 'text', text: 'Once a wave is closed, the contact standards it tested stand here.' }]
		};
	const results = resultsSeen(db, publicReader, last.id);
	const { figures, withheld } = results.figures({ by: 'standard' });
	const whole = results.figures({ by: 'all' }).figures[0];
	return {
		id: 'standards',
		title: whole ? `Mystery shopping: ${figureRow(whole).rate} passed` : 'Standards kept',
		blocks: withheld
			? [{ kind: 'text', text: withheld }]
			: [
					{
						kind: 'table',
						table: {
							id: 'standards',
							caption: 'Contact standards kept',
							note: `${results.programme.name}, ${results.wave.name}, to ${showDay(last.endOn)}.`,
							columns: [
								{ key: 'name', label: 'Standard', kind: 'text', share: 3, width: 60 },
								{ key: 'visits', label: 'Visits', kind: 'number', share: 0.7, width: 10 },
								{ key: 'rate', label: 'Kept', kind: 'text', share: 1.4, width: 18 },
								{ key: 'interval', label: '95% interval', kind: 'text', share: 1.2, width: 18 },
								{ key: 'trend', label: 'Against the wave before', kind: 'text', share: 1.8, width: 40 }
							],
							rows: figures.map(figureRow).map(({ name, visits, rate, interval, trend }) => ({ name, visits, rate, interval, trend })),
							empty: 'No standard was tested.'
						}
					}
				]
	};
}
