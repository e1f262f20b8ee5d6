/* The example council of `npm run demo`. */
export { prepareExampleCouncil } from '#lib/example-council/preparing.server.ts';
