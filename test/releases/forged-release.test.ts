/** Release documents made to deceive: whoever makes one chooses certificate, proof, rows and digests, and gets nowhere. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { CompactSign, exportJWK } from 'jose';
import { isFinding } from '../../src/disclosure/proof/read-certificate.ts';
import { verifyProof } from '../../src/disclosure/proof/verify.ts';
import { CERTIFICATE_TYPE, certificateOf } from '../../src/releases/certificate.ts';
import { inGerman } from '../../src/tables/certificate-sentences.ts';
import { readReleaseDocument } from '../../src/tables/read-release-document.ts';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import { checkDocument } from '../disclosure/independent-checker.ts';
import { kanon, scratch } from '../cli/run-kanon.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hidden = (length: number): null[] => new Array<null>(length).fill(null);
const row = (region: string, schoolType: string, schools: [number, number], more: object): object => ({
  ...{ region, schoolType, schoolsExpected: schools[0], schoolsReported: schools[1], pending: false },
  ...{ consultations: hidden(3), pupils: hidden(1) },
  ...more,
});

interface Document {
  claims: any;
  document: any;
}

/** One state, two districts, one of them with too few reports; its neighbour by school type. Made by hand. */
const sound = (): Document => ({
  claims: {
    ...{ format: 'kanon-certificate/1', document: 'kanon-release/3' },
    ...{ release: 'one', period: '2026-Q3', scheme: 'but-counselling/1', policy: 1 },
    ...{ width: 4, hiddenAtLeast: 5, hiddenCells: 16 },
    attackers: ['reckons in whole numbers'],
    notCovered: ['releases of other periods'],
  },
  document: {
    format: 'kanon-release/3',
    ...{ release: 'one', period: '2026-Q3', scheme: 'but-counselling/1', policy: 1 },
    columns: ['MITTAG', 'NOT_ITEMISED', 'REPORTED_TOTAL'],
    rows: [
      row('05', '', [12, 10], { consultations: [40, 40, 80], pupils: [30] }),
      row('051', '', [3, 2], { pending: true }),
      row('053', '', [9, 8], {}),
      row('053', 'Grundschule', [5, 4], {}),
      row('053', 'PRIMUS-Schule + Weiterbildungskolleg', [4, 4], {}),
    ],
    proof: {
      atMost: [],
      base: [10, 8, 18, 7, 30, 32, 62, 23, 20, 20, 40, 13, 10, 12, 22, 10],
      domains: [[4, 5, null], [12, 5, null]],
      format: 'kanon-proof/1',
      moves: [
        [0, 4, 1, 4, 2, 8, 3, 4, 4, -4, 5, -4, 6, -8, 7, -4, 8, -4, 9, -4, 10, -8, 11, -4],
        [8, 4, 9, 4, 10, 8, 11, 4, 12, -4, 13, -4, 14, -8, 15, -4],
      ],
      positions: [[0, 20]],
      relations: [],
      width: 4,
    },
  },
}); // prettier-ignore

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

/** The document after a change, with digests put right and signed anew, as a forger does. */
async function forged(change: (given: Document) => void, digests = true): Promise<string> {
  const given = sound();
  change(given);
  const { claims, document } = given;
  if (digests) {
    const { columns, rows, proof } = document;
    claims.publishedDigest = sha256(canonicalJson({ columns, rows }));
    claims.proofDigest = sha256(canonicalJson(proof));
  }
  const certificate = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', typ: CERTIFICATE_TYPE, kid: 'k1' })
    .sign(privateKey);
  return canonicalJson({ ...document, certificate });
}

const findings = (text: string): string[] => {
  const read = readReleaseDocument(Buffer.from(text), sha256);
  const found = isFinding(read) ? [read] : verifyProof(read.certified);
  return found.map(({ code, pointer }) => `${code} ${pointer}`);
};

test('the document holds before anything is forged, for both checkers', async () => {
  const text = await forged(() => undefined);
  expect([findings(text), checkDocument(text)]).toEqual([[], []]);
});

