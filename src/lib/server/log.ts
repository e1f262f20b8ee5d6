import { pino } from 'pino';
import { config } from './config.ts';

/** What happened, as JSON lines on standard output. Never what people typed, never a token. */
export const log = pino({ level: config.logLevel, base: undefined, redact: ['*.password', '*.token', '*.cookie'] });
