/** A release as anybody gets it: checked by two checkers and the command line, and attacked in every format. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompactSign, decodeJwt, exportJWK } from 'jose';
import { isFinding } from '../../src/disclosure/proof/read-certificate.ts';
import { verifyProof } from '../../src/disclosure/proof/verify.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { SOFTWARE } from '../../src/foundation/software.ts';
import { verifyRelease } from '../../src/cli/commands/verify-release.ts';
import { deskIn } from '../../src/cli/words/words.ts';
import { CERTIFICATE_TYPE, certificateOf, hexDigest } from '../../src/releases/certificate.ts';
import { protectTable } from '../../src/tables/protection.ts';
import { readReleaseDocument } from '../../src/tables/read-release-document.ts';
import { columnsOfRelease, hiddenCellsOf, rowsOfRelease } from '../../src/tables/release-row.ts';
import type { ReleaseRow } from '../../src/tables/release-row.ts';
import type { ReleaseHead } from '../../src/releases/release.store.ts';
import { releaseBody, rowBody } from '../../src/releases/cut.ts';
import type { SummaryBody } from '../../src/releases/release.dto.ts';
import { germanCsv, plainCsv } from '../../src/releases/summary-csv.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import type { TableInput } from '../../src/tables/table.ts';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { endsOf, type Knowledge } from '../disclosure/attacker.ts';
import { checkDocument } from '../disclosure/independent-checker.ts';
import { die } from '../disclosure/random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260405);
const BENEFITS = ['LERNFOERDERUNG', 'MITTAG'];

/** Four schools in each of six counties of two districts; some benefits only at one or two of them. */
function invented(): TableInput {
  const random = die(SEED);
  const below = (end: number): number => Math.floor(random() * end);
  const counties = ['05111', '05112', '05113', '05314', '05315', '05316'];
  const schools = counties.flatMap((region, county) =>
    [0, 1, 2, 3].map((n) => ({
      school: String(990_000 + 10 * county + n),
      region: region as RegionKey,
      type: n === 0 ? 'Gymnasium' : 'Grundschule',
      roll: 200 + 50 * n,
      reporterGroup: null,
    })),
  );
  const reports = schools.map(({ school }) => {
    const given = BENEFITS.filter(() => random() < 0.7);
    const cells = given.map((benefit) => {
      const pupils = 5 + below(12);
      return { benefits: [benefit], pupils, consultations: pupils + below(20) };
    });
    return { school, cells, none: BENEFITS.filter((benefit) => !given.includes(benefit)), withheld: [] };
  });
  return { schools, reports, benefits: BENEFITS, policy: POLICY_1 };
}

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
let rows: ReleaseRow[];
let columns: string[];
let document: string;
let folder: string;
beforeAll(async () => {
  console.log(`seed ${SEED}`);
  const { table, proof } = protectTable(invented(), await highsSolver());
  rows = rowsOfRelease(table);
  columns = columnsOfRelease(table.benefits);
  const head = {
    id: 'one',
    period: '2026-Q3',
    scheme: 'but-counselling/1',
    columns,
    hiddenCells: hiddenCellsOf(table),
  };
  const claims = { iss: 'https://kanon.test', iat: 1, ...certificateOf(head, rows, POLICY_1, proof) };
  const certificate = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', typ: CERTIFICATE_TYPE, kid: 'k1' })
    .sign(privateKey);
  document = canonicalJson({
    format: 'kanon-release/3',
    release: head.id,
    period: head.period,
    scheme: head.scheme,
    policy: 1,
    columns,
    rows,
    certificate,
    proof,
  });
  folder = await mkdtemp(join(tmpdir(), 'kanon-release-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const findings = (text: string): string[] => {
  const read = readReleaseDocument(Buffer.from(text), hexDigest);
  const found = isFinding(read) ? [read] : verifyProof(read.certified);
  return found.map(({ code, pointer }) => `${code} ${pointer}`);
};

describe('a release document', () => {
  test('holds, for both checkers, and hides something', () => {
    expect(rows.flatMap((row) => row.consultations).filter((value) => value === null).length).toBeGreaterThan(
      2,
    );
    expect(findings(document)).toEqual([]);
    expect(decodeJwt((JSON.parse(document) as { certificate: string }).certificate)).toMatchObject({
      software: SOFTWARE,
    });
    expect(checkDocument(document)).toEqual([]);
  });

  test('of the first form, whose rows say atLeast, is read and held against its own digest', async () => {
    const { rows: now, ...file } = JSON.parse(document) as { format?: string; rows: ReleaseRow[] };
    delete file.format;
    const first = now.map(({ pending: _, ...row }) => ({ ...row, atLeast: true }));
    expect(findings(canonicalJson({ ...file, rows: first }))).toEqual([
      'other-table certificate/publishedDigest',
    ]);
    expect(checkDocument(canonicalJson({ ...file, rows: first }))).not.toEqual([]);
    // A row of one form in a document of the other.
    expect(findings(canonicalJson({ ...file, rows: now }))).toEqual(['wrong-shape rows']);
    expect(findings(canonicalJson({ ...file, format: 'kanon-release/2', rows: first }))).toEqual([
      'wrong-shape rows',
    ]);
    expect(findings(canonicalJson({ ...file, format: 'kanon-release/4', rows: now }))).toEqual([
      'wrong-shape format',
    ]);
  });

  test('of the second form is read where its certificate is of that form, and no other is taken for it', async () => {
    const file = JSON.parse(document) as { certificate: string };
    const { document: _, ...claims } = decodeJwt(file.certificate);
    const certificate = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'EdDSA', typ: CERTIFICATE_TYPE, kid: 'k1' })
      .sign(privateKey);
    const older = canonicalJson({ ...file, format: 'kanon-release/2', certificate });
    expect([findings(older), checkDocument(older)]).toEqual([[], []]);
    for (const mixed of [
      { ...file, format: 'kanon-release/2' },
      { ...file, certificate },
    ]) {
      expect(findings(canonicalJson(mixed))).toEqual(['other-table format']);
      expect(checkDocument(canonicalJson(mixed))).toEqual(['form differs']);
    }
  });

  test('is refused where a row in which too few reported shows a number', () => {
    const file = JSON.parse(document) as { rows: { pending: boolean }[] };
    file.rows.at(-1)!.pending = true;
    expect(findings(canonicalJson(file))).toEqual([`not-withheld rows/${file.rows.length - 1}`]);
  });

  test('does not hold with anything changed in it, for either checker', () => {
    const random = die(SEED + 1);
    for (let round = 0; round < 300; round++) {
      const at = Math.floor(random() * document.length);
      const bad = document.slice(0, at) + '0123456789,'[Math.floor(random() * 11)]! + document.slice(at + 1);
      if (bad === document) continue;
      const ours = findings(bad).length > 0;
      expect([at, ours]).toEqual([at, checkDocument(bad).length > 0]);
      const signatureOnly =
        bad.indexOf('"columns"') > at && document.lastIndexOf('.', at) > document.indexOf('.');
      if (!ours) expect(signatureOnly || at < document.indexOf('"columns"')).toBe(true);
    }
  });

  test('is refused where the proof leaves out a sum that the rows say', () => {
    const file = JSON.parse(document);
    const last = file.rows.length - 1;
    const [open] = file.rows[last].consultations.flatMap((value: number | null, at: number) =>
      value === null ? [] : [at],
    );
    file.rows[last].consultations[open] = 7;
    const found = findings(canonicalJson(file));
    expect(found).toContain('other-table certificate/publishedDigest');
    expect(found.some((one) => one.startsWith('does-not-add-up'))).toBe(true);
  });

  test('is verified on the command line, with the key and without, and refused when changed', async () => {
    const written: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text: string | Uint8Array): boolean => written.push(String(text)) > 0;
    try {
      const [good, bad, keys] = ['good.json', 'bad.json', 'keys.json'].map((name) => join(folder, name));
      await writeFile(good!, document);
      await writeFile(bad!, document.replace('"width":4}', '"width":3}'));
      await writeFile(keys!, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1' }] }));
      expect(await verifyRelease(good!, {}, deskIn('en'))).toBe(5);
      expect(written.join('')).toContain('The signature was not checked');
      written.length = 0;
      expect(await verifyRelease(good!, { keys: keys! }, deskIn('de'))).toBe(0);
      expect(written.join('')).toContain('Die Unterschrift stimmt; der Schlüssel ist k1.');
      written.length = 0;
      expect(await verifyRelease(bad!, { json: true }, deskIn('en'))).toBe(1);
      const { holds, findings: found } = JSON.parse(written.join(''));
      expect([holds, found.map(({ code }: { code: string }) => code)]).toEqual([
        false,
        ['other-proof', 'other-width'],
      ]);
      await expect(verifyRelease(bad!, {}, deskIn('en'))).rejects.toThrow('does not hold');
      await writeFile(bad!, 'no release');
      await expect(verifyRelease(bad!, {}, deskIn('en'))).rejects.toThrow('no file as it is verified');
    } finally {
      process.stdout.write = write;
    }
  });
});

/** Where the numbers begin in a line of German CSV, and what its titles stand for. */
const FIRST_TITLE = 4;
const COLUMN_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(BUT_COUNSELLING_1.benefits.map(({ code, label }) => [label.de, code])),
  'nicht aufgeteilt': 'NOT_ITEMISED',
  'gemeldet insgesamt': 'REPORTED_TOTAL',
};