type Forgery = [string, (given: Document) => void, string];
const FORGERIES: Forgery[] = [
  ['domains below what everybody knows', ({ document: { proof } }) => (proof.domains = [[4, 0, null], [12, 4, null]]), 'domain-too-wide table/8'],
  ['domains below 0', ({ document: { proof } }) => (proof.domains[0][1] = -100), 'domain-too-wide table/4'],
  ['domains below, in certificate and proof alike', ({ claims, document: { proof } }) => ((claims.hiddenAtLeast = 0), (proof.domains = [[16, 0, null]])), 'other-policy certificate/hiddenAtLeast'],
  ['a promise below 0', ({ claims }) => (claims.hiddenAtLeast = -1), 'wrong-shape certificate/hiddenAtLeast'],
  ['a domain of another length', ({ document: { proof } }) => (proof.domains[1][0] = 11), 'lengths-differ proof/domains'],
  ['a domain upside down', ({ document: { proof } }) => (proof.domains[1][2] = 4), 'outside-domain proof/base/4'],
  ['a smaller width', ({ claims, document: { proof } }) => ((claims.width = 1), (proof.width = 1)), 'other-policy certificate/width'],
  ['a width in the proof alone', ({ document: { proof } }) => (proof.width = 3), 'other-width proof/width'],
  ['a policy that nobody knows', ({ claims, document }) => ((claims.policy = 77), (document.policy = 77)), 'unknown-policy policy'],
  ['a policy that is no number', ({ claims, document }) => ((claims.policy = '1'), (document.policy = '1')), 'unknown-policy policy'],
  ['the state under another key, its figures raised', ({ document: { rows } }) => ((rows[0].region = '99'), (rows[0].consultations = [1040, 40, 1080])), 'no-tree rows/1'],
  ['the state made a district', ({ document: { rows } }) => (rows[0].region = '059'), 'no-tree rows'],
  ['the state made a school type', ({ document: { rows } }) => (rows[0].schoolType = 'alle'), 'no-tree rows'],
  ['two states', ({ document: { rows } }) => rows.push(row('99', '', [3, 3], {})), 'no-tree rows/5'],
  ['a district of another state', ({ document: { rows } }) => (rows[2].region = '993'), 'no-tree rows/2'],
  ['a county without its district', ({ document: { rows } }) => rows.push(row('05512', '', [3, 3], {})), 'no-tree rows/5'],
  ['a municipality', ({ document: { rows } }) => rows.push(row('05315000', '', [3, 3], {})), 'no-tree rows/5'],
  ['a school type of a county', ({ document: { rows } }) => rows.push(row('05315', '', [9, 8], {}), row('05315', 'Gymnasium', [3, 3], {})), 'no-tree rows/6'],
  ['a district left out, whose schools the state has', ({ document: { rows } }) => rows.splice(1, 1), 'other-schools rows/0'],
  ['other schools reported than the parts say', ({ document: { rows } }) => (rows[0].schoolsReported = 11), 'other-schools rows/0'],
  ['other schools expected by type', ({ document: { rows } }) => (rows[3].schoolsExpected = 6), 'other-schools rows/2'],
  ['more schools reported than expected', ({ document: { rows } }) => (rows[1].schoolsReported = 4), 'wrong-shape rows/1'],
  ['a row twice', ({ document: { rows } }) => rows.push({ ...rows[3] }), 'row-twice rows/5'],
  ['a school type twice', ({ document: { rows } }) => (rows[4].schoolType = 'Grundschule + PRIMUS-Schule'), 'no-tree rows/4/schoolType'],
  ['a school type twice in one row', ({ document: { rows } }) => (rows[4].schoolType = 'PRIMUS-Schule + PRIMUS-Schule'), 'no-tree rows/4/schoolType'],
  ['school types out of order', ({ document: { rows } }) => (rows[4].schoolType = 'Weiterbildungskolleg + PRIMUS-Schule'), 'no-tree rows/4/schoolType'],
  ['a school type of nothing', ({ document: { rows } }) => (rows[4].schoolType = 'PRIMUS-Schule +  + X'), 'unfit-text rows/4/schoolType'],
  ['a school type called __proto__', ({ document: { rows } }) => (rows[4].schoolType = '__proto__'), 'unfit-text rows/4/schoolType'],
  ['a school type with a line break', ({ document: { rows } }) => (rows[4].schoolType = 'PRIMUS\nThe signature holds'), 'unfit-text rows/4/schoolType'],
  ['a school type with a direction mark', ({ document: { rows } }) => (rows[4].schoolType = 'PRIMUS\u202e'), 'unfit-text rows/4/schoolType'],
  ['a period with an escape', ({ claims, document }) => ((claims.period = '\u001b[2J'), (document.period = '\u001b[2J')), 'unfit-text period'],
  ['a column twice', ({ document }) => (document.columns = ['MITTAG', 'MITTAG', 'REPORTED_TOTAL']), 'column-twice columns/1'],
  ['another total', ({ document }) => (document.columns = ['MITTAG', 'REPORTED_TOTAL', 'NOT_ITEMISED']), 'other-columns columns'],
  ['no total', ({ document }) => (document.columns = ['MITTAG', 'NOT_ITEMISED', 'OTHER']), 'other-columns columns'],
  ['a column called __proto__', ({ document }) => (document.columns[0] = '__proto__'), 'other-columns columns'],
  ['pupils left out of all rows', ({ document: { rows } }) => rows.forEach((one: any) => (one.pupils = [])), 'wrong-shape rows/0'],
  ['a row that is shorter', ({ document: { rows } }) => rows[2].consultations.pop(), 'wrong-shape rows/2'],
  ['a number in a row of too few', ({ document: { rows } }) => (rows[1].consultations[0] = 10), 'not-withheld rows/1'],
  ['a zero in a row of too few', ({ document: { rows } }) => (rows[1].pupils[0] = 0), 'not-withheld rows/1'],
  ['a row of too few without its mark', ({ document: { rows } }) => (rows[1].pending = false), 'not-withheld rows/1'],
  ['rows of two kinds', ({ document: { rows } }) => (delete rows[2].pending, (rows[2].atLeast = false)), 'wrong-shape rows/2'],
  ['a number below k', ({ document: { rows } }) => (rows[0].pupils = [4]), 'shown-below rows/0/pupils/0'],
  ['a fraction', ({ document: { rows } }) => (rows[0].pupils = [30.5]), 'wrong-shape rows/0'],
  ['a negative number', ({ document: { rows } }) => (rows[0].pupils = [-30]), 'wrong-shape rows/0'],
  ['a number beyond exact ones', ({ document: { rows } }) => (rows[0].pupils = [2 ** 53]), 'wrong-shape rows/0'],
  ['open numbers that do not add up', ({ document: { rows } }) => (rows[0].consultations[2] = 81), 'does-not-add-up table/sums/0'],
  ['open numbers that no parts can make', ({ document: { rows } }) => (rows[0].consultations = [41, 40, 81]), 'does-not-add-up table/sums/5'],
  ['more pupils than consultations', ({ document: { rows } }) => (rows[0].pupils = [41]), 'above-its-larger proof/atMost/0'],
  ['a proof without a second table', ({ document: { proof } }) => (proof.moves = []), 'told-too-closely table/4'],
  ['an empty proof', ({ document: { proof } }) => Object.assign(proof, { base: [], domains: [], moves: [], positions: [] }), 'places-do-not-match proof/positions'],
  ['a proof of no cells', ({ document: { proof } }) => Object.assign(proof, { base: [], domains: [], moves: [], positions: [[-1, 20]] }), 'hidden-outside table/4'],
  ['positions out of range', ({ document: { proof } }) => (proof.positions = [[1, 20]]), 'no-such-cell proof/positions'],
  ['positions without end', ({ document: { proof } }) => (proof.positions = [[0, 2 ** 53 - 1]]), 'places-do-not-match proof/positions'],
  ['one cell at two places', ({ document: { proof } }) => (proof.positions = [[0, 19], [0, 1]]), 'told-twice table/19'],
  ['a base that breaks a sum of rows', ({ document: { proof } }) => (proof.base[0] = 11), 'does-not-add-up table/sums/1'],
  ['a move that breaks a sum of rows', ({ document: { proof } }) => (proof.moves[1][1] = 5), 'does-not-add-up proof/moves/1'],
  ['a move of a cell that is not there', ({ document: { proof } }) => proof.moves.push([16, 4]), 'no-such-cell proof/moves/2/0'],
  ['a move that names a cell twice', ({ document: { proof } }) => proof.moves.push([0, 4, 0, -4]), 'not-ascending proof/moves/2/2'],
  ['a move of half a cell', ({ document: { proof } }) => (proof.moves[1][1] = 4.5), 'wrong-shape proof/moves/1/1'],
  ['a relation of cells that are not there', ({ document: { proof } }) => (proof.relations = [[20, 0]]), 'no-such-cell proof/relations/0'],
  ['fewer hidden cells certified', ({ claims }) => (claims.hiddenCells = 15), 'other-number-hidden certificate/hiddenCells'],
  ['another release in the certificate', ({ claims }) => (claims.release = 'two'), 'other-table release'],
  ['a field too many', ({ document }) => (document.more = 1), 'wrong-shape /'],
  ['no rows', ({ document }) => (document.rows = []), 'wrong-shape rows'],
]; // prettier-ignore

