import * as v from 'valibot';
import { choice, line } from '#lib/server/fields.ts';
import { channels } from '../journeys/channels.ts';
import { uses } from './card.ts';

export const newCardForm = v.strictObject({
	name: line('a name', 'Name', 120),
	use: choice(uses, 'Choose what it is used for'),
	channel: choice(channels, 'Choose a channel')
});
export type NewCard = v.InferOutput<typeof newCardForm>;
