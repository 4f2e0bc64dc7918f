/** What `kanon import` says of a list, whether it went to a service or to the database beside it. */
import type { Language } from '../../foundation/language.ts';
import type { ProblemFinding } from '../../foundation/problem-shape.ts';
import { remark, say } from '../terminal/terminal.ts';
import { countyOnly, HOST, importFigures, leftOut } from '../words/host-words.ts';
import type { Desk } from '../words/words.ts';

/** What became of the list, as far as it is said. */
export interface ToldImport {
  readonly read: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly closed: number;
  readonly ignored: number;
  readonly withoutMunicipality: number;
  readonly notes: readonly { readonly reason: Readonly<Record<Language, string>> }[];
}

/** Faults that are printed; the others are counted. */
const SHOWN = 20;

export function sayImported(
  { read, added, updated, unchanged, closed, ignored, withoutMunicipality, notes }: ToldImport,
  dryRun: boolean,
  seconds: number,
  lang: Language,
): void {
  if (dryRun) say(HOST.onlyChecked[lang]);
  say(importFigures(read, added, updated, unchanged, seconds)[lang]);
  if (closed + ignored > 0) say(leftOut(closed, ignored)[lang]);
  for (const { reason } of notes) say(reason[lang]);
  if (withoutMunicipality > 0) say(countyOnly(withoutMunicipality)[lang]);
}

export function sayRefused(findings: readonly Pick<ProblemFinding, 'reason'>[], { lang, words }: Desk): void {
  complain(HOST.nothingImported[lang]);
  for (const { reason } of findings.slice(0, SHOWN)) complain(reason[lang]);
  const more = findings.length - SHOWN;
  if (more > 0) complain(words.more(more));
}

const complain = (line: string): void => {
  remark(`kanon: ${line}`);
};
