/** Lists that the service gives a page at a time, asked for to their end. */

/** One page, and what the next one is asked for by; null on the last one. */
interface PageOf<Line> {
  readonly lines: readonly Line[];
  readonly next: string | null;
}

/**
 * ask  asks for the page after what the last one told, for the first one after undefined
 */
export async function everyPage<Line>(
  ask: (after: string | undefined) => Promise<PageOf<Line>>,
): Promise<Line[]> {
  const all: Line[] = [];
  let after: string | undefined;
  do {
    const { lines, next } = await ask(after);
    all.push(...lines);
    after = next ?? undefined;
  } while (after !== undefined);
  return all;
}
