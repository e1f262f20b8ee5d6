import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { Answer } from './answer.ts';
import { rankOf } from './scale.ts';
import type { Standing } from './standing.ts';
import { listed, ratingInWords } from './wording.ts';

/**
 * Why some criteria count as something other than what was answered, one sentence for all that
 * fare alike: lowered or raised by the moderator, refused, unanswered, inherited, lost to evidence.
 */
export function reasonsInWords(framework: Framework, standings: Standing[], answers: Answer[]): string[] {
	const name = (rating: string | null) => ratingInWords(framework, rating);
	const inherits = new Set(answers.filter(({ rating }) => rating === 'inherited').map(({ criterion }) => criterion));
	const alike = new Map<string, string[]>();
	const say = (criterion: string, one: string, many: string) =>
		alike.set(`${one}|${many}`, [...(alike.get(`${one}|${many}`) ?? []), criterion]);

	for (const standing of standings) {
		const { criterion, said, rated, counts } = standing;
		if (inherits.has(criterion) && said !== null)
			say(criterion, `takes the corporate answer, ${name(said)}.`, `take the corporate answer, ${name(said)}.`);
		if (standing.leaves) {
			say(criterion, 'does not apply and is left out.', 'do not apply and are left out.');
			continue;
		}
		if (standing.why === 'unanswered')
			say(criterion, `is unanswered and counts as ${name(counts)}.`, `are unanswered and count as ${name(counts)}.`);
		if (standing.why === 'not-applicable not accepted') {
			const so = `answered not applicable, which the moderator has not accepted,`;
			say(criterion, `was ${so} so it counts as ${name(rated)}.`, `were ${so} so they count as ${name(rated)}.`);
		}
		if (said !== null && said !== 'not applicable' && said !== rated) {
			const moved = `answered ${name(said)} and ${rankOf(framework, rated) < rankOf(framework, said) ? 'lowered' : 'raised'} to ${name(rated)} by the moderator.`;
			say(criterion, `was ${moved}`, `were ${moved}`);
		}
		if (said === null && standing.why !== 'unanswered') {
			say(
				criterion,
				`is unanswered and was rated ${name(rated)} by the moderator.`,
				`are unanswered and were rated ${name(rated)} by the moderator.`
			);
		}
		if (standing.lostToEvidence) {
			const how = said === rated ? 'answered' : 'rated';
			const but = `${how} ${name(rated)} but`;
			say(
				criterion,
				`was ${but} has no current evidence, so it counts as ${name(counts)}.`,
				`were ${but} have no current evidence, so they count as ${name(counts)}.`
			);
		}
	}
	return [...alike].map(([sentences, criteria]) => `${listed(criteria)} ${sentences.split('|')[criteria.length === 1 ? 0 : 1]}`);
}
