/** Notes, signatures, cosignatures and checkpoints: what is believed, and what is refused by which sentence. */
import { sign as ed25519 } from 'node:crypto';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from '../../src/merkle/checkpoint.ts';
import { formatNote, type Note, parseNote } from '../../src/merkle/note.ts';
import { Refused } from '../../src/merkle/refused.ts';
import { openCheckpoint } from '../../src/merkle/signed-checkpoint.ts';
import { cosign, sign, verifySignatures } from '../../src/merkle/signatures.ts';
import { keyPair, LOG, SECOND, WITNESS } from './keys.ts';
import { checking, secretOf, sha256, signing } from './primitives.ts';

const refusal = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refused)
      return error.line === undefined ? error.code : `${error.code} in ${error.line}`;
    throw error;
  }
  return 'read';
};
const read = (text: string): Note => parseNote(Buffer.from(text));
const checkpoint: Checkpoint = { origin: LOG.open.name, size: 5, root: sha256(Buffer.from('root')) };
const text = formatCheckpoint(checkpoint);
const byLog = sign(signing, LOG.secret, text);
const byWitness = cosign(signing, WITNESS.secret, text, 1_790_000_000);
const note: Note = { text, signatures: [byLog, byWitness] };

describe('a note', () => {
  test('is read back as it was written', () => {
    expect(read(formatNote(note))).toEqual(note);
  });

  test('may have empty lines in its text: the last one divides', () => {
    const other = { text: '\n\na\n\n\nb\n', signatures: [byLog] };
    expect(read(formatNote(other))).toEqual(other);
  });

  test.each([
    ['', 'not-a-note'],
    ['\n', 'not-a-note'],
    ['\n\n', 'not-a-note'],
    ['text\n\n', 'not-a-note'],
    ['text\n— a AAAAAAA=\n', 'not-a-note'],
    ['text\n\n— a AAAAAAA=', 'not-a-note'],
    ['text\r\n\r\n— a AAAAAAA=\r\n', 'control-character'],
    ['te\0xt\n\n— a AAAAAAA=\n', 'control-character'],
    ['text\n\n- a AAAAAAA=\n', 'not-a-signature-line in 3'],
    ['text\n\n—a AAAAAAA=\n', 'not-a-signature-line in 3'],
    ['text\n\n—  a AAAAAAA=\n', 'not-a-signature-line in 3'],
    ['text\n\n— a  AAAAAAA=\n', 'not-a-signature-line in 3'],
    ['text\n\n— a AAAAAAA= \n', 'not-a-signature-line in 3'],
    ['text\n\n— a+b AAAAAAA=\n', 'not-a-signature-line in 3'],
    ['text\n\n— a\u00a0b AAAAAAA=\n', 'not-a-signature-line in 3'],
    ['text\n\n— a AAAAAA==\n', 'not-a-signature-line in 3'],
    ['text\n\n— a AAAAAAA\n', 'not-a-signature-line in 3'],
    ['text\n\n— a AAAAAAB=\n', 'not-a-signature-line in 3'],
    ['text\n\n— a AAAA_AA=\n', 'not-a-signature-line in 3'],
    ['one\ntwo\n\n— a AAAAAAA=\n— b\n', 'not-a-signature-line in 5'],
    [`text\n\n${'— a AAAAAAA=\n'.repeat(101)}`, 'too-many-signatures'],
    ['x'.repeat(1_000_001), 'too-long'],
  ])('%j is refused: %s', (bad, code) => {
    expect(refusal(() => read(bad))).toBe(code);
  });

  test('must be UTF-8, and a byte order mark belongs to the text', () => {
    const bytes = Buffer.from(formatNote(note));
    bytes[0] = 0xff;
    expect(refusal(() => parseNote(bytes))).toBe('not-utf8');
    expect(read(`\ufeff${formatNote(note)}`).text).toBe(`\ufeff${text}`);
  });

  test('that could not be read back is not written', () => {
    expect(refusal(() => formatNote({ text: 'no newline', signatures: [byLog] }))).toBe('not-a-note');
    expect(refusal(() => formatNote({ text: 'a\n', signatures: [] }))).toBe('not-a-note');
    expect(refusal(() => formatNote({ text: 'a\r\n', signatures: [byLog] }))).toBe('control-character');
    expect(refusal(() => formatNote({ text: '\ud800\n', signatures: [byLog] }))).toBe('control-character');
  });

  test('of the limit of a hundred signatures is read', () => {
    expect(read(`text\n\n${'— a AAAAAAA=\n'.repeat(100)}`).signatures).toHaveLength(100);
  });
});