test.each(FORGERIES)('%s: refused at its place, by both checkers', async (_, change, expected) => {
  const text = await forged(change);
  expect(findings(text)).toContain(expected);
  expect(checkDocument(text)).not.toEqual([]);
});

/** Only two districts: one school reported in the first, so it knows the second, in which four did. */
const besideFour =
  (least: number, form = 'kanon-release/3') =>
  ({ claims, document }: Document): void => {
    document.format = form;
    if (form === 'kanon-release/2') delete claims.document;
    claims.hiddenCells = 8;
    document.rows.splice(3);
    const reported = [5, 1, 4];
    for (const [at, one] of document.rows.entries()) one.schoolsReported = reported[at];
    const [base, [move]] = [document.proof.base, document.proof.moves];
    Object.assign(document.proof, { positions: [[0, 12]], domains: [[4, 0, null], [4, least, null]] }); // prettier-ignore
    Object.assign(document.proof, { base: base.slice(0, 8), moves: [move.slice(0, 16)] });
  };

test('where four reported, what one reporter would know is more than three times k, in new releases', async () => {
  for (const [least, form, found] of [
    [19, 'kanon-release/3', []],
    [18, 'kanon-release/3', [4, 5, 6, 7].map((place) => `domain-too-wide table/${place + 4}`)],
    [15, 'kanon-release/2', []],
    [14, 'kanon-release/2', [4, 5, 6, 7].map((place) => `domain-too-wide table/${place + 4}`)],
  ] as const) {
    const text = await forged(besideFour(least, form));
    expect(findings(text)).toEqual(found);
    expect(checkDocument(text)).toHaveLength(Math.min(found.length, 1));
  }
});

