import { writeYaml } from '#lib/server/writing-yaml.ts';
import type { Scorecard } from './card.ts';

/** The order in which the fields of a scorecard file are written: one list for all its parts. */
const fieldOrder = (
	'id name version use channel about source passMark from upTo text weight type choices worth bands unit timer critical scored ' +
	'mayBeNotApplicable onlyIf question is guidance good poor standard behaviour promise questions sections'
).split(' ');

/** A scorecard as the text of its file: reading it gives the same scorecard, writing that the same text. */
export const asYaml = (card: Scorecard): string => writeYaml(card, fieldOrder);
