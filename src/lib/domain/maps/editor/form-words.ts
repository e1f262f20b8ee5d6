import { capital } from '#lib/domain/actions/wording.ts';
import { writeDuration } from '../durations.ts';
import { emotionInWords, evidencedWords } from '../picture/lanes.ts';
import { stepLabels, type StepFields } from '../step-fields.ts';

/** How the form of a step calls each field: a little fuller than tables and files do. */
export const formLabels: Record<keyof StepFields, string> = {
	...stepLabels,
	emotion: 'How they feel',
	quote: 'In the customer’s own words',
	demand: 'Demand, contacts a year',
	failureDemand: 'Failure demand among it',
	momentOfTruth: 'A moment of truth'
};

const time = (minutes: number | null) => (minutes === null ? 'Not measured' : writeDuration(minutes));
const count = (contacts: number | null) => (contacts === null ? 'Not counted' : contacts.toLocaleString('en-GB'));
const says: { [F in keyof StepFields]?: (value: StepFields[F]) => string } = {
	channel: (channel) => (channel ? capital(channel) : 'No channel'),
	servedBy: capital,
	emotion: (emotion) => (emotion === null ? 'Not known' : emotionInWords(emotion)),
	waitingMinutes: time,
	handlingMinutes: time,
	momentOfTruth: (is) => (is ? 'Yes' : 'No'),
	demand: count,
	failureDemand: count,
	evidenced: (evidenced) => evidencedWords[evidenced]
};

/** Some fields of a step as whoever fills the form in reads them: times as 11 days, feelings as −1 bad, never raw figures. */
export const inFormWords = (fields: Partial<StepFields>): Partial<Record<keyof StepFields, string>> =>
	Object.fromEntries(
		Object.entries(fields).map(([name, value]) => {
			const say = says[name as keyof StepFields] as ((value: unknown) => string) | undefined;
			return [name, say ? say(value) : String(value)];
		})
	);
