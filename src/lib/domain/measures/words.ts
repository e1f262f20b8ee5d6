/** What a value is counted in. A share's numerator is part of its denominator; all but 'number' have a denominator. */
export const units = ['number', 'per cent', 'per thousand', 'seconds', 'working days', 'pence'] as const;
export type Unit = (typeof units)[number];

/** Which way is good; 'neither' for what is only watched, as how many contacts there are. */
export const directions = ['higher', 'lower', 'neither'] as const;
export type Direction = (typeof directions)[number];

/** How often there is a new value. */
export const frequencies = ['month', 'quarter', 'year'] as const;
export type Frequency = (typeof frequencies)[number];

/** What a target is: what the council wants to reach, or what others reach. */
export const targetKinds = ['target', 'benchmark'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** How a value came in. DOMAIN section 7; issue 5: typed, imported, computed from what the workbench holds. */
export const origins = ['typed', 'imported', 'computed'] as const;
export type Origin = (typeof origins)[number];

/** The parts of the list, in its order. DOMAIN section 7. */
export const themes = [
	'contacts',
	'first contact',
	'answering',
	'response',
	'satisfaction',
	'complaints',
	'channel shift',
	'failure demand',
	'quality'
] as const;
export type Theme = (typeof themes)[number];

/** What the workbench can work out itself from what it holds. */
export const computations = [
	'failure in demand logs',
	'mystery visits passed',
	'assessed interactions',
	'criteria achieved',
	'satisfied overall',
	'satisfied with the welcome',
	'satisfied with the wait',
	'satisfied with the efficiency',
	'satisfied with the interaction',
	'satisfied with the delivery',
	'resolved first time',
	'informal complaints',
	'stage 1 complaints',
	'stage 2 complaints',
	'complaints answered in time',
	'complaints with a cause',
	'complaints with a lesson'
] as const;
export type Computation = (typeof computations)[number];
