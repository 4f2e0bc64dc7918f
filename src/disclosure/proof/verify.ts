/** Verification: checks a published table by its certificate and proof, by adding integers, without a solver or trust in anybody. */
import type { Certificate, Proof } from './certificate.ts';
import {
  type CertificateFinding,
  certificateFinding,
  type CertificateFindingCode,
} from './certificate-finding.ts';
import { Misfit, type Model, modelOf, type ProvenTable } from './verify-model.ts';

/** A certified table: the certificate with the table and proof to check; the caller takes the digests, SHA-256 in hex. */
export interface Certified extends ProvenTable {
  readonly certificate: Certificate;
  /** Of the published bytes. */
  readonly publishedDigest: string;
  /** Of `proofText`. */
  readonly proofDigest: string;
}

/** More findings than these say nothing new. */
const MOST_FINDINGS = 50;
/** One suppressed cell may stand in so many relations, which keeps the work linear in the size of the proof. */
const MOST_RELATIONS = 256;

/**
 * Verifies that each suppressed cell has two feasible tables that differ there by the width. The public lower bound of a
 * suppressed cell is `least`, or else the one that the certificate promises; a proof whose domains go below it is refused.
 * In a certificate that was read from a file the bound is 0 or more.
 *
 * returns  at most 50 findings; if there are none, the table is the certified one, and the proof holds
 * throws   nothing
 * cost     linear in table, relations and moves (an entry of a move takes as long as its cell has relations)
 */
export function verifyProof(certified: Certified): CertificateFinding[] {
  const { certificate, proof, table } = certified;
  const found: CertificateFinding[] = [];
  const wrong: Report = (pointer, code) => {
    if (found.length < MOST_FINDINGS) found.push(certificateFinding(pointer, code));
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

type Report = (pointer: string, code: CertificateFindingCode) => void;

class ProofCheck {
  /** These are the smallest and largest value of each suppressed cell in the feasible tables seen. */
  private readonly lowest: Float64Array;
  private readonly highest: Float64Array;
  /** Each suppressed cell has its relations, r for a part and -r - 1 for a total, and its pairs. */
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

  /** Returns the value of a cell in the base table. */
  private baseOf(cell: number): number {
    const at = this.model.suppressed[cell]!;
    return at < 0 ? this.model.value[cell]! : this.proof.base[at]!;
  }

  private checkRelation(relation: number): void {
    let sum = 0;
    let exact = true;
    for (const [at, cell] of this.model.relations[relation]!.entries()) {
      const suppressed = this.model.suppressed[cell]!;
      if (suppressed >= 0) this.relationsOf[suppressed]!.push(at === 0 ? -relation - 1 : relation);
      sum += at === 0 ? -this.baseOf(cell) : this.baseOf(cell);
      exact &&= Number.isSafeInteger(sum);
    }
    if (sum !== 0 || !exact) this.wrong(this.nameOf(relation), 'does-not-add-up');
  }

  private checkPair(pair: number): void {
    for (const cell of this.model.pairs[pair]!) {
      const suppressed = this.model.suppressed[cell]!;
      if (suppressed >= 0) this.pairsOf[suppressed]!.push(pair);
    }
    if (this.isAbove(pair, (cell) => this.baseOf(cell)))
      this.wrong(`proof/atMost/${pair}`, 'above-its-larger');
  }

  private isAbove(pair: number, valueOf: (cell: number) => number): boolean {
    const [smaller, larger] = this.model.pairs[pair]!;
    return valueOf(smaller) > valueOf(larger);
  }

  /** Checks that base and move together are a feasible table; only cells and relations that the move touches matter. */
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
    const valueOf = (cell: number): number => values.get(this.model.suppressed[cell]!) ?? this.baseOf(cell);
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

  /** Returns the pointer of a relation: those after the relations of the proof were read off the table. */
  private nameOf(relation: number): string {
    const own = this.proof.relations.length;
    return relation < own ? `proof/relations/${relation}` : `table/sums/${relation - own}`;
  }
}
