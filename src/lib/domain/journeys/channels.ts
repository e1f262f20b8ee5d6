/** The ways in which a customer and the council meet. DOMAIN section 4. */
export const channels = ['web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media'] as const;
export type Channel = (typeof channels)[number];
