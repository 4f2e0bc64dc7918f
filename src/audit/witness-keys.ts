/** The keys whose cosignatures count, as the operator has put them into a file. */
import type { InBoth } from '../foundation/language.ts';
import { UnusableSettings } from '../foundation/settings.ts';
import { parseVerifierKey, type VerifierKey } from '../merkle/keys.ts';
import { Refused } from '../merkle/refused.ts';
import { REFUSAL_WORDS } from '../verifier/refusal-words.ts';
import { sha256 } from '../access/log-crypto.ts';

/** Of C2SP verifier keys, one a line. Throws UnusableSettings with a sentence for each line that is none. */
export function witnessKeys(lines: readonly string[]): VerifierKey[] {
  const faults: InBoth[] = [];
  const names = new Set<string>();
  const keys = lines.flatMap((line, at) => {
    const fault = (why: InBoth): [] => {
      faults.push({
        de: `Schlüssel ${at + 1} in der Datei, die KANON_WITNESSES nennt, ist nicht zu gebrauchen: ${why.de}`,
        en: `Key ${at + 1} in the file that KANON_WITNESSES names cannot be used: ${why.en}`,
      });
      return [];
    };
    try {
      const key = parseVerifierKey(sha256, line);
      if (key.type !== 'witness') return fault(OF_A_LOG);
      if (names.has(key.name)) return fault(SAME_NAME);
      names.add(key.name);
      return [key];
    } catch (error) {
      if (error instanceof Refused) return fault(REFUSAL_WORDS[error.code]);
      throw error;
    }
  });
  if (faults.length > 0) throw new UnusableSettings(faults);
  return keys;
}

const OF_A_LOG: InBoth = {
  de: 'er gehört einem Protokoll, keinem Zeugen.',
  en: 'it is the key of a log, not of a witness.',
};
const SAME_NAME: InBoth = {
  de: 'ein anderer heißt genauso.',
  en: 'another one has the same name.',
};
