/** The keys whose cosignatures count, as the operator has put them into a file. */
import { SettingsFault } from '../foundation/settings.ts';
import { parseVerifierKey, type VerifierKey } from '../merkle/keys.ts';
import { Refused } from '../merkle/refused.ts';
import { sha256 } from '../access/log-crypto.ts';

/** Of C2SP verifier keys, one a line. Throws SettingsFault with a sentence for each line that is none. */
export function witnessKeys(lines: readonly string[]): VerifierKey[] {
  const faults: string[] = [];
  const names = new Set<string>();
  const keys = lines.flatMap((line, at) => {
    const fault = (why: string): [] => {
      faults.push(`Key ${at + 1} in the file that KANON_WITNESSES names cannot be used: ${why}`);
      return [];
    };
    try {
      const key = parseVerifierKey(sha256, line);
      if (key.type !== 'witness') return fault('it is the key of a log, not of a witness.');
      if (names.has(key.name)) return fault('another one has the same name.');
      names.add(key.name);
      return [key];
    } catch (error) {
      if (error instanceof Refused) return fault(error.message);
      throw error;
    }
  });
  if (faults.length > 0) throw new SettingsFault(faults);
  return keys;
}
