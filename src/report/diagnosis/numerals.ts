import { count } from '../format.ts';

const NUMERALS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** How many, as prose has it: small numbers are words. */
export function numeral(n: number): string {
  return NUMERALS[n] ?? count(n);
}
