/** Checks a published table by its proof: plain addition of whole numbers, no solver, nobody to be trusted. */
import type { Certificate, Proof } from './certificate.ts';
import { type CertificateFinding, finding, type FindingCode } from './certificate-finding.ts';
import { Misfit, type Model, modelOf, type ProvenTable } from './verify-model.ts';

/** What is to be checked; digests are SHA-256 in hex, taken by the caller. */
export interface Certified extends ProvenTable {
  readonly certificate: Certificate;
  /** Of the published bytes. */
  readonly publishedDigest: string;
  /** Of `proofText`. */
  readonly proofDigest: string;
}

/** More findings than these tell nothing new. */
const MOST_FINDINGS = 50;
/** Relations of one hidden cell; keeps the work linear in the size of the proof. */
const MOST_RELATIONS = 256;

/**
 * Whether each hidden cell has two whole tables that fit everything published and differ there by the width.
 * What everybody knows of a hidden cell is `least`, or else what the certificate promises; a proof that
 * reckons with less is refused. In a certificate that was read from a file it is 0 or more.
 *
 * returns  what is wrong, at most 50 findings; none: the table is what was certified, and the proof holds
 * throws   nothing
 * cost     linear in table, relations and moves (an entry of a move takes as long as its cell has relations)
 */
export function verify(certified: Certified): CertificateFinding[] {
  const { certificate, proof, table } = certified;
  const found: CertificateFinding[] = [];
  const wrong: Report = (pointer, code) => {
    if (found.length < MOST_FINDINGS) found.push(finding(pointer, code));
  };
  if (certificate.publishedDigest !== certified.publishedDigest)
    wrong('certificate/publishedDigest', 'other-table');
  if (certificate.proofDigest !== certified.proofDigest) wrong('certificate/proofDigest', 'other-proof');
  if (certificate.width !== proof.width) wrong('proof/width', 'other-width');
  if (certificate.hiddenCells !== table.filter((value) => value === null).length)
    wrong('certificate/hiddenCells', 'other-number-hidden');
  try {
    const least = certified.least ?? table.map(() => certificate.hiddenAtLeast);
    new ProofCheck(modelOf({ ...certified, least }), proof, wrong).run();
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    wrong(error.pointer, error.code);
  }
  return found;
}

type Report = (pointer: string, code: FindingCode) => void;

class ProofCheck {
  /** Smallest and largest value seen of each hidden cell in a table that fits. */
  private readonly lowest: Float64Array;
  private readonly highest: Float64Array;
  /** Per hidden cell: relations it stands in, r for a part and -r - 1 for a total; and its pairs. */
  private readonly relationsOf: number[][];
  private readonly pairsOf: number[][];

  constructor(
    private readonly model: Model,
    private readonly proof: Proof,
    private readonly wrong: Report,
  ) {
    this.lowest = Float64Array.from(proof.base);
    this.highest = this.lowest.slice();
    this.relationsOf = proof.base.map(() => []);
    this.pairsOf = proof.base.map(() => []);
  }

  run(): void {
    this.checkDomain();
    this.model.relations.forEach((_, relation) => this.checkRelation(relation));
    this.model.pairs.forEach((_, pair) => this.checkPair(pair));
    this.relationsOf.forEach((list, at) => {
      if (list.length + this.pairsOf[at]!.length > MOST_RELATIONS)
        this.wrong(`proof/base/${at}`, 'too-many-relations');
    });
    if (this.relationsOf.every((list, at) => list.length + this.pairsOf[at]!.length <= MOST_RELATIONS))
      this.proof.moves.forEach((_, move) => this.checkMove(move));
    this.checkWidths();
  }

  private checkDomain(): void {
    const { lower, upper, least, place } = this.model;
    lower.forEach((end, at) => {
      if (!(end >= least[at]!)) this.wrong(`table/${place[at]!}`, 'domain-too-wide');
    });
    this.proof.base.forEach((value, at) => {
      if (!(lower[at]! <= value && value <= upper[at]!)) this.wrong(`proof/base/${at}`, 'outside-domain');
    });
  }

