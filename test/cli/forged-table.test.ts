/** Tables and certificate files made to deceive `kanon verify-release`: what rows say is read off the rows. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { crossSums } from '../../src/disclosure/proof/cross-sums.ts';
import { isFinding } from '../../src/disclosure/proof/read-certificate.ts';
import { verifyProof } from '../../src/disclosure/proof/verify.ts';
import { certifiedTable } from '../../src/cli/files/certificate-file.ts';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import { check } from '../disclosure/independent-checker.ts';
import { kanon, scratch } from './run-kanon.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The example of docs/certificate.md. */
const TABLE = [
  'county,benefit,value,status',
  ...['A,x,,hidden', 'A,y,,hidden', 'A,Total,12,open', 'B,x,,hidden', 'B,y,,hidden', 'B,Total,14,open'],
  ...['Total,x,11,open', 'Total,y,15,open', 'Total,Total,26,open', ''],
].join('\n');
const sound = (): any => ({
  certificate: {
    ...{ format: 'kanon-certificate/1', width: 4, hiddenCells: 4, hiddenAtLeast: 1 },
    dimensions: [['county'], ['benefit']],
    attackers: ['knows every open cell and every sum', 'knows that a hidden cell is at least 1'],
    notCovered: [],
  },
  proof: {
    atMost: [],
    base: [1, 11, 10, 4],
    domains: [[4, 1, null]],
    format: 'kanon-proof/1',
    moves: [[0, 4, 1, -4, 2, -4, 3, 4]],
    positions: [[0, 9]],
    relations: [],
    width: 4,
  },
});

interface Forged {
  table: string;
  file: any;
}
function forged(change: (given: Forged) => void): { table: string; text: string } {
  const given = { table: TABLE, file: sound() };
  change(given);
  const { table, file } = given;
  file.certificate.publishedDigest = sha256(table);
  file.certificate.proofDigest = sha256(canonicalJson(file.proof));
  return { table, text: canonicalJson(file) };
}
function findings({ table, text }: { table: string; text: string }): string[] {
  const read = certifiedTable(Buffer.from(table), text);
  if (read === 'notTable') return ['no table'];
  return (isFinding(read) ? [read] : verifyProof(read)).map(({ code, pointer }) => `${code} ${pointer}`);
}

test('table and certificate hold before anything is forged, though the proof names no sum', () => {
  const files = forged(() => undefined);
  expect([findings(files), check(files.table, files.text)]).toEqual([[], []]);
});

const swap = (from: string, to: string) => (given: Forged) => (given.table = given.table.replace(from, to));
test.each<[string, (given: Forged) => void, string]>([
  ['domains below the promise', ({ file }) => (file.proof.domains = [[4, 0, null]]), 'domain-too-wide table/0'],
  ['domains below 0', ({ file }) => (file.proof.domains = [[4, -9, null]]), 'domain-too-wide table/0'],
  ['a promise below 0', ({ file }) => (file.certificate.hiddenAtLeast = -9), 'wrong-shape certificate/hiddenAtLeast'],
  ['no promise', ({ file }) => delete file.certificate.hiddenAtLeast, 'wrong-shape certificate/hiddenAtLeast'],
  ['a table that breaks a sum of its rows', ({ file }) => (file.proof.base = [1, 12, 10, 4]), 'does-not-add-up table/sums/0'],
  ['a move that breaks a sum of its rows', ({ file }) => (file.proof.moves = [[0, 4]]), 'does-not-add-up proof/moves/0'],
  ['another word for the margin', swap('Total,x,11', 'Land,x,11'), 'rows-missing table'],
  ['another word for every margin', (given) => (given.table = given.table.replaceAll('Total', 'Land')), 'no-tree table/0'],
  ['a margin below nothing', swap('A,x,,hidden', ',x,,hidden'), 'no-tree table/0'],
  ['a row left out', swap('Total,y,15,open\n', ''), 'rows-missing table'],
  ['a row twice', swap('A,y,,hidden', 'A,x,,hidden'), 'row-twice table/1'],
  ['flat columns called a hierarchy', ({ file }) => (file.certificate.dimensions = [['county', 'benefit']]), 'no-tree table/6'],
  ['dimensions of other columns', ({ file }) => (file.certificate.dimensions = [['county']]), 'other-columns certificate/dimensions'],
  ['a column in two dimensions', ({ file }) => (file.certificate.dimensions = [['county'], ['county']]), 'other-columns certificate/dimensions'],
  ['no dimensions', ({ file }) => delete file.certificate.dimensions, 'wrong-shape certificate/dimensions'],
  ['an empty dimension', ({ file }) => file.certificate.dimensions.push([]), 'wrong-shape certificate/dimensions'],
  ['a column twice', (given) => ((given.table = given.table.replace('benefit', 'county')), (given.file.certificate.dimensions = [['county'], ['county']])), 'column-twice table/columns/1'],
  ['a name with what nobody sees', swap('benefit', 'benefit\u200b'), 'unfit-text table/columns'],
  ['a code that turns the direction of text', swap('A,x,,hidden', 'A\u202e,x,,hidden'), 'unfit-text table/0'],
  ['a column twice, as people read it', (given) => ((given.table = given.table.replace('benefit', 'County')), (given.file.certificate.dimensions = [['county'], ['County']])), 'column-twice table/columns/1'],
  ['a second column of values', swap('county,benefit,value,status', 'value,status,value,status'), 'other-columns certificate/dimensions'],
  ['values that are no last column', swap('county,benefit,value,status', 'county,value,benefit,status'), 'no table'],
  ['a negative value', swap('12,open', '-12,open'), 'no table'],
  ['a value in other digits', swap('12,open', '1e1,open'), 'no table'],
  ['fewer hidden cells certified', ({ file }) => (file.certificate.hiddenCells = 3), 'other-number-hidden certificate/hiddenCells'],
  ['a field too many in the file', ({ file }) => (file.more = 1), 'wrong-shape /'],
])('%s: refused at its place, and by the second checker', (_, change, expected) => {
  const files = forged(change);
  expect(findings(files)).toContain(expected);
  expect(check(files.table, files.text)).not.toEqual([]);
}); // prettier-ignore

