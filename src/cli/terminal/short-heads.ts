/** Heads of columns: codes cut short, and never so short that two of them look the same. */

/**
 * The shortest beginning of each code, of `least` characters or more, that no other code begins with.
 *
 * codes    distinct
 * returns  by code; the whole code where another one goes on from it
 */
export function shortHeads(codes: readonly string[], least: number): ReadonlyMap<string, string> {
  const headOf = (code: string): string => {
    for (let length = least; length < code.length; length++) {
      const head = code.slice(0, length);
      if (!codes.some((other) => other !== code && other.startsWith(head))) return head;
    }
    return code;
  };
  return new Map(codes.map((code) => [code, headOf(code)]));
}
