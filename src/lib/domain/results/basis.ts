/** The three results shown side by side: from the service's own answers; those with current evidence; those moderated. DOMAIN 2.2. */
export const bases = ['claimed', 'evidenced', 'agreed'] as const;
export type Basis = (typeof bases)[number];