test('sums are read off hierarchies too; a node with one child may stand under its child alone', () => {
  const rows = [['Total', 'Total'], ['R1', 'Total'], ['R1', 'K1'], ['R1', 'K2'], ['R2', 'K3'], ['R3', 'Total']];
  expect(crossSums([[0, 1]], rows)).toEqual({ sums: [[0, 1, 4, 5], [1, 2, 3]] });
  expect(crossSums([[0, 1]], [['R1', 'K1']])).toEqual({ sums: [] });
  expect(crossSums([[0, 1]], rows.slice(1))).toMatchObject({ code: 'no-tree' });
}); // prettier-ignore

describe('on the command line', () => {
  let files: Awaited<ReturnType<typeof scratch>>;
  beforeAll(async () => {
    files = await scratch();
  });
  afterAll(() => files.delete());
  const verifyTable = async (table: string, text: string, ...more: string[]) => {
    await writeFile(files.at('t.csv'), table);
    await writeFile(files.at('c.json'), text);
    return kanon(['verify-release', files.at('t.csv'), '--certificate', files.at('c.json'), ...more]);
  };

  test('it holds, without a signature there is none to look at, and what is certified stands there in German', async () => {
    const { table, text } = forged(() => undefined);
    const { code, out } = await verifyTable(table, text);
    expect([code, out]).toEqual([0, expect.stringContaining('trägt keine Unterschrift')]);
    expect(out).toContain('  weiß, dass ein geheimes Feld mindestens 1 ist\n');
    const keys = await verifyTable(table, text, '--keys', files.at('c.json'));
    expect([keys.code, keys.err]).toEqual([2, expect.stringContaining('trägt keine Unterschrift')]);
  });

  test('an editor that adds a byte order mark to the table, or ends its lines otherwise, changes nothing', async () => {
    const { table, text } = forged((given) => (given.table = given.table.replaceAll('\n', '\r\n')));
    for (const other of [`\ufeff${table}`, table.replaceAll('\r\n', '\n')])
      expect((await verifyTable(other, `\ufeff${text}\n`)).code).toBe(0);
    expect((await verifyTable(table.replace('12', '13'), text)).code).toBe(1);
  });

  test('another kind of file is no forged one', async () => {
    const { table, text } = forged(() => undefined);
    expect((await verifyTable('a,b\n1,2\n', text)).code).toBe(6);
    expect((await verifyTable(table, 'no certificate')).code).toBe(6);
    expect((await verifyTable(table, `${text.slice(0, -1)} }`)).code).toBe(1);
  });
});
