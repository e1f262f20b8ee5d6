/** The rule by which `planVisits` draws a plan, in words. */
export const planningRule = [
	'Services, scenarios, days and shoppers are put in an order that nobody chose: by the SHA-256 of the seed, a colon and their id. Whenever two are equal, the earlier in that order is taken.',
	'Each service gets the same number of visits. They go in turn to the channel this service has had least, then to the scenario of that channel used least, told each time another way.',
	'Each visit begins on the working day this service has had least, then the one with the fewest visits of the wave, at the time of day this service has had least, and may be made until the number of working days given, within the wave.',
	'Nobody visits a service they work in or declared a tie to. Visits go to the shopper with the fewest, of equals to whoever visits that service least, hardest services first, and are then moved on until nobody has two more than somebody who could take one off them.'
] as const;
