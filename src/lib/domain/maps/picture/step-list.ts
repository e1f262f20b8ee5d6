import type { JourneyMap, MapStep } from '../map.ts';
import { saidPlainly } from './lanes.ts';

/** A step as text: what it says in each lane, in words only. */
export type ListedStep = {
	id: string;
	number: number;
	does: string;
	facts: { label: string; value: string }[];
	/** The row of the table. */
	row: { feels: string; channel: string; served: string; waits: string; handled: string; demand: string; evidenced: string };
};
export type ListedStage = { name: string; who: string; steps: ListedStep[] };

/** The whole map as text, for those who hear it or search in it. Everything the picture shows is here, and nothing is left out. */
export function stepList(map: Pick<JourneyMap, 'stages'> | null): ListedStage[] {
	let number = 0;
	return (map?.stages ?? []).map(({ name, who, steps }) => ({ name, who, steps: steps.map((step) => listed(step, ++number)) }));
}

function listed(step: MapStep, number: number): ListedStep {
	const said = saidPlainly(step);
	const facts = [
		{ label: 'Wants', value: said.wants },
		{ label: 'Feels', value: `${said.feels}${step.momentOfTruth ? ', a moment of truth' : ''}` },
		{ label: 'In the customer’s words', value: step.quote && `‘${step.quote}’` },
		{ label: 'Channel and who serves', value: `${said.channel}, ${said.served.toLowerCase()}` },
		{ label: 'Backstage', value: step.backstage },
		{ label: 'Systems', value: step.systems },
		{ label: 'Time', value: `Waits ${said.waits}, handled ${said.handled}` },
		{ label: 'Failure demand', value: said.demand },
		{ label: 'Pain', value: said.pain },
		{ label: 'Evidence', value: said.evidenced }
	];
	const { feels, channel, served, waits, handled, demand, evidenced } = said;
	return {
		id: step.id,
		number,
		does: step.does,
		facts: facts.filter(({ value }) => value !== ''),
		row: { feels, channel, served, waits, handled, demand, evidenced }
	};
}
