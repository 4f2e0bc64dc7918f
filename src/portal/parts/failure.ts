/** What went wrong, as a sentence: the service writes it in the language of the page, and nobody sees a number of HTTP. */
import { KanonProblem } from '../../client/failures.ts';
import { language, wordsOf } from '../frame/language.ts';
import { FRAME } from '../words/frame.ts';

export interface Told {
  readonly title: string;
  readonly details: readonly string[];
}

export function toldOf(error: unknown): Told {
  if (!(error instanceof KanonProblem)) return { title: wordsOf(FRAME).failed, details: [] };
  const { title, detail } = error.problem;
  return { title, details: [detail, ...error.findings.map(({ reason }) => reason[language.value])] };
}
