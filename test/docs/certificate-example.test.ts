/** The example of docs/certificate.md, made and checked as it stands there. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { audit } from '../../src/disclosure/audit/audit.ts';
import { type Proof, proofText, prove } from '../../src/disclosure/proof/certificate.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { check } from '../disclosure/independent-checker.ts';
import { exampleProblem } from '../disclosure/certificate-example.ts';

let page: string;
beforeAll(async () => {
  page = await readFile(new URL('../../docs/certificate.md', import.meta.url), 'utf8');
});

const between = (mark: string): string =>
  page.split(`<!-- ${mark} -->`)[1]!.split(`<!-- /${mark} -->`)[0]!.trim();
const block = (mark: string): string =>
  between(mark)
    .replace(/^```\w*\n/, '')
    .replace(/\n```$/, '');

describe('the page about certificates', () => {
  test('shows the model that the engine writes, and the digest of the proof', async () => {
    const suppressed = Uint8Array.from([1, 1, 0, 1, 1, 0, 0, 0, 0]);
    const published = eraseSuppressed(exampleProblem(), suppressed);
    const proof = prove(
      published,
      audit(published, 4, await highsSolver()),
      4,
      Int32Array.from(suppressed.keys()),
    );
    const shown = JSON.parse(block('proof')) as Proof;
    // Which two tables it finds is the solver's business.
    expect(shown).toEqual({ ...proof, base: shown.base, moves: shown.moves });
    expect(block('digest')).toBe(createHash('sha256').update(proofText(shown)).digest('hex'));
  });

  test('shows the two tables that the proof holds', () => {
    const { base, moves } = JSON.parse(block('proof')) as Proof;
    const [move = []] = moves;
    const other = [...base];
    for (let at = 0; at < move.length; at += 2) other[move[at]!]! += move[at + 1]!;
    const cells = between('tables')
      .split('\n')
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(2, 6)
          .map((cell) => Number(cell)),
      );
    expect(cells).toEqual([
      [base[0], base[1], other[0], other[1]],
      [base[2], base[3], other[2], other[3]],
    ]);
  });

  test('has a table and a proof that a checker written from the page alone accepts', () => {
    const table = `${block('table')}\n`;
    const proof = JSON.stringify(JSON.parse(block('proof')));
    const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
    const certificate = JSON.stringify({
      attackers: [],
      dimensions: [['county'], ['benefit']],
      format: 'kanon-certificate/1',
      hiddenAtLeast: 1,
      hiddenCells: 4,
      notCovered: [],
      proofDigest: digest(proof),
      publishedDigest: digest(table),
      width: 4,
    });
    expect(check(table, `{"certificate":${certificate},"proof":${proof}}`)).toEqual([]);
    expect(
      check(table.replace('12,open', '13,open'), `{"certificate":${certificate},"proof":${proof}}`),
    ).not.toEqual([]);
  });
});
