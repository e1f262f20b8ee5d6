/** What was answered to a question, with its worth (0 to 1) where it has one. */
export type Answer = { value: string | null; notApplicable: boolean; note: string; worth: number | null };

/** One complete form of a session, with its answers by question. */
export type CompleteForm = {
	position: number;
	reference: string;
	personId: string;
	name: string;
	isKey: boolean;
	/** Hundredths of a point, before any critical failure; null where the scorecard scores no quality. */
	quality: number | null;
	answers: ReadonlyMap<string, Answer>;
};
