/** A tree whose nodes are kept in memory, grown in batches of any size; counts how often it is read. */
import { append, type Edge, EMPTY_EDGE } from '../../src/merkle/edge.ts';
import type { HashReader } from '../../src/merkle/prove.ts';
import type { TreeNode } from '../../src/merkle/tree.ts';
import { sha256 } from './primitives.ts';

const nameOf = ({ level, index }: TreeNode): string => `${level}/${index}`;

export class KeptTree implements HashReader {
  edge: Edge = EMPTY_EDGE;
  readonly nodes = new Map<string, Uint8Array>();
  reads = 0;
  hashesRead = 0;

  grow(leaves: readonly Uint8Array[]): this {
    const { edge, nodes } = append(sha256, this.edge, leaves);
    for (const node of nodes) {
      if (this.nodes.has(nameOf(node))) throw new Error(`node ${nameOf(node)} was given twice`);
      this.nodes.set(nameOf(node), node.hash);
    }
    this.edge = edge;
    return this;
  }

  async readHashes(nodes: readonly TreeNode[]): Promise<Uint8Array[]> {
    this.reads++;
    this.hashesRead += nodes.length;
    return nodes.map((node) => {
      const hash = this.nodes.get(nameOf(node));
      if (!hash) throw new Error(`node ${nameOf(node)} is not kept`);
      return hash;
    });
  }
}
