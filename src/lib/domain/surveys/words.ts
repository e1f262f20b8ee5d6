/** Monthly surveys (Northampton 9), surveys of customers leaving (exit) and the yearly one (Tamworth 4.6.3). */
export const surveyKinds = ['monthly', 'exit', 'annual'] as const;
export type SurveyKind = (typeof surveyKinds)[number];

/** The parts of satisfaction that are answered from 1 to 5. Tamworth 5.1; DOMAIN section 7. */
export const ratedParts = ['overall', 'welcome', 'wait', 'efficiency', 'interaction', 'delivery'] as const;
export type RatedPart = (typeof ratedParts)[number];

/** All parts: those answered from 1 to 5, and whether it was resolved the first time, answered by yes or no. */
export const surveyParts = [...ratedParts, 'resolved'] as const;
export type SurveyPart = (typeof surveyParts)[number];

/** Where an answer came from: the public form behind the survey's link, a colleague who typed it, or a file. */
export const answerSources = ['link', 'typed', 'import'] as const;
export type AnswerSource = (typeof answerSources)[number];

/** 'held' waits for somebody to look at it and counts nowhere; 'refused' was looked at and counts nowhere either. */
export const answerStates = ['counted', 'held', 'refused'] as const;
export type AnswerState = (typeof answerStates)[number];