/** Nothing, and the lower end of a range, are 0. */
const numberIn = (value: string): number | null =>
  value === '.' ? null : value === '–' ? 0 : Number(value.replace(/^ab /, '').split(' bis ')[0]);

describe('the attacker, given only what the service emits', () => {
  /** Cells by region, school type, measure and column. */
  type Shown = Record<string, number | null>;
  const nameOf = (region: string, type: string, measure: string, column: string): string =>
    [region, type, measure, column].join(' ');
  /** All rows in one answer, as the service cuts it. */
  const summary = (): SummaryBody => {
    const head = {
      ...{ id: 'one', period: '2026-Q3', version: 1, scheme: 'but-counselling/1', policy: 1 },
      ...{ columns, hiddenCells: 0, withholdingSchools: null, releasedAt: new Date(0) },
    } as unknown as ReleaseHead;
    const release = releaseBody(head);
    const cut = rows.map((row) => rowBody({ ...row, name: row.region, within: '' }, head, '05'));
    return {
      format: 'kanon-summary/2',
      region: '05',
      regionName: 'Nordrhein-Westfalen',
      period: head.period,
      level: 'all',
      by: 'all',
      release,
      rows: cut,
    };
  };
  const fromSummary = (body: SummaryBody): Shown =>
    Object.fromEntries(
      body.rows.flatMap((row) =>
        (['consultations', 'pupils'] as const).flatMap((measure) =>
          Object.entries(row[measure]).map(([column, { value, status }]) => [
            nameOf(row.region, row.schoolType ?? '', measure, column),
            status === 'hidden' ? null : value,
          ]),
        ),
      ),
    );
  const formats: [string, () => Shown][] = [
    [
      'the release document',
      () => {
        const read = JSON.parse(document) as { columns: string[]; rows: ReleaseRow[] };
        return Object.fromEntries(
          read.rows.flatMap((row) =>
            (['consultations', 'pupils'] as const).flatMap((measure) =>
              row[measure].map((value, at) => [
                nameOf(row.region, row.schoolType, measure, read.columns[at]!),
                value,
              ]),
            ),
          ),
        );
      },
    ],
    ['summaries as JSON', () => fromSummary(JSON.parse(JSON.stringify(summary())) as SummaryBody)],
    [
      'summaries as CSV',
      () => {
        const [, ...lines] = plainCsv(summary()).toString().trimEnd().split('\r\n');
        return Object.fromEntries(
          lines.map((line) => {
            const [region, , type, measure, column, value, , , status] = line.split(',');
            return [nameOf(region!, type!, measure!, column!), status === 'hidden' ? null : Number(value)];
          }),
        );
      },
    ],
    [
      'summaries as German CSV',
      () => {
        const [header, ...lines] = germanCsv(summary(), BUT_COUNSELLING_1)
          .toString()
          .replace('\ufeff', '')
          .split('\r\n')
          .map((line) => line.split(';').map((cell) => cell.replaceAll('"', '')));
        const titles = header!.slice(FIRST_TITLE);
        // An upper end is the number and another one beside it, which the reader has anyway.
        return Object.fromEntries(
          lines
            .filter((line) => line.length === header!.length)
            .flatMap((line) =>
              line.slice(FIRST_TITLE).flatMap((value, at): [string, number | null][] => {
                const [word, label] = titles[at]!.split(': ');
                if (label === undefined || label.endsWith(', höchstens')) return [];
                const measure = word === 'Beratungen' ? 'consultations' : 'pupils';
                return [
                  [
                    nameOf(line[0]!.split(' ')[0]!, line[1]!, measure, COLUMN_OF[label] ?? label),
                    numberIn(value),
                  ],
                ];
              }),
            ),
        );
      },
    ],
  ];

  /** What the words of the cells say adds up. */
  function knowledgeOf(shown: Shown): Knowledge {
    const cells = Object.keys(shown).map((cell) => cell.split(' ') as [string, string, string, string]);
    const sums: string[][] = [];
    const pairs: [string, string][] = [];
    for (const [region, type, measure, column] of cells) {
      const whole = nameOf(region, type, measure, column);
      const like = (wanted: (other: string, otherType: string, otherColumn: string) => boolean): string[] =>
        cells.flatMap(([r, t, m, c]) => (m === measure && wanted(r, t, c) ? [nameOf(r, t, m, c)] : []));
      if (column === 'REPORTED_TOTAL')
        sums.push([whole, ...like((r, t, c) => r === region && t === type && c !== column)]);
      if (measure === 'pupils') pairs.push([whole, nameOf(region, type, 'consultations', column)]);
      if (type !== '' || region.length === 5) continue;
      const digits = region.length === 2 ? 3 : 5;
      sums.push([
        whole,
        ...like((r, t, c) => c === column && t === '' && r.length === digits && r.startsWith(region)),
      ]);
      if (digits === 5) sums.push([whole, ...like((r, t, c) => c === column && t !== '' && r === region)]);
    }
    return { shown, sums, pairs, domain: () => [POLICY_1.k, 5000] };
  }

  test.each(formats)('tells no hidden cell more closely than the width from %s', (_, read) => {
    const ends = Object.values(endsOf(knowledgeOf(read())));
    // He has read all of it rightly, not a part that gives nothing away.
    expect(read()).toEqual(formats[0]![1]());
    expect(ends.length).toBeGreaterThan(4);
    expect(ends.filter(([low, high]) => high - low < POLICY_1.width)).toEqual([]);
  });

  test('tells them at once where one cell more is shown', () => {
    const shown = formats[0]![1]();
    const truth = endsOf(knowledgeOf(shown));
    const told = Object.keys(truth)
      .slice(0, 3)
      .filter((cell) => {
        const ends = Object.values(endsOf(knowledgeOf({ ...shown, [cell]: truth[cell]![0] })));
        return ends.some(([low, high]) => high - low < POLICY_1.width);
      });
    expect(told.length).toBeGreaterThan(0);
  });
});
