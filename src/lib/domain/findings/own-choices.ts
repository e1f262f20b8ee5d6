import type { FindingChoices } from './choosing.server.ts';
import { principleField } from './details.ts';

type Own = { stepId: string | null; step: string | null };
type Principle = { framework: string; frameworkVersionId: string; number: string; title: string } | null;

/** The choices of a finding's form with what it names itself, also where that has gone from the map or is no longer published. */
export function withOwnChoices(choices: FindingChoices, { stepId, step }: Own, principle: Principle): FindingChoices {
	const holds = (groups: FindingChoices['principles'], wanted: string) =>
		groups.some(({ options }) => options.some(({ value }) => value === wanted));
	const gone =
		choices.steps && stepId && !holds(choices.steps, stepId)
			? [{ label: 'Gone from the map', options: [{ value: stepId, label: step ?? 'A step that has gone from the map' }] }]
			: [];
	const named = principle && principleField({ frameworkVersionId: principle.frameworkVersionId, criterion: principle.number });
	const principles =
		principle && named && !holds(choices.principles, named)
			? [{ label: principle.framework, options: [{ value: named, label: `${principle.number} ${principle.title}` }] }]
			: [];
	return { ...choices, steps: choices.steps && [...choices.steps, ...gone], principles: [...choices.principles, ...principles] };
}
