import type { RequestEvent } from '@sveltejs/kit';
import { receiveDocument } from '#lib/server/receiving-documents.server.ts';
import { readFramework } from './reading.ts';

/** Reads the framework file of an upload form. Nothing is kept: loading it is the next step, and takes only what is right. */
export const receiveFramework = (event: Pick<RequestEvent, 'request' | 'platform'>) => receiveDocument(event, readFramework);
