import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { monthOf, monthsLater } from '#lib/domain/paf/month.ts';
import { explainPart, satisfactionByMonth, satisfactionByPart } from '#lib/domain/surveys/results.server.ts';
import { satisfactionTrend } from '#lib/domain/surveys/trend.ts';
import { betweenWrites } from '#lib/server/between-writes.ts';
import type { Database } from '#lib/server/database.ts';
import { figureRows } from './figures.server.ts';
import { shownSatisfied } from './figure-words.ts';
import { feedbackSettingsOf } from './settings.server.ts';

const daysOf = ({ from, to }: { from: string; to: string }) => ({ from: `${from}-01`, to: `${to}-31` });

/**
 * Feedback at a glance, of the services whose figures a person sees: satisfaction by part and complaints, of the twelve whole
 * months before this one, with the twelve before those beside them, and satisfaction by month. DOMAIN section 7.
 */
export function feedbackAtAGlance(db: Database, person: Person, today: string) {
	const services = servicesWhere(person, 'see feedback');
	const last = monthsLater(monthOf(today), -1);
	const now = { from: monthsLater(last, -11), to: last, today };
	const before = { from: monthsLater(last, -23), to: monthsLater(last, -12), today };
	return betweenWrites(db, `feedback at a glance ${today} ${JSON.stringify(services)}`, () => {
		const those = services === 'all' ? 'all' : [...services];
		const byMonth = satisfactionByMonth(db, { services: those }, last, 24);
		const benchmark = feedbackSettingsOf(db);
		const [here, there] = [now, before].map((months) => satisfactionByPart(db, { services: those, ...daysOf(months) }));
		return {
			months: { from: now.from, to: now.to },
			isCouncil: services === 'all',
			benchmark,
			trend: satisfactionTrend(byMonth, benchmark.benchmark),
			parts: here!.map((figure, index) => ({
				...figure,
				shown: shownSatisfied(figure),
				shownBefore: shownSatisfied(there![index]!),
				explain: explainPart(figure)
			})),
			byMonth: byMonth.map((row) => ({ ...row, shown: shownSatisfied(row) })),
			complaints: figureRows(db, those, now, before)
		};
	});
}
