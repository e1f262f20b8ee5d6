/** Value demand is what the service is there for; failure demand comes from not doing something, or not doing it right. Seddon; DOMAIN section 4. */
export const demandKinds = ['value', 'failure'] as const;
export type DemandKind = (typeof demandKinds)[number];

export const demandKindNames: Record<DemandKind, string> = { value: 'Value', failure: 'Failure' };

/** Whether a contact could have been foreseen, as a form and a file say it. */
export const predictableWords = ['yes', 'no'] as const;

/** 'yes', 'no' or '' for nobody said. */
export const sayPredictable = (predictable: boolean | null): '' | 'yes' | 'no' => (predictable === null ? '' : predictable ? 'yes' : 'no');
