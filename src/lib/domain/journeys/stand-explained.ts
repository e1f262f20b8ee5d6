import type { ReviewStep } from './method.ts';

/** In words, what each step asks for: the rule behind its stand. */
export const standExplained: Record<ReviewStep, string> = {
	scope:
		'Whole when it is said why the journey is reviewed, where it starts and ends and who sponsors it, and at least two people are in the team.',
	gather: 'Whole when at least one persona is described, every persona has facts and needs, and at least one method was held by today.',
	'map as-is': 'Whole when the as-is map has steps, each of them is at least partly evidenced and says how the customer feels.',
	find: 'Whole when there is at least one finding and every finding has an answer to “why?”. Withdrawn findings do not count.',
	'design to-be': 'Whole when the to-be map has at least one step.',
	recommend:
		'Whole when every finding has a recommendation and every recommendation says how much effort it takes. Withdrawn ones do not count.',
	board: 'Whole when there is a recommendation and the board has accepted or rejected every one. A deferred one still waits.',
	implement:
		'Whole when every accepted recommendation has an action, every action is done or dropped, and it is said of each done one whether its measure moved.',
	'lessons learned': 'Whole when at least one lesson is written down.'
};
