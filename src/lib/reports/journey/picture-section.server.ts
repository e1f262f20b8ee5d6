import { pictureOf } from '#lib/domain/maps/picture/picture-page.server.ts';
import { sheetsOf } from '#lib/domain/maps/picture/sheets.ts';
import { wholePicture } from '#lib/domain/maps/picture/whole-picture.ts';
import { stepList } from '#lib/domain/maps/picture/step-list.ts';
import { svgText } from '#lib/domain/maps/picture/svg-text.ts';
import { outOfSightInWords, type EvidenceBySteps, type EvidenceOfStep } from '#lib/domain/maps/step-evidence.ts';
import { evidenceOfMap } from '#lib/domain/maps/step-evidence.server.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import type { JourneyMap } from '#lib/domain/maps/map.ts';
import type { Database } from '#lib/server/database.ts';
import { pictureRoom } from '../pdf/look.ts';
import type { ReportTable, Section } from '../description.ts';

/** 'Partly evidenced: Call log, June; Survey': the judgement first, then the pieces that the reader may see. */
const evidenceInWords = (judged: string, evidence: EvidenceOfStep | undefined): string =>
	evidence
		? `${judged}: ${[...evidence.pieces.map(({ title }) => title), outOfSightInWords(evidence)].filter(Boolean).join('; ')}`
		: judged;

/** The steps of both maps in words: what the picture shows, to be read and heard. */
function stepsTable(asIs: JourneyMap | null, toBe: JourneyMap | null, evidence: EvidenceBySteps): ReportTable {
	const of = (map: JourneyMap | null, which: string) =>
		stepList(map).flatMap(({ name, steps }) =>
			steps.map(({ id, number, does, row: { feels, channel, served, waits, handled, demand, evidenced } }) => ({
				which,
				stage: name,
				step: `${number}. ${does}`,
				feels,
				channel: [channel, served].filter(Boolean).join(', '),
				time: `Waits ${waits}, handled ${handled}`,
				demand,
				evidence: evidenceInWords(evidenced, evidence[id])
			}))
		);
	return {
		id: 'steps',
		caption: 'The steps in words',
		columns: [
			{ key: 'which', label: 'Map', kind: 'text', share: 0.6, width: 8 },
			{ key: 'stage', label: 'Stage', kind: 'text', share: 1.1, width: 24 },
			{ key: 'step', label: 'Step', kind: 'text', share: 2, width: 50 },
			{ key: 'feels', label: 'Feels', kind: 'text', share: 1, width: 16 },
			{ key: 'channel', label: 'Channel and who serves', kind: 'text', share: 1.3, width: 26 },
			{ key: 'time', label: 'Time', kind: 'text', share: 1.5, width: 34 },
			{ key: 'demand', label: 'Failure demand', kind: 'text', share: 1.1, width: 24 },
			{ key: 'evidence', label: 'Evidence', kind: 'text', share: 1.6, width: 40 }
		],
		rows: [...of(asIs, 'As-is'), ...of(toBe, 'To-be')],
		empty: 'There is no map yet.'
	};
}

/** The picture of the journey, as-is with to-be laid over, and its steps in words. DOMAIN section 4. */
export function pictureSection(db: Database, person: Person, journey: Journey, asIs: JourneyMap | null, toBe: JourneyMap | null): Section {
	const { groups, heading, which } = pictureOf(db, journey);
	const of = (map: JourneyMap | null) => (map ? evidenceOfMap(db, person, map.id) : {});
	const table = stepsTable(asIs, toBe, { ...of(asIs), ...of(toBe) });
	const title = groups.length ? `The picture: ${which.charAt(0).toLowerCase()}${which.slice(1)}` : 'There is no map yet';
	if (!groups.length) return { id: 'picture', title, blocks: [{ kind: 'table', table }] };
	return {
		id: 'picture',
		title,
		blocks: [
			{
				kind: 'picture',
				whole: svgText(wholePicture(groups, heading)),
				sheets: sheetsOf(groups, heading, pictureRoom).map((sheet) => svgText(sheet)),
				label: `Picture of the journey, ${which}`,
				table
			}
		]
	};
}
