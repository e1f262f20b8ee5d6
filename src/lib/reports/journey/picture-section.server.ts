import { pictureOf } from '#lib/domain/maps/picture/picture-page.server.ts';
import { sheetsOf, wholePicture } from '#lib/domain/maps/picture/sheets.ts';
import { stepList } from '#lib/domain/maps/picture/step-list.ts';
import { svgText } from '#lib/domain/maps/picture/svg-text.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import type { JourneyMap } from '#lib/domain/maps/map.ts';
import type { Database } from '#lib/server/database.ts';
import type { ReportTable, Section } from '../description.ts';

/** The steps of both maps in words: what the picture shows, to be read and heard. */
function stepsTable(asIs: JourneyMap | null, toBe: JourneyMap | null): ReportTable {
	const of = (map: JourneyMap | null, which: string) =>
		stepList(map).flatMap(({ name, steps }) =>
			steps.map(({ number, does, row: { feels, channel, served, waits, handled, demand } }) => ({
				which,
				stage: name,
				step: `${number}. ${does}`,
				feels,
				channel: [channel, served].filter(Boolean).join(', '),
				time: `Waits ${waits}, handled ${handled}`,
				demand
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
			{ key: 'demand', label: 'Failure demand', kind: 'text', share: 1.2, width: 24 }
		],
		rows: [...of(asIs, 'As-is'), ...of(toBe, 'To-be')],
		empty: 'There is no map yet.'
	};
}

/** The picture of the journey, as-is with to-be laid over, and its steps in words. DOMAIN section 4. */
export function pictureSection(db: Database, journey: Journey, asIs: JourneyMap | null, toBe: JourneyMap | null): Section {
	const { groups, heading, which } = pictureOf(db, journey);
	const table = stepsTable(asIs, toBe);
	const title = groups.length ? `The picture: ${which.charAt(0).toLowerCase()}${which.slice(1)}` : 'There is no map yet';
	if (!groups.length) return { id: 'picture', title, blocks: [{ kind: 'table', table }] };
	return {
		id: 'picture',
		title,
		blocks: [
			{
				kind: 'picture',
				whole: svgText(wholePicture(groups, heading)),
				sheets: sheetsOf(groups, heading, 'A4').map((sheet) => svgText(sheet)),
				label: `Picture of the journey, ${which}`,
				table
			}
		]
	};
}
