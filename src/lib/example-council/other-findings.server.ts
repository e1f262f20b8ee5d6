import * as v from 'valibot';
import { addFindingByHand } from '#lib/domain/findings/adding.server.ts';
import { attachToFinding } from '#lib/domain/findings/evidence.server.ts';
import { findingToChange } from '#lib/domain/findings/finding.server.ts';
import { addRecommendation } from '#lib/domain/findings/recommending.server.ts';
import { severities, sourcesByHand } from '#lib/domain/findings/words.ts';
import type { Database } from '#lib/server/database.ts';
import { must, type Who } from './cast.server.ts';
import type { Places } from './council.server.ts';
import type { Diary } from './diary.ts';
import { recommendationShape } from './journey-file.ts';
import { days } from './service-file.ts';

const { key: _, ...recommended } = recommendationShape.entries;

/** What seed/example-council/other-findings.yaml says: what was found outside assessments and journeys. */
export const otherFindingsFile = v.strictObject({
	findings: v.array(
		v.strictObject({
			on: days,
			by: v.string(),
			service: v.string(),
			source: v.picklist(sourcesByHand),
			cameFrom: v.string(),
			what: v.string(),
			severity: v.picklist(severities),
			howOften: v.string(),
			whys: v.array(v.string()),
			breaches: v.optional(v.string(), ''),
			/** Keys of pieces of its service's file. */
			evidence: v.array(v.string()),
			recommendations: v.array(v.strictObject(recommended))
		})
	)
});

type Setting = { db: Database; diary: Diary; who: Who; places: Places };

/** Puts what people wrote down by hand into the diary, with its evidence and what they recommend. */
export function writeDownFindings(
	{ db, diary, who, places }: Setting,
	{ findings }: v.InferOutput<typeof otherFindingsFile>,
	evidence: ReadonlyMap<string, ReadonlyMap<string, string>>
): void {
	for (const { on, by, service, evidence: keys, recommendations, ...said } of findings) {
		const person = who(by);
		let id = '';
		const finding = () => findingToChange(db, person, id);
		diary.on(on, 330, () => {
			const details = { ...said, serviceId: places.services.get(service) ?? '', stepId: null, frameworkVersionId: null, criterion: null };
			id = must(addFindingByHand(db, person, details), said.what).id;
			const pieces = keys.map((key) => evidence.get(service)?.get(key) ?? '');
			if (pieces.length) must(attachToFinding(db, person, finding(), pieces), said.what);
		});
		for (const { on: then, cost, avoided, channel, ...words } of recommendations)
			diary.on(then, 340, () => {
				const costed = { costPence: cost, contactsAvoided: avoided, avoidedChannel: channel, otherSavingPence: null, otherSavingWhy: '' };
				must(addRecommendation(db, person, finding(), { ...words, ...costed }), said.what);
			});
	}
}
