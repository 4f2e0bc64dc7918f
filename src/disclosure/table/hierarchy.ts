/** One dimension of a table: a tree of codes below a total, in which a node with one child is that child. */
import { codeKey } from './code-text.ts';
import { UnsoundTable, type TableFault } from './table-record.ts';

/** Stands for all codes of a column. */
export const TOTAL = 'Total';

/** Whether people would take a code for it. */
export const isReadAsTotal = (code: string): boolean => codeKey(code) === TOTAL.toLowerCase();

/**
 * A hierarchy is one dimension of a table.
 *
 * columns  names of the levels, coarsest first; a flat dimension has one
 * paths    codes of each node, one per column, TOTAL below its own level. Node 0 is the top; parents stand
 *          before their children, siblings in the order of their codes. A node with one child has the path
 *          of that child. A code with nothing below it may stand at any level.
 * parent   of each node, -1 for the top
 * leafOf   node of each record
 */
export interface Hierarchy {
  readonly columns: readonly string[];
  readonly paths: readonly (readonly string[])[];
  readonly parent: Int32Array;
  readonly leafOf: Int32Array;
}

interface Branch {
  readonly code: string;
  readonly above: Branch | undefined;
  readonly below: Branch[];
  /** The first record that ends here though there are finer levels. */
  endsHere: number | undefined;
  node: number;
}

/**
 * Builds the tree of one dimension from the codes of the records.
 *
 * rows     codes of each record over all dimensions
 * from     place of the first of these columns in a row
 * throws   UnsoundTable where a code is missing, is TOTAL, stands under two codes, or beside its own parts
 * cost     one look-up per code, and sorting the different codes
 */
export function hierarchyOf(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  from: number,
): Hierarchy {
  const top: Branch = { code: TOTAL, above: undefined, below: [], endsHere: undefined, node: 0 };
  const levels = columns.map(() => new Map<string, Branch>());
  const leaves = rows.map((row, record) => {
    const codes = row.slice(from, from + columns.length);
    const depth = codes.findLastIndex((code) => code !== '') + 1;
    let branch = top;
    for (let level = 0; level < Math.max(depth, 1); level++) {
      branch = step(levels[level]!, branch, codes[level]!, (fault) => {
        throw new UnsoundTable(
          fault,
          record,
          [columns[level]!, codes[level]!].filter((name) => name !== ''),
        );
      });
    }
    if (depth < columns.length) branch.endsHere ??= record;
    return branch;
  });
  for (const branch of levels.flatMap((known) => [...known.values()])) {
    if (branch.endsHere !== undefined && branch.below.length > 0)
      throw new UnsoundTable('partBeside', branch.endsHere, [branch.code]);
  }
  const paths: string[][] = [];
  const parent: number[] = [];
  number(top, [], -1);
  return {
    columns,
    paths,
    parent: Int32Array.from(parent),
    leafOf: Int32Array.from(leaves, ({ node }) => node),
  };

  function number(given: Branch, path: readonly string[], above: number): void {
    let branch = given;
    let codes = path;
    for (let [only, other] = branch.below; only && !other; [only, other] = branch.below) {
      branch = only;
      codes = [...codes, only.code];
    }
    branch.node = paths.length;
    paths.push(columns.map((_, level) => codes[level] ?? TOTAL));
    parent.push(above);
    const { node } = branch;
    branch.below.sort((one, other) => (one.code < other.code ? -1 : 1));
    for (const child of branch.below) number(child, [...codes, child.code], node);
  }
}

/** The branch of that code, new where the code is. */
function step(
  known: Map<string, Branch>,
  above: Branch,
  code: string,
  refuse: (fault: TableFault) => never,
): Branch {
  const found = known.get(code);
  if (found) return found.above === above ? found : refuse('twoParents');
  if (code === '') refuse('noCode');
  if (isReadAsTotal(code)) refuse('reserved');
  const branch: Branch = { code, above, below: [], endsHere: undefined, node: -1 };
  known.set(code, branch);
  above.below.push(branch);
  return branch;
}
