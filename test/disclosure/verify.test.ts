/** The verifier, beside a second checker that was written from the documentation alone. */
import { createHash } from 'node:crypto';
import { audit, type Audit } from '../../src/disclosure/audit/audit.ts';
import { proofText, prove } from '../../src/disclosure/proof/certificate.ts';
import type { ProtectionProblem } from '../../src/disclosure/problem/problem.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';
import { isFinding } from '../../src/disclosure/proof/read-certificate.ts';
import type { Solver } from '../../src/disclosure/program/solver.ts';
import { NoSafePattern, suppress } from '../../src/disclosure/search/suppress.ts';
import { verifyProof } from '../../src/disclosure/proof/verify.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { certificateFile, placesOfCsv, readCertificateFile } from '../../src/cli/files/certificate-file.ts';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import { exampleProblem } from './certificate-example.ts';
import { check } from './independent-checker.ts';
import { die, randomProblem, SHAPES } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260404);
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

interface Files {
  readonly table: string;
  readonly certificate: string;
}

/** Table and certificate as `kanon protect` writes them. */
function filesOf(
  problem: ProtectionProblem,
  suppressed: Uint8Array,
  width: number,
  found: Pick<Audit, 'safe' | 'witnesses'> = audit(eraseSuppressed(problem, suppressed), width, solver),
): Files {
  const lines = [...problem.values].map((value, cell) =>
    suppressed[cell] === 1 ? `c${cell},,hidden` : `c${cell},${value},open`,
  );
  const table = `cell,value,status\n${lines.join('\n')}\n`;
  const published = eraseSuppressed(problem, suppressed);
  const proof = prove(published, found, width, Int32Array.from(suppressed.keys()));
  const hiddenAtLeast = Math.min(...problem.lower);
  const statement = {
    attackers: ['knows all open cells'],
    notCovered: ['insiders'],
    hiddenAtLeast,
    dimensions: [],
  };
  return { table, certificate: certificateFile(Buffer.from(table), proof, statement) };
}

/** The example of docs/certificate.md, with the tables that stand there. */
function example(): Files {
  const suppressed = Uint8Array.from([1, 1, 0, 1, 1, 0, 0, 0, 0]);
  const cells = Int32Array.from([0, 1, 3, 4]);
  const witnesses = [
    [1, 11, 10, 4],
    [5, 7, 6, 8],
  ].map((values) => ({ cells, values: Float64Array.from(values) }));
  return filesOf(exampleProblem(), suppressed, 4, { safe: true, witnesses });
}

/** What our own verifier says: codes with their places. */
function findings({ table, certificate }: Files): string[] {
  const bytes = Buffer.from(table);
  const read = readCertificateFile(certificate);
  if (isFinding(read)) return [`${read.code} ${read.pointer}`];
  const places = placesOfCsv(bytes);
  if (!places) return ['no table'];
  const digest = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
  return verifyProof({
    ...read,
    table: places,
    publishedDigest: digest(bytes),
    proofDigest: digest(proofText(read.proof)),
  }).map(({ code, pointer }) => `${code} ${pointer}`);
}

/** Changes parsed certificate files, and by default puts the digests right, so that the deeper checks must speak. */
function changed(files: Files, change: (file: any) => void, table = files.table): Files {
  const file = JSON.parse(files.certificate);
  change(file);
  const digest = (data: string): string => createHash('sha256').update(data).digest('hex');
  file.certificate.publishedDigest = digest(table);
  file.certificate.proofDigest = digest(canonicalJson(file.proof));
  return { table, certificate: canonicalJson(file) };
}

