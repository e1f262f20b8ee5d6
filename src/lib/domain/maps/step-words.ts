/** Who serves the customer at a step; 'nobody' where the customer is alone. Basildon's tiers. DOMAIN section 4. */
export const servers = ['nobody', 'tier 1', 'tier 2', 'tier 3', 'back office', 'partner'] as const;
export type Server = (typeof servers)[number];

/** How well a step is evidenced. */
export const evidencings = ['none', 'partly', 'fully'] as const;
export type Evidencing = (typeof evidencings)[number];

export const mapKinds = ['as-is', 'to-be'] as const;
export type MapKind = (typeof mapKinds)[number];
export const isMapKind = (text: string | null | undefined): text is MapKind => mapKinds.some((kind) => kind === text);

/** Emotion −2 to +2 in words, lowest first. */
export const emotionWords = ['very bad', 'bad', 'neither', 'good', 'very good'] as const;
