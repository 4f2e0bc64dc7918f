/** dist/kanon-verify.mjs, as an auditor carries it on a stick: the same bytes everywhere, and Node alone runs it. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { formatVerifierKey } from '../../src/merkle/keys.ts';
import { packed } from './archive.ts';
import { bundleOf, InventedLog, keyOf, publicOf } from './invented-log.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = join(ROOT, 'dist/kanon-verify.mjs');
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the verifier as one file', () => {
  let folder: string;
  const witness = keyOf('witness.example/w1', 'witness');
  const log = new InventedLog().add(12);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kanon-stick-'));
    await copyFile(BUILT, join(folder, 'kanon-verify.mjs'));
    const note = log.note(12, { witness: [witness, new Date('2026-01-02')] });
    const files = bundleOf([log.span(0, 12, new Map([[12, note]]), 10)], log.key);
    await writeFile(join(folder, 'good.tar'), packed(files));
    const name = 'tree-1/000001-entries.ndjson';
    files.set(name, files.get(name)!.replace('Erfundenes Amt 2', 'Erfundenes Amt 3'));
    await writeFile(join(folder, 'bad.tar'), packed(files));
    await writeFile(join(folder, 'log.vkey'), `${formatVerifierKey(publicOf(log.key))}\n`);
    await writeFile(join(folder, 'witness.vkey'), formatVerifierKey(publicOf(witness)));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, ['kanon-verify.mjs', ...args], { cwd: folder, env: {} }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });

  test('is what the sources give, needs Node alone, and its digest stands in the change log', async () => {
    const [bytes, changes, settings] = await Promise.all([
      readFile(BUILT),
      readFile(join(ROOT, 'CHANGELOG.md'), 'utf8'),
      readFile(join(ROOT, 'package.json'), 'utf8'),
    ]);
    // The same options as the script of package.json, so that this list and that one are held together.
    expect(JSON.parse(settings).scripts['build:verifier']).toBe(
      'esbuild src/verifier/main.ts --bundle --platform=node --target=node20.19 --format=esm --outfile=dist/kanon-verify.mjs --log-level=error',
    );
    const { outputFiles, metafile } = await build({
      metafile: true,
      absWorkingDir: ROOT,
      entryPoints: ['src/verifier/main.ts'],
      bundle: true,
      platform: 'node',
      target: 'node20.19',
      format: 'esm',
      write: false,
    });
    expect(digestOf(outputFiles[0]!.contents)).toBe(digestOf(bytes));
    const imports = Object.values(metafile.outputs).flatMap((output) =>
      output.imports.map(({ path }) => path),
    );
    expect(imports.length).toBeGreaterThan(2);
    expect(imports.filter((path) => !path.startsWith('node:'))).toEqual([]);
    expect(/kanon-verify\.mjs`[^`]*`([0-9a-f]{64})`/.exec(changes)?.[1]).toBe(digestOf(bytes));
  });

  test('runs in an empty folder on a good bundle', async () => {
    const { code, out, err } = await run('good.tar', '--key', 'log.vkey', '--witness-key', 'witness.vkey');
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')).toEqual([
      'Das Paket stimmt.',
      'Zeit: 2026-01-01 00:00 UTC bis 2026-06-01 00:00 UTC',
      'kanon.example/log/05: Plätze 0 bis 11: 10 Einträge, 2 gelöschte; geprüfte Prüfpunkte: 1',
      'nach Angabe des Betreibers: Einträge bleiben 1 Monat; der erste hier ist nicht älter als 2026-01-01 00:00 UTC',
      'Zeuge witness.example/w1: hat bis Platz 11 von kanon.example/log/05 mitsigniert, 2026-01-02 00:00 UTC',
      'Zu löschen bis: 2090-01-01 00:00 UTC',
      '',
    ]);
  });

  test('finds a bad bundle, in English and as JSON', async () => {
    const { code, err } = await run('bad.tar', '--key=log.vkey', '--lang', 'en');
    expect([code, err]).toEqual([
      1,
      'The bundle does not hold: 1 finding.\n' +
        'tree-1/000001-entries.ndjson:3: This entry is not the one that the log commits to: it, or its key, was changed.\n',
    ]);
    const json = await run('bad.tar', '--key', 'log.vkey', '--json');
    expect([json.code, JSON.parse(json.out).findings.length]).toEqual([1, 1]);
  });

  test('holds a bundle and an entry against a checkpoint that was kept', async () => {
    const fork = new InventedLog().add(12, (index) => (index === 5 ? { office: 'Anderes Amt' } : {}));
    const notes = { same: log.note(12), early: log.note(7), late: new InventedLog().add(14).note(14) };
    for (const [name, note] of Object.entries({ ...notes, fork: fork.note(12) }))
      await writeFile(join(folder, `${name}.checkpoint`), note);
    await writeFile(join(folder, 'entry.json'), log.proof(4, 12, log.note(12)));
    const against = (file: string, kept: string) =>
      run(file, '--key', 'log.vkey', '--lang', 'en', '--kept', `${kept}.checkpoint`);
    for (const [kept, size] of [
      ['same', 12],
      ['early', 7],
    ] as const)
      expect(await against('good.tar', kept)).toMatchObject({
        code: 0,
        out: expect.stringContaining(
          `\nholds all that the checkpoint you kept vouches for, over ${size} places\n`,
        ),
      });
    for (const [kept, found] of [
      ['fork', 'two histories'],
      ['late', 'ends before'],
    ] as const)
      for (const file of ['good.tar', 'entry.json'])
        expect(await against(file, kept)).toMatchObject({ code: 1, err: expect.stringContaining(found) });
    expect((await against('entry.json', 'same')).out).toContain('holds all that the checkpoint you kept');
    const early = await against('entry.json', 'early');
    expect([early.code, early.out]).toEqual([0, expect.stringContaining('Not compared')]);
  });

  test('says how it is used, and what is wrong with a key file', async () => {
    for (const args of [[], ['good.tar'], ['good.tar', '--kye', 'x'], ['a', 'b', '--key', 'log.vkey']])
      expect(await run(...args)).toMatchObject({ code: 2, err: expect.stringContaining('--key') });
    await writeFile(join(folder, 'two.vkey'), `${formatVerifierKey(publicOf(log.key))}\n`.repeat(2));
    await writeFile(join(folder, 'empty.vkey'), '\n');
    for (const key of ['good.tar', 'none.vkey', 'witness.vkey', 'two.vkey', 'empty.vkey', '.'])
      expect([key, await run('good.tar', '--key', key)]).toEqual([
        key,
        { code: 6, out: '', err: expect.stringMatching(/^[^\n]+\.\n$/) },
      ]);
    for (const kept of ['good.tar', 'none.checkpoint', 'log.vkey'])
      expect(await run('good.tar', '--key', 'log.vkey', '--kept', kept)).toEqual({
        code: 6,
        out: '',
        err: expect.stringMatching(/^[^\n]+\.\n$/),
      });
    for (const file of ['none.tar', '.'])
      expect(await run(file, '--key', 'log.vkey')).toMatchObject({ code: 6, out: '' });
  });
});