  /** Value of a cell in the base table. */
  private baseOf(cell: number): number {
    const at = this.model.hidden[cell]!;
    return at < 0 ? this.model.value[cell]! : this.proof.base[at]!;
  }

  private checkRelation(relation: number): void {
    let sum = 0;
    let exact = true;
    for (const [at, cell] of this.model.relations[relation]!.entries()) {
      const hidden = this.model.hidden[cell]!;
      if (hidden >= 0) this.relationsOf[hidden]!.push(at === 0 ? -relation - 1 : relation);
      sum += at === 0 ? -this.baseOf(cell) : this.baseOf(cell);
      exact &&= Number.isSafeInteger(sum);
    }
    if (sum !== 0 || !exact) this.wrong(this.nameOf(relation), 'does-not-add-up');
  }

  private checkPair(pair: number): void {
    for (const cell of this.model.pairs[pair]!) {
      const hidden = this.model.hidden[cell]!;
      if (hidden >= 0) this.pairsOf[hidden]!.push(pair);
    }
    if (this.isAbove(pair, (cell) => this.baseOf(cell)))
      this.wrong(`proof/atMost/${pair}`, 'above-its-larger');
  }

  private isAbove(pair: number, valueOf: (cell: number) => number): boolean {
    const [smaller, larger] = this.model.pairs[pair]!;
    return valueOf(smaller) > valueOf(larger);
  }

  /** Base and move together are a table that fits; only what the move touches has to be looked at. */
  private checkMove(move: number): void {
    const entries = this.proof.moves[move]!;
    const where = `proof/moves/${move}`;
    const values = new Map<number, number>();
    const sums = new Map<number, number>();
    let last = -1;
    for (let at = 0; at < entries.length; at += 2) {
      const cell = entries[at]!;
      const base = this.proof.base[cell];
      if (base === undefined) return this.wrong(`${where}/${at}`, 'no-such-cell');
      if (cell <= last) return this.wrong(`${where}/${at}`, 'not-ascending');
      last = cell;
      const change = entries[at + 1]!;
      const value = base + change;
      if (
        !(this.model.lower[cell]! <= value && value <= this.model.upper[cell]!) ||
        !Number.isSafeInteger(value)
      )
        return this.wrong(`${where}/${at}`, 'outside-domain');
      values.set(cell, value);
      for (const signed of this.relationsOf[cell]!) {
        const relation = signed < 0 ? -signed - 1 : signed;
        const sum = (sums.get(relation) ?? 0) + (signed < 0 ? -change : change);
        if (!Number.isSafeInteger(sum)) return this.wrong(where, 'does-not-add-up');
        sums.set(relation, sum);
      }
    }
    for (const sum of sums.values()) if (sum !== 0) return this.wrong(where, 'does-not-add-up');
    const valueOf = (cell: number): number => values.get(this.model.hidden[cell]!) ?? this.baseOf(cell);
    for (const cell of values.keys()) {
      for (const pair of this.pairsOf[cell]!)
        if (this.isAbove(pair, valueOf)) return this.wrong(where, 'above-its-larger');
    }
    for (const [cell, value] of values) {
      this.lowest[cell] = Math.min(this.lowest[cell]!, value);
      this.highest[cell] = Math.max(this.highest[cell]!, value);
    }
  }

  private checkWidths(): void {
    this.model.place.forEach((place, at) => {
      if (this.highest[at]! - this.lowest[at]! < this.proof.width)
        this.wrong(`table/${place}`, 'told-too-closely');
    });
  }

  /** Relations behind those of the proof were read off the table. */
  private nameOf(relation: number): string {
    const own = this.proof.relations.length;
    return relation < own ? `proof/relations/${relation}` : `table/sums/${relation - own}`;
  }
}
