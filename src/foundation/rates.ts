/** How many requests of each class one account may make in a minute. */
import { parseWholeNumber } from '../rules/whole-number.ts';

export const REQUEST_CLASSES = ['read', 'write', 'heavy'] as const;
export type RequestClass = (typeof REQUEST_CLASSES)[number];
export type Rates = Readonly<Record<RequestClass, number>>;

export const USUAL_RATES = '600/240/60';
const MOST = 1_000_000;

/** Three whole numbers such as `600/240/60`; undefined for anything else. */
export function ratesIn(text: string): Rates | undefined {
  const [read, write, heavy, ...more] = text.split('/').map((part) => parseWholeNumber(part, 1, MOST));
  if (read === undefined || write === undefined || heavy === undefined || more.length > 0) return undefined;
  return { read, write, heavy };
}
