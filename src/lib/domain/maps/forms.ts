import * as v from 'valibot';
import { channels } from '#lib/domain/journeys/channels.ts';
import { line, optionalLine, requiredText, text } from '#lib/server/fields.ts';
import { readDuration } from './durations.ts';
import { emptyStep, faultsIn, mostDemand, mostStageName, mostStageWho, mostText, stepLabels, withTyped } from './step-fields.ts';
import { emotionWords, evidencings, servers } from './step-words.ts';

const typed = v.optional(v.string(), '');

/** One of a closed set however it is written; '' is `none`. */
const oneOf = <const T extends readonly string[], const N>(values: T, none: N, message: string) =>
	v.pipe(
		typed,
		v.rawTransform<string, T[number] | N>(({ dataset, addIssue, NEVER }) => {
			const asked = dataset.value.trim().toLowerCase();
			if (asked === '') return none;
			const found = values.find((value) => value.toLowerCase() === asked);
			if (found !== undefined) return found;
			addIssue({ message });
			return NEVER;
		})
	);

const time = (label: string) =>
	v.pipe(
		typed,
		v.rawTransform<string, number | null>(({ dataset, addIssue, NEVER }) => {
			const read = readDuration(dataset.value);
			if ('minutes' in read) return read.minutes;
			addIssue({ message: `${label} ${read.error}` });
			return NEVER;
		})
	);

const emotion = v.pipe(
	typed,
	v.rawTransform<string, number | null>(({ dataset, addIssue, NEVER }) => {
		const asked = dataset.value.trim().toLowerCase().replace(/[−–]/g, '-');
		if (asked === '') return null;
		const word = emotionWords.findIndex((one) => one === asked);
		if (word >= 0) return word - 2;
		if (/^[+-]?[0-2]$/.test(asked)) return Number(asked) + 0;
		addIssue({ message: 'Emotion must be a whole number from −2 to +2' });
		return NEVER;
	})
);

/** '9,200' and '9 200' are 9200. */
const countIn = (asked: string) => (/^\d[\d, ]*$/.test(asked) ? Number(asked.replaceAll(/[, ]/g, '')) : undefined);

const demand = v.pipe(
	typed,
	v.rawTransform<string, number | null>(({ dataset, addIssue, NEVER }) => {
		const asked = dataset.value.trim();
		if (asked === '') return null;
		const count = countIn(asked);
		if (count !== undefined && count <= mostDemand) return count;
		addIssue({ message: 'Demand must be a whole number of contacts a year, 0 or more' });
		return NEVER;
	})
);

const failureDemand = v.pipe(
	typed,
	v.rawTransform<string, number | null | { percent: number }>(({ dataset, addIssue, NEVER }) => {
		const asked = dataset.value.trim();
		if (asked === '') return null;
		const [, share] = /^(\d+(?:\.\d+)?)\s*(?:%|per ?cent)$/i.exec(asked) ?? [];
		if (share !== undefined && Number(share) <= 100) return { percent: Number(share) };
		const count = countIn(asked);
		if (count !== undefined && count <= mostDemand) return count;
		addIssue({
			message:
				share === undefined
					? 'Failure demand must be a number of contacts a year, or a share of the demand like 30%'
					: 'Failure demand cannot be more than 100% of the demand'
		});
		return NEVER;
	})
);

const yes = v.pipe(
	typed,
	v.rawTransform<string, boolean>(({ dataset, addIssue, NEVER }) => {
		const asked = dataset.value.trim().toLowerCase();
		if (['', 'no', 'false', 'n', '0'].includes(asked)) return false;
		if (['on', 'yes', 'true', 'y', '1'].includes(asked)) return true;
		addIssue({ message: 'Moment of truth must be yes or no' });
		return NEVER;
	})
);

/** The fields of a step as they are typed, in forms and in files. Each alone; `stepSchema` looks at them together too. */
export const stepEntries = {
	does: requiredText('what the customer does', stepLabels.does, mostText.does),
	wants: text(stepLabels.wants, mostText.wants),
	channel: oneOf(channels, null, `Choose a channel: ${channels.join(', ')}`),
	servedBy: oneOf(servers, 'nobody', `Choose who serves: ${servers.join(', ')}`),
	backstage: text(stepLabels.backstage, mostText.backstage),
	systems: text(stepLabels.systems, mostText.systems),
	emotion,
	quote: text(stepLabels.quote, mostText.quote),
	waitingMinutes: time(stepLabels.waitingMinutes),
	handlingMinutes: time(stepLabels.handlingMinutes),
	momentOfTruth: yes,
	demand,
	failureDemand,
	painPoints: text(stepLabels.painPoints, mostText.painPoints),
	evidenced: oneOf(evidencings, 'none', `Choose how well the step is evidenced: ${evidencings.join(', ')}`)
};

/** A whole step as it is typed, its fields fitting together. What is not sent is empty. */
export const stepSchema = v.pipe(
	v.object(stepEntries),
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const input = dataset.value;
		for (const { field, text: message } of faultsIn(withTyped(emptyStep, input)))
			addIssue({ message, path: [{ type: 'object', origin: 'value', input, key: field, value: input[field] }] });
	})
);

/** Some fields of a step, as a page saves them one by one: what is not sent stays as it is. */
export const someOfStepSchema = v.partial(v.object(stepEntries));

export const stageSchema = v.object({
	name: line('a name for the stage', 'Name of the stage', mostStageName),
	who: optionalLine('Who is there', mostStageWho)
});

/** What a map is begun from. */
export const beginningForm = v.object({
	from: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Choose what to begin from')),
	map: v.optional(v.string(), '')
});
