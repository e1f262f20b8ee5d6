/** So many lines for statistics the form of a sheet has. */
export const statisticLines = 8;
