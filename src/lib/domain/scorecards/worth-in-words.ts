import { decimal, inWords } from '../results/fraction.ts';

/** A worth or a weight as people write it: '½', '5½', '0.35'. */
export const numberInWords = (value: number): string => inWords(decimal(value));
