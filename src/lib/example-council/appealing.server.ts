import { personById } from '#lib/domain/access/finding.server.ts';
import { acknowledge, appeal } from '#lib/domain/paf/answering.server.ts';
import { decideAppeal, rescoreBegun, saveRescore } from '#lib/domain/paf/deciding.server.ts';
import { assessmentByNumber } from '#lib/domain/paf/finding.server.ts';
import { must } from './cast.server.ts';
import type { Performance } from './performance-file.ts';
import type { MonthPlan, PerformanceSetting } from './performing.server.ts';
import { contactsOf } from './scoring-contacts.server.ts';

/** What advisors who sign in do with what was released: they appeal as the file says, and acknowledge all the rest but a few. */
export function answerReleased(setting: PerformanceSetting, plan: MonthPlan): void {
	const { db, diary, file } = setting;
	if (plan.isOpen) return;
	for (const planned of file.appeals.filter(({ back }) => back === plan.back)) appealLater(setting, plan, planned);
	diary.on(plan.on(11), 330, () => {
		for (const { number, personId, state, version } of contactsOf(setting, plan.id())) {
			const person = personId && state === 'released' && number % 7 ? personById(db, personId) : undefined;
			if (person) must(acknowledge(db, person, { number, version }), plan.month);
		}
	});
}

function appealLater(
	setting: PerformanceSetting,
	plan: MonthPlan,
	{ advisor, why, outcome, by, reasons, answers }: Performance['appeals'][number]
): void {
	const { db, diary, who } = setting;
	let number = 0;
	const seen = () => {
		const one = assessmentByNumber(db, number);
		if (!one) throw new Error(`There is no assessment ${number}`);
		return one;
	};
	diary.on(plan.on(10), 300, (today) => {
		number =
			contactsOf(setting, plan.id()).find(({ personId, state }) => personId === who(advisor).id && state === 'released')?.number ?? 0;
		must(appeal(db, who(advisor), { number, why, version: seen().version }, today), `Appeal of ${advisor}`);
	});
	if (!outcome) return;
	diary.on(plan.on(15), 400, () => {
		if (outcome === 'changed') {
			const given = {
				...rescoreBegun(db, seen())?.answers,
				...Object.fromEntries(Object.entries(answers).map(([question, value]) => [question, { value }]))
			};
			must(saveRescore(db, who(by), { number, given, version: seen().version }), `Appeal of ${advisor}`);
		}
		must(decideAppeal(db, who(by), { number, outcome, reasons, version: seen().version }), `Appeal of ${advisor}`);
	});
}
