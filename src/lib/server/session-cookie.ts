import type { Cookies } from '@sveltejs/kit';
import { isSecure } from './config.ts';

/** `__Host-` binds the cookie to this very address, which browsers allow over https only. */
const named = (name: string) => (isSecure ? `__Host-${name}` : name);
const thirtyDays = 30 * 24 * 60 * 60;
const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;

const session = named('thread-session');
const kept = named('thread-kept');

export const sessionToken = (cookies: Cookies) => cookies.get(session);
export const setSessionToken = (cookies: Cookies, token: string) => cookies.set(session, token, { ...options, maxAge: thirtyDays });
export const dropSessionToken = (cookies: Cookies) => cookies.delete(session, options);

/** The token of what was typed when a session ended. */
export const keptToken = (cookies: Cookies) => cookies.get(kept);
/** As a header: what a hook answers by itself does not get the cookies that were set on the way. */
export const keptTokenHeader = (cookies: Cookies, token: string) => cookies.serialize(kept, token, { ...options, maxAge: 24 * 60 * 60 });
export const dropKeptToken = (cookies: Cookies) => cookies.delete(kept, options);
