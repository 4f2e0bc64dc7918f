/** The additive relations of a published cross table, read off its rows alone, without anything that a proof names. */
import { type CertificateFinding, certificateFinding } from './certificate-finding.ts';
import { TOTAL } from '../table/hierarchy.ts';

/** A node of one dimension. */
interface Node {
  readonly path: readonly string[];
  /** The nearest node above that has rows; undefined for the top. */
  readonly above: string | undefined;
  readonly below: string[];
}

const keyOf = (path: readonly string[]): string => JSON.stringify(path);

/**
 * Reads the additive relations of a cross table off its rows. Each dimension is one tree below its top, and each node of it
 * is crossed with each node of the others, once.
 *
 * dimensions  places of the columns of each, coarsest first; every column stands in one
 * rows        codes of each row, TOTAL at margins
 * returns     rows that add up, total first; or the first thing that is wrong
 * cost        linear in rows and dimensions
 */
export function crossSums(
  dimensions: readonly (readonly number[])[],
  rows: readonly (readonly string[])[],
): { sums: number[][] } | CertificateFinding {
  const trees: Map<string, Node>[] = [];
  for (const columns of dimensions) {
    const tree = treeOf(columns, rows);
    if ('code' in tree) return tree;
    trees.push(tree.nodes);
  }
  const cellOf = (row: readonly string[]): string[] =>
    dimensions.map((columns) => keyOf(columns.map((column) => row[column]!)));
  const rowAt = new Map<string, number>();
  for (const [at, row] of rows.entries()) {
    const key = keyOf(cellOf(row));
    if (rowAt.has(key)) return certificateFinding(`table/${at}`, 'row-twice');
    rowAt.set(key, at);
  }
  if (trees.reduce((product, tree) => product * tree.size, 1) !== rows.length)
    return certificateFinding('table', 'rows-missing');
  const sums: number[][] = [];
  for (const [at, row] of rows.entries()) {
    const cell = cellOf(row);
    for (const [dimension, tree] of trees.entries()) {
      const { below } = tree.get(cell[dimension]!)!;
      if (below.length > 0)
        sums.push([at, ...below.map((part) => rowAt.get(keyOf(cell.with(dimension, part)))!)]);
    }
  }
  return { sums };
}

function treeOf(
  columns: readonly number[],
  rows: readonly (readonly string[])[],
): { nodes: Map<string, Node> } | CertificateFinding {
  const paths = new Map<string, { path: string[]; row: number }>();
  rows.forEach((row, at) => {
    const path = columns.map((column) => row[column]!);
    if (!paths.has(keyOf(path))) paths.set(keyOf(path), { path, row: at });
  });
  const nodes = new Map<string, Node>();
  for (const [key, { path, row }] of paths) {
    const depth = path.findLastIndex((code) => code !== TOTAL) + 1;
    if (path.slice(0, depth).some((code) => code === TOTAL || code === ''))
      return certificateFinding(`table/${row}`, 'no-tree');
    let above: string | undefined;
    for (let cut = depth - 1; cut >= 0 && above === undefined; cut--) {
      const higher = keyOf(path.map((code, level) => (level < cut ? code : TOTAL)));
      if (paths.has(higher)) above = higher;
    }
    if (above === undefined && paths.size > 1 && depth > 0)
      return certificateFinding(`table/${row}`, 'no-tree');
    nodes.set(key, { path, above, below: [] });
  }
  for (const [key, { above }] of nodes) if (above !== undefined) nodes.get(above)!.below.push(key);
  return { nodes };
}
