import { goto } from '$app/navigation';

/**
 * Goes to a page and forgets everything known so far: for a session that turned out to be over while the page saved by
 * itself. Without it the next page would still take its reader for the person who was signed in.
 */
export const goAfresh = (to: string): Promise<void> => goto(to, { invalidateAll: true });
