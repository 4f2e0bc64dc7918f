/** Readers under fire: whatever the bytes, they are read and written back alike, or refused with a sentence. */
import fc from 'fast-check';
import { formatCheckpoint, parseCheckpoint } from '../../src/merkle/checkpoint.ts';
import { append, EMPTY_EDGE, rootOf } from '../../src/merkle/edge.ts';
import {
  formatSignerKey,
  formatVerifierKey,
  parseSignerKey,
  parseVerifierKey,
} from '../../src/merkle/keys.ts';
import { formatLogProof, parseLogProof } from '../../src/merkle/log-proof.ts';
import { formatNote, parseNote } from '../../src/merkle/note.ts';
import { Refused } from '../../src/merkle/refused.ts';
import { openCheckpoint } from '../../src/merkle/signed-checkpoint.ts';
import { cosign, sign } from '../../src/merkle/signatures.ts';
import { isConsistent, isIncluded } from '../../src/merkle/verify.ts';
import { LOG, WITNESS } from './keys.ts';
import { checking, sha256, signing } from './primitives.ts';

const seed = Number(process.env['KANON_SEED'] ?? Date.now() % 2 ** 31);
console.log(`seed ${seed}; KANON_SEED=${seed} repeats it`);
const run = { seed, numRuns: 3_000 };

const root = rootOf(sha256, append(sha256, EMPTY_EDGE, [sha256(new Uint8Array(1))]).edge);
const text = formatCheckpoint({ origin: LOG.open.name, size: 1, root });
const note = {
  text,
  signatures: [sign(signing, LOG.secret, text), cosign(signing, WITNESS.secret, text, 7)],
};

/** Each reader with its writer and a sound text to start from. */
const READERS: readonly (readonly [name: string, sound: string, rewrite: (bytes: Buffer) => string])[] = [
  ['note', formatNote(note), (bytes) => formatNote(parseNote(bytes))],
  [
    'log proof',
    formatLogProof({ extra: root, index: 3, hashes: [root, root], checkpoint: note }),
    (bytes) => formatLogProof(parseLogProof(bytes)),
  ],
  ['checkpoint', text, (bytes) => formatCheckpoint(parseCheckpoint(bytes.toString()))],
  [
    'verifier key',
    formatVerifierKey(LOG.open),
    (bytes) => formatVerifierKey(parseVerifierKey(sha256, bytes.toString())),
  ],
  [
    'signer key',
    formatSignerKey(WITNESS.secret),
    (bytes) => formatSignerKey(parseSignerKey(signing, bytes.toString())),
  ],
];

/** What a reader makes of bytes: the text written anew, or undefined where it refuses; anything else is a fault of ours. */
function rewritten(rewrite: (bytes: Buffer) => string, bytes: Buffer): string | undefined {
  try {
    return rewrite(bytes);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/** A change of a text: so many bytes gone at a place, these there instead. */
const edits = fc.array(
  fc.record({
    at: fc.nat(),
    gone: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 200 })),
    there: fc.oneof(
      fc.constantFrom(' ', '\n', '\n\n', '— ', '+', '=', '0', '\u00a0', '\r\n', 'index 1\n', 'AAAA'),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

describe.each(READERS)('the reader of a %s', (name, sound, rewrite) => {
  test('reads what was written', () => {
    expect(rewritten(rewrite, Buffer.from(sound))).toBe(sound);
  });

  test('refuses random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(rewritten(rewrite, Buffer.from(bytes))).toBeUndefined();
      }),
      run,
    );
  });

  test('reads a changed text as it stands, or refuses it', () => {
    fc.assert(
      fc.property(edits, (changes) => {
        let bytes = Buffer.from(sound);
        for (const { at, gone, there } of changes) {
          const from = at % (bytes.length + 1);
          bytes = Buffer.concat([bytes.subarray(0, from), Buffer.from(there), bytes.subarray(from + gone)]);
        }
        const again = rewritten(rewrite, bytes);
        // Extension lines are the one thing that is read and not written.
        if (again !== undefined && name === 'checkpoint')
          expect(bytes.toString().startsWith(again)).toBe(true);
        else if (again !== undefined) expect(again).toBe(bytes.toString());
      }),
      run,
    );
  });

  test('refuses every beginning of a text', () => {
    for (let end = 0; end < sound.length; end++) {
      const cut = Buffer.from(sound).subarray(0, end);
      const again = rewritten(rewrite, cut);
      // A note stays one without its last signature.
      if (again !== undefined) expect([again, cut.toString().endsWith('\n')]).toEqual([cut.toString(), true]);
    }
  });

  test.each(['\n', 'A', '+', '— a AAAAAAA=\n', '\n\n', '=', '\u2028', '0'])(
    'comes to an end with a million times %j',
    (part) => {
      const many = part.repeat(1_000_000 / part.length);
      for (const place of [0, sound.length >> 1, sound.length]) {
        const bytes = Buffer.from(sound.slice(0, place) + many + sound.slice(place));
        expect(rewritten(rewrite, bytes)?.length ?? 0).toBeLessThanOrEqual(bytes.length);
      }
    },
  );
});

test('a checkpoint with one byte changed anywhere is not opened as another one', async () => {
  const bytes = Buffer.from(formatNote(note));
  const opened = await openCheckpoint(checking, parseNote(bytes), LOG.open, [WITNESS.open]);
  for (let at = 0; at < bytes.length; at++) {
    for (const flip of [1, 2, 0x20, 0x80]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= flip;
      try {
        const other = await openCheckpoint(checking, parseNote(changed), LOG.open, [WITNESS.open]);
        // Only the witness's name or key id can have changed: it is then unknown, and counts no more.
        expect(other).toEqual({ ...opened, cosignatures: [] });
      } catch (error) {
        expect(error).toBeInstanceOf(Refused);
      }
    }
  }
});

test('no proof of random hashes holds', () => {
  const hash = fc.uint8Array({ minLength: 0, maxLength: 40 });
  const numbers = fc.oneof(fc.nat({ max: 9 }), fc.maxSafeInteger(), fc.double());
  fc.assert(
    fc.property(
      numbers,
      numbers,
      hash,
      hash,
      fc.array(hash, { maxLength: 60 }),
      (index, size, leaf, top, proof) => {
        expect(isIncluded(sha256, leaf, index, { size, root: top }, proof)).toBe(false);
        if (index > 0 && index !== size)
          expect(isConsistent(sha256, { size: index, root: leaf }, { size, root: top }, proof)).toBe(false);
      },
    ),
    run,
  );
});