describe('a verifier', () => {
  test('finds nothing wrong with what the engine certifies, and neither does the second checker', () => {
    const random = die(SEED);
    let held = 0;
    for (let round = 0; round < 100; round++) {
      const problem = randomProblem(random, SHAPES[round % SHAPES.length]!);
      const width = 1 + (round % 2);
      const files = certified(problem, width);
      if (!files) continue;
      expect(findings(files)).toEqual([]);
      expect(check(files.table, files.certificate)).toEqual([]);
      held++;
    }
    expect(held).toBeGreaterThan(40);
  });

  test('agrees with the second checker on thousands of damaged files', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED + 1);
    const seen = { refused: 0, harmless: 0 };
    const sound: Files[] = [example()];
    for (let tries = 0; sound.length < 12; tries++) {
      expect(tries).toBeLessThan(100);
      const files = certified(randomProblem(random, SHAPES[sound.length % SHAPES.length]!), 1);
      if (files) sound.push(files);
    }
    for (let round = 0; round < 3000; round++) {
      const files = sound[round % sound.length]!;
      const inTable = random() < 0.3;
      const bad = inTable
        ? { ...files, table: damaged(files.table, random) }
        : { ...files, certificate: damaged(files.certificate, random) };
      const ours = findings(bad);
      const theirs = check(bad.table, bad.certificate);
      expect([ours.length > 0, ours, theirs]).toEqual([theirs.length > 0, ours, theirs]);
      seen[ours.length > 0 ? 'refused' : 'harmless']++;
      // What is not refused differs in a statement of the certificate only.
      if (ours.length === 0 && bad.certificate !== files.certificate) {
        const [before, after] = [files.certificate, bad.certificate].map((text) => {
          const { certificate, proof } = JSON.parse(text);
          const { format, hiddenCells, width, publishedDigest, proofDigest } = certificate;
          return { format, hiddenCells, width, publishedDigest, proofDigest, proof };
        });
        expect(after).toEqual(before);
      }
    }
    console.log(seen);
    expect(seen.refused).toBeGreaterThan(2000);
  });

  test('agrees with it too where the digests were put right again', () => {
    const random = die(SEED + 2);
    const seen = { refused: 0, held: 0 };
    for (let round = 0; round < 1500; round++) {
      const bad = changed(example(), ({ proof }) => damageNumber(proof, random));
      const ours = findings(bad);
      const theirs = check(bad.table, bad.certificate);
      expect([ours.length > 0, ours, theirs]).toEqual([theirs.length > 0, ours, theirs]);
      seen[ours.length > 0 ? 'refused' : 'held']++;
    }
    console.log(seen);
    expect(seen.refused).toBeGreaterThan(700);
  });

  const sabotaged: [string, (file: any) => void, string][] = [
    ['a base outside the domain', ({ proof }) => (proof.base[0] = 0), 'outside-domain proof/base/0'],
    ['a base that does not add up', ({ proof }) => proof.base[0]++, 'does-not-add-up proof/relations/0'],
    ['a move that does not add up', ({ proof }) => proof.moves[0][1]++, 'does-not-add-up proof/moves/0'],
    ['a move that leaves the domain', ({ proof }) => (proof.moves[0] = [0, -1, 1, 1, 2, 1, 3, -1]), 'outside-domain proof/moves/0/0'],
    ['a move out of order', ({ proof }) => (proof.moves[0] = [1, -4, 0, 4, 2, -4, 3, 4]), 'not-ascending proof/moves/0/2'],
    ['tables too close together', ({ proof }) => (proof.moves[0] = [0, 3, 1, -3, 2, -3, 3, 3]), 'told-too-closely table/0'],
    ['no second table at all', ({ proof }) => (proof.moves = []), 'told-too-closely table/0'],
    ['a smaller width than certified', ({ proof }) => (proof.width = 1), 'other-width proof/width'],
    ['another number of suppressed cells', ({ certificate }) => certificate.hiddenCells++, 'other-number-hidden certificate/hiddenCells'],
    ['a pair that the move breaks', ({ proof }) => proof.atMost.push([4, 1]), 'above-its-larger proof/moves/0'],
    ['a pair that the base breaks', ({ proof }) => proof.atMost.push([1, 0]), 'above-its-larger proof/atMost/0'],
    ['a relation of cells that are not there', ({ proof }) => proof.relations.push([9, 0]), 'no-such-cell proof/relations/6'],
    ['a place for too few cells', ({ proof }) => (proof.positions = [[0, 8]]), 'places-do-not-match proof/positions'],
    ['a cell too many', ({ proof }) => (proof.positions = [[1, 9]]), 'no-such-cell proof/positions'],
    ['a suppressed place that is no cell', ({ proof }) => (proof.positions = [[-1, 9]]), 'hidden-outside table/0'],
    ['a base for other cells', ({ proof }) => proof.base.pop(), 'lengths-differ proof/base'],
    ['domains of other cells', ({ proof }) => (proof.domains[0][0] = 2 ** 50), 'lengths-differ proof/domains'],
    ['open cells that do not add up', ({ proof }) => proof.relations.push([2, 5]), 'does-not-add-up proof/relations/6'],
    ['one cell at two places that differ', ({ proof }) => (proof.positions = [[0, 8], [7, 1]]), 'told-twice table/8'],
  ]; // prettier-ignore
  test.each(sabotaged)('finds %s', (_, change, code) => {
    const bad = changed(example(), change);
    expect(findings(bad)).toContain(code);
    expect(check(bad.table, bad.certificate)).not.toEqual([]);
  });

  test.each([
    ['an unknown field', (file: any) => (file.proof.bounds = []), 'wrong-shape proof'],
    ['a fraction', (file: any) => (file.proof.base[0] = 1.5), 'wrong-shape proof/base/0'],
    [
      'a number beyond the whole ones',
      (file: any) => (file.proof.base[0] = 2 ** 53),
      'wrong-shape proof/base/0',
    ],
    ['a word for a number', (file: any) => (file.proof.width = '4'), 'wrong-shape proof/width'],
    ['a missing field', (file: any) => delete file.proof.atMost, 'wrong-shape proof/atMost'],
    ['a list of another kind', (file: any) => (file.proof.moves = [[0]]), 'wrong-shape proof/moves/0'],
    ['another version', (file: any) => (file.proof.format = 'kanon-proof/2'), 'wrong-shape proof/format'],
    [
      'a domain upside down',
      (file: any) => (file.proof.domains = [[4, 9, 3]]),
      'outside-domain proof/base/0',
    ],
    ['a certificate beside the other', (file: any) => (file.more = 1), 'wrong-shape /'],
  ])('refuses %s', (_, change, code) => {
    const bad = changed(example(), change);
    expect(findings(bad)).toContain(code);
    expect(check(bad.table, bad.certificate)).not.toEqual([]);
  });

  test.each([
    ['a name twice', (text: string) => text.replace('"width":4}', '"width":4,"width":4}')],
    ['a space', (text: string) => text.replace(',', ', ')],
    ['an exponent', (text: string) => text.replace('"width":4', '"width":4e0')],
    ['minus zero', (text: string) => text.replace('[[0,9]]', '[[-0,9]]')],
    ['NaN', (text: string) => text.replace('"width":4', '"width":NaN')],
    ['half a file', (text: string) => text.slice(0, 100)],
    ['a hundred thousand brackets', () => '['.repeat(100_000)],
    ['a hundred thousand lists', () => '['.repeat(100_000) + ']'.repeat(100_000)],
    ['nothing', () => ''],
  ])('refuses %s, with a sentence', (_, change) => {
    const files = example();
    const bad = { ...files, certificate: change(files.certificate) };
    expect(findings(bad)[0]).toMatch(/^(not-json|not-canonical)/);
    expect(check(bad.table, bad.certificate)).not.toEqual([]);
  });

  test.each([
    ['another open value', (table: string) => table.replace('12,open', '13,open')],
    ['a suppressed cell shown', (table: string) => table.replace('c0,,hidden', 'c0,5,open')],
    ['an open cell suppressed', (table: string) => table.replace('c2,12,open', 'c2,,hidden')],
    ['a value beside a suppressed mark', (table: string) => table.replace('c0,,hidden', 'c0,5,hidden')],
    ['a line less', (table: string) => table.replace('c8,26,open\n', '')],
    ['another word in it', (table: string) => table.replace('c8', 'c9')],
  ])('notices in the table %s', (_, change) => {
    const files = example();
    const bad = { ...files, table: change(files.table) };
    expect(findings(bad)).not.toEqual([]);
    expect(check(bad.table, bad.certificate)).not.toEqual([]);
  });

  test('refuses a cell in so many relations that checking would not be linear', () => {
    const bad = changed(example(), ({ proof }) => {
      for (let more = 0; more < 300; more++) proof.relations.push([2, 0, 1]);
    });
    expect(findings(bad)).toContain('too-many-relations proof/base/0');
  });

  test('holds the proof against sums and pairs that the table itself says, whatever the proof names', () => {
    const files = example();
    const read = readCertificateFile(files.certificate);
    const table = placesOfCsv(Buffer.from(files.table));
    if (isFinding(read) || !table) throw new Error('unreadable');
    const { publishedDigest, proofDigest } = read.certificate;
    const certified = { ...read, table, publishedDigest, proofDigest };
    expect(verifyProof({ ...certified, sums: [[2, 0, 1]], pairs: [[0, 2]] })).toEqual([]);
    expect(verifyProof({ ...certified, sums: [[2, 0, 4]] }).map(({ pointer }) => pointer)).toContain(
      'table/sums/0',
    );
    expect(verifyProof({ ...certified, pairs: [[1, 0]] }).length).toBeGreaterThan(0);
  });
});

