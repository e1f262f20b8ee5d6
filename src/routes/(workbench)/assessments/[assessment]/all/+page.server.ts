import { fail, redirect } from '@sveltejs/kit';
import { answerTable } from '#lib/domain/assessments/answer-table.server.ts';
import { answerRows } from '#lib/domain/assessments/answering-table.server.ts';
import { pagesOf } from '#lib/domain/assessments/assessment-pages.server.ts';
import { assessmentName, crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { tableForm } from '#lib/domain/assessments/table-form.ts';
import { showTime } from '#lib/domain/calendar/dates.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const assessment = assessmentSeen(db, person, event.params.assessment);
	return {
		id: assessment.id,
		pages: pagesOf(db, person, assessment),
		name: assessmentName(assessment),
		...answerTable(db, person, assessment),
		done: event.url.searchParams.get('saved'),
		crumbs: crumbsTo(assessment, [{ label: 'All on one page' }])
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const assessment = assessmentSeen(db, person, event.params.assessment);
		mustBeAble(person, 'answer', assessment.thing);
		const form = await parseForm(event, tableForm);
		if (!form.ok) return fail(400, form);
		const { rows, confirming } = form.data;
		const how = { confirming, asYouGo: form.autosave, today };
		const outcome = once(event, form, () => answerRows(db, person, assessment, rows, how));
		if (!outcome.ok) return refusal(form, outcome);
		const { saved, clashes, answered, total } = outcome;
		if (form.autosave) {
			const [clash] = clashes;
			if (clash) return fail(409, { conflict: clash.conflict });
			const [row] = saved;
			return { version: row?.version, saved: row && showTime(row.savedAt), answered, total };
		}
		if (clashes.length) return fail(409, { values: form.values, errors: clashErrors(clashes), clashes, kept: saved.length });
		redirect(303, `${event.url.pathname}?saved=${saved.length}${confirming ? '&confirmed' : ''}`);
	}
};

const clashErrors = (clashes: { criterion: string; conflict: { by: string; at: string } }[]) =>
	clashes.map(({ criterion, conflict }) => ({
		field: `comment-${criterion}`,
		text: `${criterion}: ${conflict.by} saved another answer at ${conflict.at}. Compare both in its row and choose what to keep.`
	}));
