/** The verifier against invented bundles: sound ones hold, and each way of tampering is found, by name. */
import fc from 'fast-check';
import { parseNote } from '../../src/merkle/note.ts';
import { openCheckpoint } from '../../src/merkle/signed-checkpoint.ts';
import { checking } from '../merkle/primitives.ts';
import { type Archive, changeManifest, codesOf, linesIn, packed, verified } from './archive.ts';
import { bundleOf, InventedLog, keyOf, publicOf } from './invented-log.ts';

const END = 37;
/** Heads of the log; those at 12 and 37 bound the bundle. */
const HEADS = [5, 12, 13, 20, 29, END];
const log = new InventedLog().add(60);
const notes = new Map(HEADS.filter((size) => size >= 12).map((size) => [size, log.note(size)]));
const TRUST = [publicOf(log.key)];
const sound = (): Archive => bundleOf([log.span(12, END, notes, 10)], log.key);
const entries = (part: number): string => `tree-1/00000${part}-entries.ndjson`;
const checkpoints = (part: number): string => `tree-1/00000${part}-checkpoints.ndjson`;

/** The lines of a file, changed. */
function relined(files: Archive, name: string, change: (lines: string[]) => string[]): Archive {
  const lines = change(files.get(name)!.split('\n').slice(0, -1));
  return files.set(name, lines.map((line) => `${line}\n`).join(''));
}
const noteLine = (note: string): string => JSON.stringify({ note });