function certified(problem: ProtectionProblem, width: number): Files | undefined {
  try {
    const { suppressed } = suppress(problem, width, solver);
    return filesOf(problem, suppressed, width);
  } catch (error) {
    if (error instanceof NoSafePattern) return undefined;
    throw error;
  }
}

/** One to three characters replaced, cut out, doubled or swapped. */
function damaged(text: string, random: () => number): string {
  const below = (end: number): number => Math.floor(random() * end);
  let bad = text;
  for (let times = 1 + below(3); times > 0; times--) {
    const at = below(bad.length);
    const sign = '0123456789-,[]{}"ex.\n '[below(22)] ?? '';
    bad = [
      bad.slice(0, at) + sign + bad.slice(at + 1),
      bad.slice(0, at) + bad.slice(at + 1),
      bad.slice(0, at) + sign + bad.slice(at),
      bad.slice(0, at) + (bad[at + 1] ?? '') + (bad[at] ?? '') + bad.slice(at + 2),
    ][below(4)]!;
  }
  return bad === text ? damaged(text, random) : bad;
}

/** Some number of a proof a little off, left out, or doubled. */
function damageNumber(proof: Record<string, unknown>, random: () => number): void {
  const below = (end: number): number => Math.floor(random() * end);
  const names = Object.keys(proof).filter((name) => Array.isArray(proof[name]));
  let list = proof[names[below(names.length)]!] as unknown[];
  while (Array.isArray(list[0]) && random() < 0.9) list = list[below(list.length)] as unknown[];
  if (list.length === 0) return;
  const at = below(list.length);
  const kind = below(4);
  if (kind === 0) list.splice(at, 1);
  else if (kind === 1) list.splice(at, 0, list[below(list.length)]);
  else if (typeof list[at] === 'number') list[at] += [-4, -1, 1, 4][below(4)]!;
}