/** The same of what takes its time. */
const refusalOf = async (work: Promise<unknown>): Promise<unknown> => {
  const [outcome] = await Promise.allSettled([work]);
  return refusal(() => {
    if (outcome.status === 'rejected') throw outcome.reason;
  });
};

describe('signatures', () => {
  const keys = [LOG.open, WITNESS.open];
  const verified = (changed: Note, known = keys) => verifySignatures(checking, changed, known);

  test('of known keys hold, a witness with its time; unknown ones are passed over', async () => {
    const stranger = keyPair('log', 'stranger.example', 7);
    const all = { text, signatures: [sign(signing, stranger.secret, text), byLog, byWitness] };
    expect(await verified(all)).toEqual([{ key: LOG.open }, { key: WITNESS.open, time: 1_790_000_000 }]);
    expect(await verified(all, [])).toEqual([]);
  });

  test('of an unknown key are passed over even with the name or the id of a known one', async () => {
    const garbage = new Uint8Array(64);
    const signatures = [
      { name: LOG.open.name, keyId: '00000000', bytes: garbage },
      { name: 'other', keyId: LOG.open.id, bytes: garbage },
      byLog,
    ];
    expect(await verified({ text, signatures })).toEqual([{ key: LOG.open }]);
  });

  test('of a known key that do not hold spoil the whole note', async () => {
    const bad = { ...byWitness, bytes: byWitness.bytes.with(40, byWitness.bytes[40]! ^ 1) };
    expect(await refusalOf(verified({ text, signatures: [byLog, bad] }))).toBe('wrong-signature');
  });

  test('break with every bit changed, and with any other length', async () => {
    for (const signature of [byLog, byWitness]) {
      const { bytes } = signature;
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const flipped = bytes.with(bit >> 3, bytes[bit >> 3]! ^ (1 << (bit & 7)));
        const changed = { text, signatures: [{ ...signature, bytes: flipped }] };
        expect(await refusalOf(verified(changed))).toBe('wrong-signature');
      }
      for (const other of [
        bytes.slice(1),
        bytes.slice(0, -1),
        Uint8Array.from([...bytes, 0]),
        new Uint8Array(1),
      ])
        expect(await refusalOf(verified({ text, signatures: [{ ...signature, bytes: other }] }))).toBe(
          'wrong-signature',
        );
    }
  });

  test('of another length or with a time beyond 2^53 are refused before the platform is asked', async () => {
    const gullible = { ...checking, verify: () => true };
    const late = byWitness.bytes.with(1, 0x20);
    for (const [signature, bytes] of [
      [byLog, byLog.bytes.slice(1)],
      [byLog, byWitness.bytes],
      [byWitness, byLog.bytes],
      [byWitness, late],
    ] as const) {
      const changed = { text, signatures: [{ ...signature, bytes }] };
      expect(await refusalOf(verifySignatures(gullible, changed, keys))).toBe('wrong-signature');
    }
  });

  test('do not hold for a text with any byte changed', async () => {
    for (let at = 0; at < text.length - 1; at++) {
      const changed = `${text.slice(0, at)}~${text.slice(at + 1)}`;
      for (const signature of [byLog, byWitness])
        expect(await refusalOf(verified({ text: changed, signatures: [signature] }))).toBe('wrong-signature');
    }
  });

  test('of a witness are over the words of C2SP, its time before them', async () => {
    const words = `cosignature/v1\ntime 1790000000\n${text}`;
    const expected = Buffer.concat([
      Buffer.from('000000006ab13b80', 'hex'),
      ed25519(null, Buffer.from(words), secretOf(WITNESS.secret.seed)),
    ]);
    expect(Buffer.from(byWitness.bytes)).toEqual(expected);
  });

  test('of a log do not pass for a cosignature with the same secret', async () => {
    const twin = keyPair('witness', LOG.open.name, 1);
    const posed = { name: twin.open.name, keyId: twin.open.id, bytes: byLog.bytes };
    expect(await refusalOf(verified({ text, signatures: [posed] }, [twin.open]))).toBe('wrong-signature');
  });

  test('are made by the key that is meant for them', async () => {
    expect(() => sign(signing, WITNESS.secret, text)).toThrow(TypeError);
    expect(() => cosign(signing, LOG.secret, text, 1)).toThrow(TypeError);
    for (const time of [-1, 0.5, NaN, 2 ** 53])
      expect(() => cosign(signing, WITNESS.secret, text, time)).toThrow(RangeError);
  });
});

