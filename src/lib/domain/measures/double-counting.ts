import { channels } from '../journeys/channels.ts';
import { placesAbove, unitsAround, type Place } from './scope.ts';

/** What stands at a place in a month: whether it has a value of its own, and how many values of places below are summed there. */
export type Filled = { isOwn: boolean; below: number };

/** The places that are looked at to tell whether a value would count something twice: those above it, and units by channel. */
export function placesBeside(place: Place): Place[] {
	const [own, ...wider] = unitsAround(place);
	const split = place.channel ? [own!] : wider;
	return [...placesAbove(place), ...split.flatMap((unit) => channels.map((channel) => ({ ...unit, channel })))];
}

const unitName = ({ serviceId, teamId }: Place) => (teamId ? 'the team' : serviceId ? 'the service' : 'the whole council');
const placeName = (place: Place) => `${unitName(place)} ${place.channel ? `by ${place.channel}` : 'over all channels'}`;
const beside = 'With this one beside it the same would count twice.';

/**
 * In words what counts the same already, so that a value entered here would count it twice; null where nothing does. Two values
 * count the same where one place lies within the other (the team's phone calls in the service's), and where they cut it two
 * ways: the team over all channels, and the service by phone. So of a service each month there is either one value, or values
 * of its channels, or of its teams, and what is summed is whole. DOMAIN section 7.
 */
export function countsTwice(place: Place, at: (place: Place) => Filled): string | null {
	const already = (one: Place) => `There is a value for ${placeName(one)} in this month already. ${beside} Take that one away first`;
	const wider = placesAbove(place).find((one) => at(one).isOwn);
	if (wider) return already(wider);
	if (at(place).below)
		return `There are values for parts of ${placeName(place)} in this month already. With this one beside them the same would count twice. Leave it out: the total is worked out`;
	const [own, ...around] = unitsAround(place);
	if (!place.channel) {
		const split = around.flatMap((unit) => channels.map((channel) => ({ ...unit, channel }))).find((one) => at(one).isOwn);
		return split ? already(split) : null;
	}
	// all that is summed at the unit, without what is summed or stands by channel, are values of its parts over all channels
	const byChannel = channels.map((channel) => at({ ...own!, channel })).reduce((sum, { isOwn, below }) => sum + below + Number(isOwn), 0);
	if (at(own!).below > byChannel)
		return `There are values for ${place.serviceId ? 'teams of the service' : 'services or teams'} over all channels in this month already. ${beside} Enter those by channel, or leave this one out`;
	return null;
}