describe('the verifier', () => {
  test('finds nothing in a sound bundle, and counts what it has seen', async () => {
    const { findings, seen } = await verified(packed(sound()), TRUST);
    expect(findings.kept).toEqual([]);
    expect(seen!.trees).toEqual([
      {
        origin: 'kanon.example/log/05',
        first: 12,
        end: 37,
        entries: 22,
        erased: 3,
        checkpoints: 5,
      },
    ]);
  });

  test.each([1, 3, 24, 25, 100])('takes any number of leaves in a file: %d', async (leavesPerFile) => {
    const files = bundleOf([log.span(12, END, notes, leavesPerFile)], log.key, { leavesPerFile });
    expect(await codesOf(verified(packed(files), TRUST))).toEqual([]);
  });

  test('takes a bundle from the first leaf on, and one without leaves', async () => {
    const whole = new Map(HEADS.map((size) => [size, log.note(size)]));
    const all = bundleOf([log.span(0, END, whole, 10)], log.key);
    expect(await codesOf(verified(packed(all), TRUST))).toEqual([]);
    const none = bundleOf([log.span(12, 12, notes, 10)], log.key);
    expect(await codesOf(verified(packed(none), TRUST))).toEqual([]);
    // The control: without its checkpoint even an empty bundle proves nothing.
    const bare = bundleOf([log.span(12, 12, new Map(), 10)], log.key);
    expect(await codesOf(verified(packed(bare), TRUST))).toEqual(['no-signed-start', 'no-signed-end']);
  });

  const fork = new InventedLog().add(60, (index) => (index === 30 ? { office: 'Anderes Amt' } : {}));
  const TAMPERED: readonly (readonly [what: string, tamper: (files: Archive) => unknown, codes: string[]])[] =
    [
      [
        'an entry edited',
        (files) =>
          files.set(entries(2), files.get(entries(2))!.replace('Erfundenes Amt 25', 'Erfundenes Amt 26')),
        ['changed'],
      ],
      [
        'an entry passed off as erased',
        (files) =>
          relined(files, entries(1), ([line = '', ...rest]) => {
            const { index, leaf } = JSON.parse(line);
            return [
              JSON.stringify({ entry: null, index, key: null, leaf: leaf.replace(/^./, 'z') }),
              ...rest,
            ];
          }),
        ['not-consistent', 'not-consistent', 'not-consistent', 'not-consistent', 'no-signed-end'],
      ],
      [
        'an entry deleted',
        (files) => relined(files, entries(2), (lines) => lines.slice(1)),
        ['lines-missing'],
      ],
      [
        'an entry deleted and the others moved up',
        (files) => relined(files, entries(2), (lines) => [...lines.slice(1), lines[0]!]),
        ['out-of-order'],
      ],
      [
        'two entries swapped with their places',
        (files) =>
          relined(files, entries(2), ([first = '', second = '', ...rest]) => [
            second.replace('"index":23', '"index":22'),
            first.replace('"index":22', '"index":23'),
            ...rest,
          ]),
        ['not-consistent', 'not-consistent', 'no-signed-end'],
      ],
      [
        'an entry inserted',
        (files) => relined(files, entries(2), (lines) => [lines[0]!, ...lines]),
        ['lines-missing'],
      ],
      ['a part deleted', (files) => files.delete(entries(2)), ['other-file']],
      [
        'an older checkpoint replayed at the end',
        (files) => relined(files, checkpoints(3), () => [noteLine(notes.get(29)!)]),
        ['out-of-place', 'no-signed-end'],
      ],
      [
        'a checkpoint shown twice',
        (files) => relined(files, checkpoints(3), (lines) => [...lines, ...lines]),
        ['out-of-place'],
      ],
      [
        'a fork that the key of the log has signed',
        (files) => relined(files, checkpoints(3), () => [noteLine(fork.note(END))]),
        ['not-consistent', 'no-signed-end'],
      ],
      [
        'a fork signed with another key of that name',
        (files) =>
          relined(files, checkpoints(3), () => [
            noteLine(fork.note(END, { by: keyOf(log.key.name, 'log', 'other') })),
          ]),
        ['not-signed-by-the-log', 'no-signed-end'],
      ],
      [
        'a checkpoint of another log',
        (files) => relined(files, checkpoints(2), () => [noteLine(new InventedLog(9).add(25).note(25))]),
        ['not-signed-by-the-log'],
      ],
      [
        'the first checkpoint left out',
        (files) => relined(files, checkpoints(1), (lines) => lines.slice(1)),
        ['no-signed-start'],
      ],
      [
        'another key named in the manifest',
        (files) =>
          changeManifest(files, ({ trees }) => (trees[0].key = trees[0].key.replace(/.{4}$/, 'AAA='))),
        ['other-key', 'wrong-signature'],
      ],
      [
        'a later day to delete it by',
        (files) => changeManifest(files, (manifest) => (manifest.deleteBy = '2091-01-01T00:00:00.000Z')),
        ['wrong-signature'],
      ],
      [
        'the bundle cut down to an earlier head',
        (files) => {
          changeManifest(files, ({ trees }) => (trees[0].end = 20));
          for (const part of [2, 3]) [entries(part), checkpoints(part)].forEach((name) => files.delete(name));
          relined(files, entries(1), (lines) => lines.slice(0, 8));
        },
        ['wrong-signature'],
      ],
      [
        'a second spelling of a line',
        (files) => relined(files, entries(1), ([line = '', ...rest]) => [line.replace('{', '{ '), ...rest]),
        ['not-canonical'],
      ],
      [
        'a field that stands there twice',
        (files) =>
          relined(files, entries(1), ([line = '', ...rest]) => [
            line.replace('"index"', '"index":0,"index"'),
            ...rest,
          ]),
        ['not-canonical'],
      ],
    ];
  test.each(TAMPERED)('finds %s', async (_what, tamper, codes) => {
    const files = sound();
    tamper(files);
    expect(await codesOf(verified(packed(files), TRUST))).toEqual(codes);
  });

  test('finds every single changed, cut or doubled byte', async () => {
    const tar = packed(sound());
    const seed = Date.now() % 2 ** 31;
    console.log(`seed ${seed}`);
    const change = fc.record({
      at: fc.nat(tar.length - 1),
      bits: fc.integer({ min: 1, max: 255 }),
      how: fc.constantFrom('flip', 'cut', 'double'),
    });
    const tampered = ({ at, bits, how }: { at: number; bits: number; how: string }): Buffer => {
      if (how === 'cut') return Buffer.concat([tar.subarray(0, at), tar.subarray(at + 1)]);
      if (how === 'double') return Buffer.concat([tar.subarray(0, at), tar.subarray(at - 1)]);
      const copy = Buffer.from(tar);
      copy[at] = copy[at]! ^ bits;
      return copy;
    };
    await fc.assert(
      fc.asyncProperty(change, async (one) => {
        expect((await verified(tampered(one), TRUST)).findings.count).toBeGreaterThan(0);
      }),
      { seed, numRuns: 300 },
    );
    // The control: filling alone is no finding.
    expect(await codesOf(verified(Buffer.concat([tar, Buffer.alloc(512 * 7)]), TRUST))).toEqual([]);
  });

  test('needs the key of the log, and the right one', async () => {
    const tar = packed(sound());
    expect(await codesOf(verified(tar, []))).toEqual(['unknown-log']);
    const swapped = publicOf(keyOf(log.key.name, 'log', 'other'));
    expect(new Set(await codesOf(verified(tar, [swapped])))).toEqual(
      new Set(['other-key', 'not-signed-by-the-log', 'no-signed-start', 'no-signed-end']),
    );
  });

  test('says when the bundle had to be deleted', async () => {
    const tar = packed(
      bundleOf([log.span(12, END, notes, 10)], log.key, { deleteBy: '2026-07-01T00:00:00.000Z' }),
    );
    expect(await codesOf(verified(tar, TRUST, [], new Date('2026-06-30T23:59:59Z')))).toEqual([]);
    expect(await codesOf(verified(tar, TRUST, [], new Date('2026-07-01T00:00:01Z')))).toEqual([
      'past-delete-by',
    ]);
  });

  test('finds an entry that was erased before its time', async () => {
    const files = (months: number, since?: string) => {
      const { of, files: parts } = log.span(12, END, notes, 10);
      const span = { of: { ...of, ...(since && { since }) }, files: parts };
      return codesOf(verified(packed(bundleOf([span], log.key, { months })), TRUST));
    };
    expect(await files(5)).toEqual([]);
    expect(await files(6)).toEqual(['erased-early', 'erased-early', 'erased-early']);
    // Behind the first checkpoint of 2025 an erased entry may be as old; not so one behind an entry of 2026.
    expect(await files(13, '2025-01-01T00:00:00.000Z')).toEqual([
      'erased-early',
      'erased-early',
      'erased-early',
    ]);
    // And the first leaf of a bundle is held against that checkpoint alone.
    const early = new InventedLog().add(10);
    const first = (since: string) => {
      const { of, files: parts } = early.span(
        3,
        4,
        new Map([3, 4].map((size) => [size, early.note(size)])),
        10,
      );
      const span = { of: { ...of, since }, files: parts };
      return codesOf(verified(packed(bundleOf([span], early.key, { months: 6 })), [publicOf(early.key)]));
    };
    expect(await first('2026-01-01T00:00:00.000Z')).toEqual(['erased-early']);
    expect(await first('2025-11-30T00:00:00.000Z')).toEqual([]);
  });

  test('holds a bundle against a checkpoint of an earlier day', async () => {
    const tar = packed(sound());
    const against = async (size: number, of = log) => {
      const { checkpoint } = await openCheckpoint(
        checking,
        parseNote(Buffer.from(of.note(size))),
        publicOf(of.key),
      );
      return codesOf(verified(tar, TRUST, [], new Date(), checkpoint));
    };
    for (const size of [12, 13, 17, 22, 23, 36, END]) expect([size, await against(size)]).toEqual([size, []]);
    for (const size of [31, 32, END]) expect(await against(size, fork)).toEqual(['other-history']);
    expect(await against(11)).toEqual(['begins-after-kept']);
    expect(await against(END + 1)).toEqual(['ends-before-kept']);
    expect(await against(3, new InventedLog(2).add(3))).toEqual(['begins-after-kept']);
  });

  test('finds times that cannot be true', async () => {
    const late = new InventedLog().add(4, (index) => (index === 1 ? { at: '2026-06-02T00:00:00.000Z' } : {}));
    const odd = new InventedLog().add(4, (index) => (index === 1 ? { at: 'gestern' } : {}));
    for (const one of [late, odd]) {
      const files = bundleOf([one.span(0, 4, new Map([[4, one.note(4)]]), 10)], one.key);
      expect(await codesOf(verified(packed(files), [publicOf(one.key)]))).toEqual(['no-such-time']);
    }
  });

  test('asks each known witness for a cosignature, and holds times against it', async () => {
    const witness = keyOf('witness.example/w1', 'witness');
    const cosigned = (time: string) => {
      const last = log.note(END, { witness: [witness, new Date(time)] });
      return packed(bundleOf([log.span(12, END, new Map(notes).set(END, last), 10)], log.key));
    };
    const { findings, seen } = await verified(cosigned('2026-01-02T00:00:00Z'), TRUST, [publicOf(witness)]);
    expect(findings.kept).toEqual([]);
    expect([...seen!.cosigned.values()]).toEqual([
      { origin: 'kanon.example/log/05', size: END, time: Date.UTC(2026, 0, 2) },
    ]);
    expect(await codesOf(verified(cosigned('2026-01-01T00:05:00Z'), TRUST, [publicOf(witness)]))).toEqual([
      'after-witness',
    ]);
    const other = publicOf(keyOf('witness.example/w2', 'witness'));
    expect(await codesOf(verified(cosigned('2026-01-02T00:00:00Z'), TRUST, [other]))).toEqual([
      'witness-missing',
    ]);
    const forged = publicOf(keyOf('witness.example/w1', 'witness', 'w3'));
    expect(await codesOf(verified(cosigned('2026-01-02T00:00:00Z'), TRUST, [forged]))).toEqual([
      'witness-missing',
    ]);
  });

  describe('where the log was begun anew', () => {
    const heads = new Map([[END, log.note(END)]]);
    const first = () => log.span(0, END, heads, 100);
    const logs = [...TRUST, publicOf(new InventedLog(2, '').key)];
    const found = (link: string, before = [first()]) => {
      const second = new InventedLog(2, link).add(8);
      const spans = [...before, second.span(0, 9, new Map([[9, second.note()]]), 100)];
      return codesOf(verified(packed(bundleOf(spans, second.key, { leavesPerFile: 100 })), logs));
    };

    test.each([
      ['nothing where it goes on from the last head', () => log.note(END), []],
      ['entries missing between the two', () => log.note(END + 3), ['link-gap']],
      ['an earlier head', () => log.note(20), ['link-other']],
      ['the head of a fork', () => fork.note(END), ['link-other']],
      [
        'a forged head',
        () => log.note(END, { by: keyOf(log.key.name, 'log', 'x') }),
        ['not-signed-by-the-log'],
      ],
      ['no head at all', () => '', ['link-missing']],
      ['the head of an unknown log', () => new InventedLog(8).add(3).note(), ['unknown-log']],
      ['what is no head', () => 'erfunden', ['not-a-note']],
    ])('finds %s', async (_what, link, codes) => {
      expect(await found(link())).toEqual(codes);
    });

    test('checks the link also where the first log is not in the bundle', async () => {
      expect(await found(log.note(END), [])).toEqual([]);
      expect(await found(log.note(END, { by: keyOf(log.key.name, 'log', 'x') }), [])).toEqual([
        'not-signed-by-the-log',
      ]);
    });

    test('misses a link that is none, and takes none from the first log', async () => {
      const second = new InventedLog(2).add(8);
      const spans = [first(), second.span(0, 8, new Map([[8, second.note()]]), 100)];
      expect(
        await codesOf(verified(packed(bundleOf(spans, second.key, { leavesPerFile: 100 })), logs)),
      ).toEqual(['link-missing']);
      const odd = new InventedLog(1, log.note(END)).add(3);
      const files = bundleOf([odd.span(0, 4, new Map([[4, odd.note()]]), 10)], odd.key);
      expect(await codesOf(verified(packed(files), TRUST))).toEqual(['not-a-line']);
    });
  });

  test('keeps a hundred findings and counts the others', async () => {
    const one = new InventedLog().add(200);
    const files = bundleOf([one.span(0, 200, new Map([[200, one.note()]]), 500)], one.key, {
      leavesPerFile: 500,
    });
    files.set(entries(1), files.get(entries(1))!.replaceAll('Erfundenes', 'Gefundenes'));
    const { findings, seen } = await verified(packed(files), TRUST);
    expect([findings.kept.length, findings.count]).toEqual([100, seen!.trees[0]!.entries]);
    expect(linesIn(files.get(entries(1))!)).toHaveLength(200);
  });
});
