import { asc, eq } from 'drizzle-orm';
import { staff } from '#lib/domain/organisation/tables.ts';
import { release } from '#lib/domain/paf/releasing.server.ts';
import { saveScore, scoreBegun } from '#lib/domain/paf/scoring.server.ts';
import { assessmentByNumber } from '#lib/domain/paf/finding.server.ts';
import { pafAssessments } from '#lib/domain/paf/tables.ts';
import { answersOf, chance, oneOf } from './answering-cards.ts';
import { must } from './cast.server.ts';
import type { MonthPlan, PerformanceSetting } from './performing.server.ts';

type ToScore = { number: number; payrollNumber: string; personId: string | null };

/** The contacts of a month that are to be scored or were, in their order. */
export const contactsOf = ({ db }: PerformanceSetting, monthId: string) =>
	db
		.select({
			number: pafAssessments.number,
			state: pafAssessments.state,
			version: pafAssessments.version,
			payrollNumber: staff.payrollNumber,
			personId: staff.personId
		})
		.from(pafAssessments)
		.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
		.where(eq(pafAssessments.monthId, monthId))
		.orderBy(asc(pafAssessments.number))
		.all();

/** Two assessors score a month over a week and release it at the end; of the open month each third only is scored and released. */
export function scoreMonth(setting: PerformanceSetting, plan: MonthPlan): void {
	const { diary, who, file, db } = setting;
	file.assessors.forEach((email, place) => {
		const mine = () => contactsOf(setting, plan.id()).filter(({ number }) => number % file.assessors.length === place);
		if (plan.isOpen) {
			diary.on(-2, 60 + place, () => {
				mine().forEach((one, at) =>
					at % 3 ? scoreOne(setting, email, one, { isWhole: at % 3 === 2 || at % 2 === 0, back: plan.back }) : undefined
				);
			});
			diary.on(-1, 60 + place, (today) => {
				const whole = mine().filter((_, at) => at % 3 === 2);
				must(
					release(
						db,
						who(email),
						whole.map(({ number }) => number),
						today
					),
					plan.month
				);
			});
			return;
		}
		for (let day = 0; day < 5; day++)
			diary.on(plan.on(3 + day), 90 + day, () => {
				for (const one of mine().filter((_, at) => at % 5 === day)) scoreOne(setting, email, one, { isWhole: true, back: plan.back });
			});
		diary.on(
			plan.on(9),
			240,
			(today) =>
				void must(
					release(
						db,
						who(email),
						mine().map(({ number }) => number),
						today
					),
					plan.month
				)
		);
	});
}

function scoreOne(
	{ db, who, file }: PerformanceSetting,
	email: string,
	{ number, payrollNumber, personId }: ToScore,
	{ isWhole, back }: { isWhole: boolean; back: number }
): void {
	const one = assessmentByNumber(db, number);
	const begun = one && scoreBegun(db, one);
	if (!begun) throw new Error(`There is no scorecard for assessment ${number}`);
	const seed = `score ${one.reference}`;
	const words = `${oneOf(file.went_well, `${seed} well`)} ${oneOf(file.to_practise, `${seed} practise`)}`;
	// said once, in the note to the advisor; some advisors are better than most, and each assessor has a habit
	const skill = (chance(payrollNumber) - 0.45) * 0.22 - (email === file.assessors[0] ? 0.02 : 0);
	const appealed = file.appeals.find(({ advisor, back: of }) => of === back && who(advisor).id === personId);
	const disputed = Object.fromEntries(Object.entries(appealed?.about ?? {}).map(([question, value]) => [question, { value }]));
	const given = Object.entries({ ...answersOf(begun.card, seed, { well: file.well, skill, words: '' }), ...disputed });
	const scored = {
		number,
		given: Object.fromEntries(isWhole ? given : given.slice(0, Math.ceil(given.length / 2))),
		sharedNote: isWhole ? words : '',
		privateNote: isWhole && chance(`${seed} private`) < 0.08 ? oneOf(file.private_notes, seed) : '',
		seconds: 240 + Math.floor(chance(`${seed} seconds`) * 600),
		version: one.version
	};
	must(saveScore(db, who(email), scored), one.reference);
}
