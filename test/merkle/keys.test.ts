/** Keys in one line: read as written, and refused when a sign of them is wrong. */
import { createHash } from 'node:crypto';
import {
  formatSignerKey,
  formatVerifierKey,
  parseSignerKey,
  parseVerifierKey,
  signerKey,
} from '../../src/merkle/keys.ts';
import { Refused } from '../../src/merkle/refused.ts';
import { keyPair, LOG, WITNESS } from './keys.ts';
import { sha256, signing } from './primitives.ts';

const open = formatVerifierKey(LOG.open);
const secret = formatSignerKey(LOG.secret);
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
  return 'read';
};

test.each([LOG, WITNESS, keyPair('log', 'überall.example/träger', 9)])(
  '$open.name is read as it was written, secret and open',
  (pair) => {
    expect(parseVerifierKey(sha256, formatVerifierKey(pair.open))).toEqual(pair.open);
    expect(parseSignerKey(signing, formatSignerKey(pair.secret))).toEqual(pair.secret);
  },
);

test.each([
  [LOG, 1],
  [WITNESS, 4],
])('the id is the head of SHA-256 over name, newline, type byte and public key', ({ open: key }, byte) => {
  const digest = createHash('sha256')
    .update(`${key.name}\n`)
    .update(Buffer.from([byte]))
    .update(key.publicKey);
  expect(key.id).toBe(digest.digest('hex').slice(0, 8));
});

test('one secret has another id as a witness than as a log', () => {
  expect(keyPair('witness', LOG.open.name, 1).open.id).not.toBe(LOG.open.id);
  expect(keyPair('witness', LOG.open.name, 1).open.publicKey).toEqual(LOG.open.publicKey);
});

test('every other sign in a key is refused, or is a key with another id', () => {
  for (const [text, parse] of [
    [open, (line: string) => parseVerifierKey(sha256, line)],
    [secret, (line: string) => parseSignerKey(signing, line)],
  ] as const) {
    for (let at = 0; at < text.length; at++) {
      for (const sign of ['', ' ', '+', '=', 'A', 'f', '0', '\n', 'ä']) {
        const other = text.slice(0, at) + sign + text.slice(at + 1);
        if (other !== text) expect(refusal(() => parse(other))).not.toBe('read');
      }
    }
    for (let end = 0; end < text.length; end++)
      expect(refusal(() => parse(text.slice(0, end)))).not.toBe('read');
  }
});

test.each([
  ['', 'not-a-key'],
  ['a+b+c', 'not-a-key'],
  [`${open}\n`, 'not-a-key'],
  [secret, 'not-a-key'],
  [open.replace('kanon', 'canon'), 'wrong-key-id'],
  [open.replace(/\+[0-9a-f]{8}\+/, '+00000000+'), 'wrong-key-id'],
  [open.replace(/\+[0-9a-f]{8}\+/, (id) => id.toUpperCase().replace(/\d/g, 'A')), 'not-a-key'],
  [open.replace('+A', '+B'), 'unknown-key-type'],
  ['kanon.example/log+00000000+AQ==', 'not-a-key'],
  [formatVerifierKey({ ...LOG.open, name: 'two words' }), 'not-a-key'],
  ['x'.repeat(2000), 'too-long'],
])('%j is %s', (text, code) => {
  expect(refusal(() => parseVerifierKey(sha256, text))).toBe(code);
});

test('a signer key is told from a verifier key', () => {
  expect(refusal(() => parseSignerKey(signing, open))).toBe('not-a-key');
});

test.each(['', 'two words', 'a+b', 'a\tb', 'a\u00a0b', 'a\u2028b', 'a\0b', 'a\ud800b'])(
  'the name %j is none for a key',
  (name) => {
    expect(refusal(() => signerKey(signing, 'log', name, new Uint8Array(32)))).toBe('not-a-key');
  },
);

test('a seed has 32 bytes', () => {
  expect(refusal(() => signerKey(signing, 'log', 'a', new Uint8Array(31)))).toBe('not-a-key');
});
