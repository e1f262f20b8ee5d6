import { personById } from '#lib/domain/access/finding.server.ts';
import { addDays, daysBetween } from '#lib/domain/calendar/dates.ts';
import { oneToOneSeen } from '#lib/domain/one-to-ones/finding.server.ts';
import { agreeNotes, saveOneToOne } from '#lib/domain/one-to-ones/noting.server.ts';
import { addObjective, objectiveSeen, saveObjective } from '#lib/domain/one-to-ones/objectives.server.ts';
import { startOneToOne } from '#lib/domain/one-to-ones/starting.server.ts';
import { saveSheet } from '#lib/domain/paf-sheets/sheet-saving.server.ts';
import { staffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { coursesNow } from '#lib/domain/training/listing.server.ts';
import { agreeTraining } from '#lib/domain/training/recording.server.ts';
import { chance, oneOf } from './answering-cards.ts';
import { must } from './cast.server.ts';
import { advisorsOf, monthPlans, type MonthPlan, type PerformanceSetting } from './performing.server.ts';

type Advisor = ReturnType<typeof advisorsOf>[number];

/** Leaders write the sheets of the last months and talk about them with their advisors. DOMAIN section 5.2. */
export function holdTalks(setting: PerformanceSetting): void {
	const { db, diary, file } = setting;
	for (const plan of monthPlans(diary).filter(({ isOpen }) => !isOpen)) {
		const of = () => advisorsOf(db, file).filter(({ personId }) => personId || plan.back <= 3);
		diary.on(plan.on(12), 345, (today) => of().forEach((advisor) => writeSheet(setting, plan, advisor, today)));
		// a third of the team each month, and those who sign in in each of the last three
		const talksTo = ({ personId }: Advisor, at: number) => (personId ? plan.back <= 3 : at % 3 === plan.back);
		diary.on(plan.on(14), 360, (today) =>
			of()
				.filter(talksTo)
				.forEach((advisor, at) => talk(setting, plan, advisor, at, today))
		);
	}
	liveObjective(setting);
}

function writeSheet({ db, who, file }: PerformanceSetting, { month }: MonthPlan, advisor: Advisor, today: string): void {
	const leader = who(advisor.team.leader);
	const seed = `sheet ${month} ${advisor.payrollNumber}`;
	const figure = (name: string, from: number, to: number) => Math.round(from + chance(`${seed} ${name}`) * (to - from));
	const isPhone = advisor.team.channel === 'phone';
	const hours = figure('hours', 118, 142);
	const statistics = [
		{
			name: 'Contacts handled',
			numerator: isPhone ? figure('handled', 380, 620) : figure('handled', 190, 310),
			denominator: null,
			unit: 'contacts'
		},
		{
			name: 'Average handling time',
			numerator: isPhone ? figure('length', 270, 420) : figure('length', 540, 840),
			denominator: null,
			unit: 'seconds'
		},
		{ name: 'Adherence', numerator: Math.round(hours * (0.86 + chance(`${seed} kept`) * 0.12)), denominator: hours, unit: '%' }
	];
	const typed = {
		escalations: figure('escalations', 0, 4),
		errors: figure('errors', 0, 3),
		compliments: figure('compliments', 0, 3),
		complaints: chance(`${seed} complaints`) < 0.2 ? 1 : 0,
		note: chance(`${seed} note`) < 0.4 ? oneOf(file.sheet_notes, seed) : ''
	};
	must(saveSheet(db, leader, staffSeen(db, leader, advisor.id), month, { ...typed, statistics, version: 0 }, today), `Sheet of ${month}`);
}

/** One talk: notes, mostly agreed by both, an objective or a course now and then. */
function talk({ db, who, file }: PerformanceSetting, plan: MonthPlan, advisor: Advisor, at: number, today: string): void {
	const leader = who(advisor.team.leader);
	const member = staffSeen(db, leader, advisor.id);
	const what = `One-to-one with ${advisor.name}`;
	const { id } = must(startOneToOne(db, leader, member, { month: plan.month, heldOn: today }, today), what);
	const seen = (as = leader) => oneToOneSeen(db, as, id);
	// the newest of one is still to be written up
	if (plan.back === 1 && at % 5 === 4) return;
	const notes = oneOf(file.one_to_ones, `talk ${plan.month} ${advisor.payrollNumber}`);
	must(saveOneToOne(db, leader, seen(), { notes, nextOn: addDays(today, 28), version: seen().version }), what);
	const goal = file.objectives[(plan.back + at + 1) % file.objectives.length];
	if (goal && at % 3 === 0) must(addObjective(db, leader, member, { ...goal, dueOn: addDays(today, 60), oneToOneId: id }), what);
	if (at % 4 === 1) {
		const name = file.training[at % file.training.length];
		const course = coursesNow(db).find((one) => one.name === name);
		if (!course) throw new Error(`${what}: there is no course ${name}`);
		must(agreeTraining(db, leader, member, { courseId: course.id, dueOn: addDays(today, 45), oneToOneId: id }), what);
	}
	if (plan.back === 1 && at % 5 === 3) return;
	must(agreeNotes(db, leader, seen(), seen().version), what);
	const person = advisor.personId && !(plan.back === 1 && at % 2) ? personById(db, advisor.personId) : undefined;
	if (person) must(agreeNotes(db, person, seen(person), seen(person).version), what);
}

/** One objective of each team was agreed early and is met by now. */
function liveObjective({ db, diary, who, file }: PerformanceSetting): void {
	const plans = monthPlans(diary);
	file.teams.forEach((team, place) => {
		const leader = who(team.leader);
		const goal = file.objectives[place % file.objectives.length] ?? { text: '', measure: '' };
		const dueOn = diary.day(Math.min(-20, (plans[4]?.on(1) ?? -60) + 10));
		let id = '';
		diary.on(plans[1]?.on(15) ?? -150, 370, () => {
			const advisor = advisorsOf(db, file).find((one) => one.team.name === team.name);
			const member = staffSeen(db, leader, advisor?.id ?? '');
			id = must(addObjective(db, leader, member, { ...goal, dueOn, oneToOneId: null }), goal.text).id;
		});
		diary.on(daysBetween(diary.day(0), dueOn), 375, (today) => {
			const { version } = objectiveSeen(db, leader, id);
			const met = { ...goal, dueOn, state: 'met' as const, outcome: file.outcome, version };
			must(saveObjective(db, leader, objectiveSeen(db, leader, id), met, today), goal.text);
		});
	});
}
