/** An individual objective stays open until the leader says what came of it. */
export const objectiveStates = ['open', 'met', 'partly met', 'not met', 'dropped'] as const;
