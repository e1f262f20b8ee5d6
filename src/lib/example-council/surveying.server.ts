import { answerByLink, keepAnswer } from '#lib/domain/surveys/answering.server.ts';
import type { AnswerTyped } from '#lib/domain/surveys/forms.ts';
import { makeLink, makeSurvey } from '#lib/domain/surveys/keeping.server.ts';
import { ratedParts, surveyParts } from '#lib/domain/surveys/words.ts';
import type { Database } from '#lib/server/database.ts';
import { chance } from './answering-cards.ts';
import { must, type Who } from './cast.server.ts';
import type { Places } from './council.server.ts';
import type { Diary } from './diary.ts';
import type { FeedbackSeed, SurveySeed } from './feedback-file.ts';

type Setting = { db: Database; diary: Diary; who: Who; places: Places; file: FeedbackSeed };

/** The day on which the surveys were set up here and what had been answered before was brought in. */
const begun = -397;
const aMonth = 30.4;
/** Answers of one burst, yesterday, that waits to be looked at. */
const burst = 14;

/** Picks a key by its weight; the words alone decide which. */
function picked<K extends string>(weights: Partial<Record<K, number>>, words: string): K {
	const entries = Object.entries(weights) as [K, number][];
	let left = chance(words) * entries.reduce((sum, [, weight]) => sum + weight, 0);
	return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries[0]!)[0];
}

/** What one customer answers: each part by the share that is satisfied on that day, and a comment now and then. */
function answered({ file, places }: Setting, { key, service, satisfied }: SurveySeed, n: number, gone: number): AnswerTyped {
	const words = `${key} ${n}`;
	const overall = satisfied.from + (satisfied.to - satisfied.from) * gone;
	const isContent = (part: keyof FeedbackSeed['parts']) => chance(`${words} ${part}`) * 100 < overall + file.parts[part];
	const rate = (part: keyof FeedbackSeed['parts']) => {
		const sway = chance(`${words} ${part} how`);
		return isContent(part) ? (sway < 0.55 ? 5 : 4) : sway < 0.5 ? 3 : sway < 0.8 ? 2 : 1;
	};
	const rated = Object.fromEntries(
		ratedParts.map((part) => [part, part !== 'overall' && chance(`${words} ${part} asked`) < 0.1 ? null : rate(part)])
	);
	const about = service ?? picked(file.services, `${words} service`);
	const comment = chance(`${words} says`) < 0.12 ? (file.comments[Math.floor(chance(`${words} what`) * file.comments.length)] ?? '') : '';
	return {
		...(rated as Pick<AnswerTyped, (typeof ratedParts)[number]>),
		resolved: isContent('resolved'),
		serviceId: places.services.get(about) ?? '',
		channel: service ? 'face to face' : picked(file.channels, `${words} channel`),
		comment
	};
}

/** Three years of surveys: what was answered before the workbench in one go, the rest day by day, and a burst that is held. */
export function liveTheSurveys(setting: Setting): void {
	const { db, diary, who, places, file } = setting;
	const lead = who('programme.lead');
	for (const survey of file.surveys) {
		const { title, kind, opens, closes, service, answersAMonth } = survey;
		const made = Math.max(begun, opens - 5);
		const days = { openFrom: diary.day(opens), openUntil: closes === undefined ? '' : diary.day(closes) };
		let id = '';
		let number = 0;
		const asked = { title, kind, ...days, serviceId: service ? (places.services.get(service) ?? '') : '', 'parts[]': [...surveyParts] };
		diary.on(made, 10, () => void ({ id, number } = must(makeSurvey(db, lead, asked), title)));
		const seen = () => ({
			id,
			number,
			parts: [...surveyParts],
			serviceId: asked.serviceId || null,
			openFrom: days.openFrom,
			openUntil: days.openUntil || null
		});
		const last = closes ?? -2;
		const count = Math.round(((last - opens) / aMonth) * answersAMonth);
		for (let n = 0; n < count; n++) {
			const day = Math.floor(opens + ((last - opens) * (n + chance(`${survey.key} ${n} day`))) / count);
			const typed = { ...answered(setting, survey, n, (n + 0.5) / count), day: diary.day(day), reference: `${survey.key}-${n + 1}` };
			diary.on(Math.max(made, day), 30, (today) => void must(keepAnswer(db, lead, seen(), typed, 'import', today), `${title} ${n}`));
		}
		if (survey.key === 'monthly') answerAtOnce(setting, survey, () => id);
	}
}

/** A burst of answers by the link, as a script would send them: they are held until somebody has looked at them. */
function answerAtOnce(setting: Setting, survey: SurveySeed, id: () => string): void {
	const { db, diary, who } = setting;
	diary.on(-1, 300, (today) => {
		const { token } = must(makeLink(db, who('programme.lead'), id()), 'Link');
		for (let n = 0; n < burst; n++) {
			const typed = { ...answered(setting, survey, -n - 1, 0), overall: 1, comment: 'Terrible', website: '' };
			void must(answerByLink(db, token, typed, { address: `198.51.100.${n}`, today }), 'A burst');
		}
	});
}
