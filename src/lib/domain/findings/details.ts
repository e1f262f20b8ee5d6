import type { Channel } from '../journeys/channels.ts';
import { typedPounds } from './money.ts';
import type { Severity } from './severity.ts';
import type { sourcesByHand } from './words.ts';

/** What somebody writes down about a finding. DOMAIN section 3. */
export type FindingDetails = {
	what: string;
	/** For a finding on a journey one of the services it crosses. */
	serviceId: string;
	/** The step of the journey's as-is map; null for the whole journey, and where there is none. */
	stepId: string | null;
	severity: Severity;
	howOften: string;
	/** Up to five answers to 'why?', each to the one before; the last is the root cause. */
	whys: string[];
	/** The principle of a published compliance framework that is breached; both or neither. */
	frameworkVersionId: string | null;
	criterion: string | null;
	/** A standard or promise that is breached, in words. */
	breaches: string;
};

/** The same, of what was found elsewhere than by the workbench: also what it came from, as a kind and in words. */
export type HandDetails = FindingDetails & { source: (typeof sourcesByHand)[number]; cameFrom: string };

/** A finding about which only what and where are said. */
export const foundNowhere: Omit<FindingDetails, 'what' | 'serviceId'> = {
	stepId: null,
	severity: 'medium',
	howOften: '',
	whys: [],
	frameworkVersionId: null,
	criterion: null,
	breaches: ''
};

export const mostWhys = 5;

export const findingLabels = {
	what: 'What was found',
	serviceId: 'Service',
	source: 'Where it comes from',
	cameFrom: 'Which one',
	stepId: 'Where on the journey',
	severity: 'Severity',
	howOften: 'How often',
	why1: 'First why',
	why2: 'Second why',
	why3: 'Third why',
	why4: 'Fourth why',
	why5: 'Fifth why',
	principle: 'Principle breached',
	breaches: 'Standard or promise breached'
};

/** The answers to 'why?' as the fields of a form: `why1` to `why5`. */
export const whyFields = (whys: readonly string[]): Record<`why${1 | 2 | 3 | 4 | 5}`, string> => ({
	why1: whys[0] ?? '',
	why2: whys[1] ?? '',
	why3: whys[2] ?? '',
	why4: whys[3] ?? '',
	why5: whys[4] ?? ''
});

/** A principle as one value of a field: its framework version and its number; '' for none. */
export const principleField = ({
	frameworkVersionId,
	criterion
}: {
	frameworkVersionId: string | null;
	criterion: string | null;
}): string => (frameworkVersionId && criterion ? `${frameworkVersionId} ${criterion}` : '');

/** What `principleField` wrote, read again. */
export function principleIn(field: string): { frameworkVersionId: string | null; criterion: string | null } {
	const [frameworkVersionId = '', criterion = ''] = field.split(' ');
	return frameworkVersionId && criterion ? { frameworkVersionId, criterion } : { frameworkVersionId: null, criterion: null };
}

/** What somebody writes down about a recommendation. Money in pence, contacts and other saving a year. DOMAIN section 3. */
export type RecommendationDetails = {
	text: string;
	customerBenefit: string;
	customerValue: number | null;
	councilBenefit: string;
	councilValue: number | null;
	effort: number | null;
	costPence: number | null;
	contactsAvoided: number | null;
	avoidedChannel: Channel | null;
	otherSavingPence: number | null;
	otherSavingWhy: string;
};

/** A recommendation about which nothing but its words is known. */
export const onlyWords = (text: string): RecommendationDetails => ({
	text,
	customerBenefit: '',
	customerValue: null,
	councilBenefit: '',
	councilValue: null,
	effort: null,
	costPence: null,
	contactsAvoided: null,
	avoidedChannel: null,
	otherSavingPence: null,
	otherSavingWhy: ''
});

export const recommendationLabels: Record<keyof RecommendationDetails, string> = {
	text: 'What should be done',
	customerBenefit: 'What customers gain',
	customerValue: 'Worth to customers',
	councilBenefit: 'What the council gains',
	councilValue: 'Worth to the council',
	effort: 'Effort',
	costPence: 'Cost',
	contactsAvoided: 'Contacts avoided a year',
	avoidedChannel: 'Channel of those contacts',
	otherSavingPence: 'Other saving a year',
	otherSavingWhy: 'How the other saving was worked out'
};

/** What two fields of a recommendation get wrong together; empty where nothing is. */
export function faultsInRecommendation(details: RecommendationDetails): { field: keyof RecommendationDetails; text: string }[] {
	const faults: { field: keyof RecommendationDetails; text: string }[] = [];
	if (details.contactsAvoided && !details.avoidedChannel)
		faults.push({ field: 'avoidedChannel', text: 'Choose by which channel these contacts come' });
	if (details.otherSavingPence !== null && !details.otherSavingWhy)
		faults.push({ field: 'otherSavingWhy', text: 'Enter how the other saving was worked out' });
	return faults;
}

const typed = (number: number | null) => (number === null ? '' : String(number));

/** A recommendation as the fields of its form, money in pounds. */
export const typedRecommendation = (details: RecommendationDetails): Record<keyof RecommendationDetails, string> => ({
	text: details.text,
	customerBenefit: details.customerBenefit,
	customerValue: typed(details.customerValue),
	councilBenefit: details.councilBenefit,
	councilValue: typed(details.councilValue),
	effort: typed(details.effort),
	costPence: typedPounds(details.costPence),
	contactsAvoided: typed(details.contactsAvoided),
	avoidedChannel: details.avoidedChannel ?? '',
	otherSavingPence: typedPounds(details.otherSavingPence),
	otherSavingWhy: details.otherSavingWhy
});