test('a document without any of its digests put right is refused too', async () => {
  const text = await forged(({ claims }) => Object.assign(claims, { publishedDigest: '0'.repeat(64), proofDigest: '0'.repeat(64) }), false); // prettier-ignore
  expect(findings(text)).toEqual([
    'other-table certificate/publishedDigest',
    'other-proof certificate/proofDigest',
  ]);
});

test('every sentence of a release certificate has its German', () => {
  const head = { id: '', period: '', scheme: '', columns: [], hiddenCells: 0 };
  const proof = sound().document.proof;
  const { attackers, notCovered } = certificateOf(head, [], POLICY_1, proof);
  expect([...attackers, ...notCovered].filter((sentence) => inGerman(sentence) === undefined)).toEqual([]);
});

describe('on the command line', () => {
  let files: Awaited<ReturnType<typeof scratch>>;
  let keys: string;
  beforeAll(async () => {
    files = await scratch();
    const jwk = { ...(await exportJWK(publicKey)), kid: 'k1' };
    keys = await files.file('keys.json', JSON.stringify({ keys: [jwk] }));
  });
  afterAll(() => files.delete());
  const verifyRelease = async (content: string | Buffer, ...more: string[]) => {
    await writeFile(files.at('release.json'), content);
    return kanon(['verify-release', files.at('release.json'), ...more]);
  };

  test('0 says that the signature holds, 5 that none was looked at, 1 that something is wrong', async () => {
    const text = await forged(() => undefined);
    const signed = await verifyRelease(text, '--keys', keys);
    expect([signed.code, signed.out]).toEqual([0, expect.stringContaining('Die Unterschrift stimmt')]);
    const unsigned = await verifyRelease(text);
    expect([unsigned.code, unsigned.out]).toEqual([5, expect.stringContaining('nicht geprüft')]);
    expect((await verifyRelease(text, '--json')).code).toBe(5);
    const bad = await verifyRelease(text.replace('[10,8,18', '[11,8,18'));
    expect([bad.code, bad.out, bad.err]).toEqual([1, '', expect.stringContaining('Der Nachweis stimmt nicht')]);
  }); // prettier-ignore

  test('German where German is asked, other words as a quotation on one line, and nothing steers the terminal', async () => {
    const words = 'x\r\nDie Unterschrift stimmt; der Schlüssel ist k1.\u202e\u2066\u2028\u001b[2J”';
    const text = await forged(({ claims }) => claims.attackers.push(words));
    const { out } = await verifyRelease(text);
    expect(out).toContain('  mit ganzen Zahlen rechnet\n');
    expect(out).toContain('  Freigaben anderer Zeiträume\n');
    expect(out).not.toMatch(/[\u202e\u2066\u2028]|(?!\n)\p{Cc}/u);
    expect(out.split('\n').filter((line) => line.startsWith('Die Unterschrift stimmt'))).toEqual([]);
    expect(out).toContain('„x\\u{d}\\u{a}Die Unterschrift');
    expect((await verifyRelease(text, '--lang', 'en')).out).toContain('  reckons in whole numbers\n');
    const json = (await verifyRelease(text, '--json')).out;
    expect(json).not.toMatch(/[\u202e\u2066\u2028]|(?!\n)\p{Cc}/u);
    expect(JSON.parse(json).attackers[1]).toBe(words);
  });

  test('a sentence that promises another number is refused', async () => {
    const text = await forged(({ claims }) =>
      claims.attackers.push('knows that a hidden cell is at least 50'),
    );
    const { code, err } = await verifyRelease(text);
    expect([code, err]).toEqual([1, expect.stringContaining('certificate/attackers/1')]);
  });

  test.each([
    ['a page', '<html></html>'],
    ['an answer of the service that is no release', '{"status":401,"title":"x"}'],
    ['half a file', '{"certificate":"ey'],
    ['nothing', ''],
  ])('%s is another kind of file (6), not a forged one', async (_, content) => {
    const { code, err } = await verifyRelease(content);
    expect([code, err]).toEqual([6, expect.stringContaining('Verändert heißt das nicht')]);
  });

  test('byte order marks, UTF-16 and a line at the end change nothing', async () => {
    const text = await forged(() => undefined);
    for (const content of [`\ufeff${text}\r\n`, Buffer.from(`\ufeff${text}`, 'utf16le')])
      expect((await verifyRelease(content, '--keys', keys)).code).toBe(0);
    const wide = files.at('wide.json');
    await writeFile(wide, Buffer.from(`\ufeff${await readFile(keys, 'utf8')}`, 'utf16le'));
    expect((await verifyRelease(text, '--keys', wide)).code).toBe(0);
  });

  test('a file beyond the limit is not read, and the limit can be set', async () => {
    const large = Buffer.alloc(1.2 * 2 ** 20, 0x20);
    const { code, err } = await verifyRelease(large, '--max-mib', '1');
    expect([code, err]).toEqual([6, expect.stringContaining('größer als 1 MiB; --max-mib')]);
    for (const wrong of ['0', '401', '1.5', 'x'])
      expect((await verifyRelease('{}', '--max-mib', wrong)).code).toBe(2);
  });
});
