import { channels } from '#lib/domain/journeys/channels.ts';
import { mostStageName, mostStageWho, mostText, stepLabels } from '#lib/domain/maps/step-fields.ts';
import { evidencings, servers } from '#lib/domain/maps/step-words.ts';
import type { ImportColumn } from '../import-kind.ts';

const list = (values: readonly string[]) => values.join(', ');
const upTo = (most: number) => `Up to ${most.toLocaleString('en-GB')} characters.`;

/** The columns of a map's table, one row a step: what goes out can come in again. */
export const mapColumns: readonly ImportColumn[] = [
	{ key: 'stageNumber', label: 'Stage no.', about: 'Which stage from the left, where two have the same name.', example: '1' },
	{ key: 'stage', label: 'Stage', about: `The stage the step belongs to. ${upTo(mostStageName)}`, example: 'Report it', required: true },
	{ key: 'who', label: 'Who is there', about: `Of the stage. ${upTo(mostStageWho)}`, example: 'Customer with tier 1' },
	{ key: 'does', label: stepLabels.does, about: upTo(mostText.does), example: 'Rings and explains the fault', required: true },
	{ key: 'wants', label: stepLabels.wants, about: upTo(mostText.wants), example: 'To be understood' },
	{ key: 'channel', label: stepLabels.channel, about: `One of: ${list(channels)}; or nothing.`, example: 'phone' },
	{ key: 'servedBy', label: stepLabels.servedBy, about: `One of: ${list(servers)}. Nobody: the customer is alone.`, example: 'tier 1' },
	{ key: 'backstage', label: stepLabels.backstage, about: upTo(mostText.backstage), example: 'A job is raised' },
	{ key: 'systems', label: stepLabels.systems, about: upTo(mostText.systems), example: 'Telephony, housing system' },
	{ key: 'emotion', label: stepLabels.emotion, about: 'From −2 very bad to 2 very good; nothing where it is not known.', example: '-1' },
	{ key: 'quote', label: stepLabels.quote, about: upTo(mostText.quote), example: 'They asked me everything twice' },
	{
		key: 'waitingMinutes',
		label: stepLabels.waitingMinutes,
		about: 'Such as 9 min, 14 hours, 11 days or 2 weeks; a day is 24 hours. Nothing where it was not measured.',
		example: '9 min'
	},
	{ key: 'handlingMinutes', label: stepLabels.handlingMinutes, about: 'As waiting time.', example: '11 min' },
	{ key: 'momentOfTruth', label: stepLabels.momentOfTruth, about: 'Yes or no.', example: 'no' },
	{ key: 'demand', label: stepLabels.demand, about: 'Contacts a year.', example: '11400' },
	{
		key: 'failureDemand',
		label: stepLabels.failureDemand,
		about: 'Contacts a year among the demand, or a share of it like 30%.',
		example: '3300'
	},
	{
		key: 'painPoints',
		label: stepLabels.painPoints,
		about: `A line each. ${upTo(mostText.painPoints)}`,
		example: 'Details are keyed twice'
	},
	{ key: 'evidenced', label: stepLabels.evidenced, about: `One of: ${list(evidencings)}.`, example: 'partly' },
	{ key: 'id', label: 'Step id', about: 'Leave it as it is: it shows which step this is. Nothing for a new step.', example: '' },
	{ key: 'fromStepId', label: 'As-is step id', about: 'In a to-be map, the step of the as-is map it was made from.', example: '' },
	{ key: 'version', label: 'Version', about: 'Leave it as it is: it shows whether somebody changed the step meanwhile.', example: '' }
];
