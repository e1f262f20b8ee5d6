/** What the fields of a scenario begin with; variants are one on each line. */
export type ScenarioStart = {
	title: string;
	channel: string;
	situation: string;
	whereTo: string;
	rightAnswer: string;
	variants: string;
	standard: string;
	scorecardVersionId: string;
	'services[]': string[];
};

export const emptyScenario: ScenarioStart = {
	title: '',
	channel: '',
	situation: '',
	whereTo: '',
	rightAnswer: '',
	variants: '',
	standard: '',
	scorecardVersionId: '',
	'services[]': []
};