describe('the text of a checkpoint', () => {
  test.each([0, 5, 2 ** 32, 2 ** 53 - 1])('of %d leaves is read back as it was written', (size) => {
    const written = formatCheckpoint({ ...checkpoint, size });
    expect(written).toBe(`${LOG.open.name}\n${size}\n${Buffer.from(checkpoint.root).toString('base64')}\n`);
    expect(parseCheckpoint(written)).toEqual({ ...checkpoint, size });
  });

  test('may have extension lines, which are passed over', () => {
    expect(parseCheckpoint(`${text}more\nand more\n`)).toEqual(checkpoint);
  });

  test.each([
    ['', 'not-a-checkpoint in 1'],
    ['a', 'not-a-checkpoint'],
    ['a\n', 'not-a-checkpoint in 2'],
    [text.replace(LOG.open.name, ''), 'not-a-checkpoint in 1'],
    [text.replace('\n5\n', '\n05\n'), 'not-a-checkpoint in 2'],
    [text.replace('\n5\n', '\n+5\n'), 'not-a-checkpoint in 2'],
    [text.replace('\n5\n', '\n-5\n'), 'not-a-checkpoint in 2'],
    [text.replace('\n5\n', '\n5 \n'), 'not-a-checkpoint in 2'],
    [text.replace('\n5\n', '\n5e3\n'), 'not-a-checkpoint in 2'],
    [text.replace('\n5\n', '\n٥\n'), 'not-a-checkpoint in 2'],
    [text.replace('\n5\n', '\n\n'), 'not-a-checkpoint in 2'],
    [text.replace('\n5\n', '\n9007199254740992\n'), 'not-a-checkpoint in 2'],
    [text.replace('\n5\n', `\n${'9'.repeat(400)}\n`), 'not-a-checkpoint in 2'],
    ['a\n5\n', 'not-a-checkpoint in 3'],
    ['a\n5\nAAAA\n', 'not-a-checkpoint in 3'],
    [text.replace('=', ''), 'not-a-checkpoint in 3'],
    [text.slice(0, -1), 'not-a-checkpoint'],
    [`${text}\n`, 'not-a-checkpoint in 4'],
    [`${text}more\n\nand more\n`, 'not-a-checkpoint in 5'],
  ])('%j is refused: %s', (bad, code) => {
    expect(refusal(() => parseCheckpoint(bad))).toBe(code);
  });

  test('that could not be read back is not written', () => {
    const bad = [
      { origin: '' },
      { origin: 'a\nb' },
      { origin: 'a\rb' },
      { size: -1 },
      { size: 0.5 },
      { size: 2 ** 53 },
      { root: new Uint8Array(31) },
    ];
    for (const part of bad)
      expect(refusal(() => formatCheckpoint({ ...checkpoint, ...part }))).toMatch(/^not-a-checkpoint/);
  });
});

describe('a checkpoint is opened', () => {
  const open = (changed: Note) => openCheckpoint(checking, changed, LOG.open, [WITNESS.open, SECOND.open]);

  test('with the cosignatures of the witnesses that are known', async () => {
    const bySecond = cosign(signing, SECOND.secret, text, 7);
    expect(await open({ text, signatures: [bySecond, byLog, byWitness] })).toEqual({
      checkpoint,
      cosignatures: [
        { key: SECOND.open, time: 7 },
        { key: WITNESS.open, time: 1_790_000_000 },
      ],
    });
  });

  test('only if the log has signed it', async () => {
    expect(await refusalOf(open({ text, signatures: [byWitness] }))).toBe('not-signed-by-the-log');
  });

  test('only if it is one, under the origin of the log', async () => {
    const signed = (words: string): Note => ({ text: words, signatures: [sign(signing, LOG.secret, words)] });
    expect(await refusalOf(open(signed('hello\n')))).toBe('not-a-checkpoint in 2');
    expect(await refusalOf(open(signed(formatCheckpoint({ ...checkpoint, origin: 'other' }))))).toBe(
      'other-origin in 1',
    );
  });
});

test('a refusal says its code and the line to blame, and nothing of the text', () => {
  expect(new Refused('wrong-signature').message).toBe('wrong-signature');
  expect(new Refused('not-a-signature-line', 7).message).toBe('not-a-signature-line, line 7');
});
