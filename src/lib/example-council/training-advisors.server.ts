import { staffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { keepFirstCourses } from '#lib/domain/training/loading.server.ts';
import { coursesNow } from '#lib/domain/training/listing.server.ts';
import { recordTraining } from '#lib/domain/training/recording.server.ts';
import { chance } from './answering-cards.ts';
import { must } from './cast.server.ts';
import { advisorsOf, type PerformanceSetting } from './performing.server.ts';

/** Days between the courses of the year. */
const apart = 30;

/** Each month every advisor takes one of the courses; a few miss theirs, and the yearly ones of long ago come due again. */
export function trainAdvisors({ db, diary, who, file }: PerformanceSetting): void {
	diary.on(-400, 30, () => void must(keepFirstCourses(db), 'Training courses'));
	for (let place = 0; place < 12; place++)
		diary.on(-385 + place * apart, 180, (today) => {
			const course = coursesNow(db)[place];
			if (!course) return;
			for (const { id, payrollNumber, team } of advisorsOf(db, file)) {
				if (chance(`${course.name} ${payrollNumber}`) < 0.07) continue;
				const leader = who(team.leader);
				must(recordTraining(db, leader, staffSeen(db, leader, id), { courseId: course.id, takenOn: today, note: '' }, today), course.name);
			}
		});
}
