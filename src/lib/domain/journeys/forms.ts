import * as v from 'valibot';
import { choice, chosen, day, line, optionalLine, requiredText, text, version } from '#lib/server/fields.ts';
import { faultsIn } from './details.ts';
import { customers, firstMaps, methods, reviewSteps } from './method.ts';

/** The rules between fields, each shown at its own field once the fields alone are right. */
const inOrder = <T extends { startOn: string; endOn: string }>() =>
	v.rawCheck<T>(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const input = dataset.value;
		for (const { field, text: message } of faultsIn(input))
			addIssue({ message, path: [{ type: 'object', origin: 'value', input, key: field, value: undefined }] });
	});

const starting = v.object({
	words: line('the journey in the customer’s words', 'In the customer’s words', 200),
	name: line('a name for the journey', 'Name of the journey', 80),
	customer: choice(customers, 'Choose who the customer is'),
	lifeEvent: optionalLine('Life event or theme', 80),
	serviceId: chosen('Choose the leading service'),
	startOn: day('the first day of the review'),
	endOn: day('the last day of the review'),
	aim: text('Why it is reviewed', 2000)
});

/** A journey whose review begins. */
export const startForm = v.pipe(starting, inOrder());

/** A journey that is reviewed again: what its last review cannot say. */
export const againForm = v.pipe(
	v.object({
		startOn: starting.entries.startOn,
		endOn: starting.entries.endOn,
		aim: starting.entries.aim,
		firstMap: choice(firstMaps, 'Choose what the as-is map begins from')
	}),
	inOrder()
);

/** Everything that is written down about a journey itself. */
export const detailsForm = v.pipe(
	v.object({
		...starting.entries,
		sponsorId: v.optional(v.string(), ''),
		startsWhere: optionalLine('Where the journey starts', 300),
		endsWhere: optionalLine('Where the journey ends', 300),
		version
	}),
	inOrder()
);

export const servicesForm = v.pipe(
	v.object({ 'services[]': v.optional(v.array(v.string()), []), version }),
	v.transform(({ 'services[]': chosen, version }) => ({ chosen, version }))
);

/** Somebody taken into the team, and what they do in it. */
export const teamForm = v.object({ personId: chosen('Choose a person'), part: optionalLine('What they do in the review', 120) });
export const leavingForm = v.object({ personId: chosen('Choose a person') });

const held = v.object({
	method: choice(methods, 'Choose a method'),
	heldOn: day('the day'),
	about: text('With whom, and what came of it', 2000)
});
export const methodForm = held;
export const changedMethodForm = v.object({ ...held.entries, version });

const persona = v.object({
	name: line('who they are', 'Who they are', 80),
	facts: text('Facts', 1500),
	needs: text('Needs', 1500)
});
export const personaForm = persona;
export const changedPersonaForm = v.object({ ...persona.entries, version });
export const moveForm = v.object({ id: chosen('Choose a persona'), way: choice(['up', 'down'], 'Choose up or down') });

const lesson = v.object({
	step: choice(reviewSteps, 'Choose a step of the review'),
	text: requiredText('what was learned', 'What was learned', 2000)
});
export const lessonForm = lesson;
export const changedLessonForm = v.object({ ...lesson.entries, version });

/** A form that only sends what it is about. */
export const plainForm = v.object({});

/** What the team wants to remember about a step that is done. */
export const doneForm = v.object({ note: text('Note', 1000) });
/** A step is not done after all: why. */
export const takingBackForm = v.object({ note: requiredText('why it is not done after all', 'Why', 1000) });

export const finishForm = v.object({ version });
export const reasonForm = (what: string) => v.object({ reason: requiredText(what, 'The reason', 1000), version });
