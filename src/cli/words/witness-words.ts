/** What `kanon witness` says of a look that ended badly. */
import { REFUSAL_WORDS } from '../../verifier/refusal-words.ts';
import type { Alarm, WitnessFault } from '../../witness/fault.ts';
import type { Desk } from './words.ts';

/** Why this look came to no end. */
export function faultWords({ facts }: WitnessFault, { lang, words }: Desk): readonly string[] {
  switch (facts.code) {
    case 'no-checkpoint':
      return [words.noCheckpoint, REFUSAL_WORDS[facts.refused.code][lang]];
    case 'no-proof':
      return [words.noProof];
    case 'memory-unreadable':
      return [words.stateUnreadable(facts.file)];
    case 'memory-damaged':
      return [words.stateDamaged(facts.file), REFUSAL_WORDS[facts.refused.code][lang]];
    case 'memory-shared':
      return [words.stateShared(facts.file)];
    case 'memory-unwritable':
      return [words.stateUnwritable(facts.folder)];
  }
}

/** What contradicts the log, and where the evidence lies. */
export const contradictionWords = (alarm: Alarm, desk: Desk): readonly string[] => [
  contradicted(alarm, desk),
  desk.words.evidenceIn(alarm.evidence),
];

function contradicted({ contradiction: found }: Alarm, { words }: Desk): string {
  switch (found.code) {
    case 'shrunk':
      return words.shrunk(found.seen, found.shown);
    case 'forked':
      return words.forked(found.size);
    case 'other-log':
      return words.otherLog(found.shown, found.log);
    case 'other-key':
      return words.notOfThisKey;
  }
}
