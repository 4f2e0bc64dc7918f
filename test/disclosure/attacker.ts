/** An attacker who holds published figures only and asks a solver of his own for the ends of each suppressed cell. */
import highsLoader from 'highs';

/** What he knows. Cells are words. */
export interface Knowledge {
  /** Null where suppressed. */
  readonly shown: Readonly<Record<string, number | null>>;
  /** Total first. */
  readonly sums: readonly (readonly string[])[];
  /** The first is never above the second. */
  readonly pairs?: readonly (readonly [string, string])[];
  /** Ends of a suppressed cell that he knows beforehand. */
  readonly domain: (cell: string) => readonly [number, number];
}

export type Ends = Readonly<Record<string, readonly [number, number]>>;

// The package declares itself CommonJS to the compiler, but Node is given its ES module.
const highs = await (highsLoader as unknown as typeof highsLoader.default)();

/** Smallest and largest whole value of every suppressed cell. Throws where nothing fits. */
export function endsOf(knowledge: Knowledge, whole = true): Ends {
  const suppressed = Object.keys(knowledge.shown).filter((cell) => knowledge.shown[cell] === null);
  const name = new Map(suppressed.map((cell, at) => [cell, `h${at}`]));
  const rows: string[] = [];
  /** Writes Σ sign · cell; what is open goes to the right. */
  const row = (terms: readonly (readonly [string, number])[], relation: string): void => {
    const left = terms.filter(([cell]) => name.has(cell));
    const open = terms.reduce((sum, [cell, sign]) => sum + sign * (knowledge.shown[cell] ?? 0), 0);
    if (left.length === 0) return;
    const words = left.map(([cell, sign]) => `${sign < 0 ? '-' : '+'} ${name.get(cell)}`);
    rows.push(` r${rows.length}: ${words.join(' ')} ${relation} ${-open}`);
  };
  for (const [total, ...parts] of knowledge.sums)
    row([...parts.map((part) => [part, 1] as const), [total!, -1]], '=');
  for (const [smaller, larger] of knowledge.pairs ?? []) row([[smaller, 1], [larger, -1]], '<='); // prettier-ignore
  const bounds = suppressed.map((cell) => {
    const [low, high] = knowledge.domain(cell);
    return ` ${low} <= ${name.get(cell)} <= ${high}`;
  });
  const general = whole ? ['General', ` ${[...name.values()].join(' ')}`] : [];
  const end = (cell: string, goal: string): number => {
    const model = [
      goal,
      ` obj: ${name.get(cell)}`,
      'Subject To',
      ...rows,
      'Bounds',
      ...bounds,
      ...general,
      'End',
    ];
    // With presolve HiGHS 1.15.3 calls a value optimal that a table in hand exceeds.
    const { Status, ObjectiveValue } = highs.solve(model.join('\n'), { presolve: 'off' });
    if (Status !== 'Optimal') throw new Error(`the attacker finds no table: ${Status}`);
    return whole ? Math.round(ObjectiveValue) : ObjectiveValue;
  };
  return Object.fromEntries(suppressed.map((cell) => [cell, [end(cell, 'Minimize'), end(cell, 'Maximize')]]));
}

/** Returns the suppressed cells whose interval is shorter than the width to him. */
export const leaks = (knowledge: Knowledge, width: number, whole = true): string[] =>
  Object.entries(endsOf(knowledge, whole)).flatMap(([cell, [low, high]]) =>
    high - low < width ? [cell] : [],
  );
