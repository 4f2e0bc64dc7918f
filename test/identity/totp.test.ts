/** Codes of authenticator apps, held against the vectors of RFC 6238 and RFC 4226. */
import { base32, newTotpSecret, otpauthUri, stepAt, stepOf, totpAt } from '../../src/identity/totp.ts';
import { bytesOf } from '../setup/factors.ts';

const SECRET = Buffer.from('12345678901234567890');

// RFC 6238 appendix B, the rows of SHA-1.
test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at second %d the code is %s', (seconds, code) => {
  expect(totpAt(SECRET, stepAt(seconds * 1000), 8)).toBe(code);
  expect(totpAt(SECRET, stepAt(seconds * 1000))).toBe(code.slice(2));
});

// RFC 4226 appendix D.
test('of counts from 0 the codes are these', () => {
  const codes = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ');
  expect(codes.map((_, count) => totpAt(SECRET, count))).toEqual(codes);
});

// RFC 4648 section 10, without padding.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('%j in base32 is %s', (text, encoded) => {
  expect(base32(Buffer.from(text))).toBe(encoded);
});

describe('a code', () => {
  const now = 1_800_000_015_000;
  const here = stepAt(now);

  test('counts one step early and one late, and no further', () => {
    const found = [-2, -1, 0, 1, 2].map((by) => stepOf(SECRET, totpAt(SECRET, here + by), { last: 0, now }));
    expect(found).toEqual([undefined, here - 1, here, here + 1, undefined]);
  });

  test('of a step that was used, or of one before it, counts no more', () => {
    expect(
      [here - 1, here, here + 1].map((step) => stepOf(SECRET, totpAt(SECRET, step), { last: here, now })),
    ).toEqual([undefined, undefined, here + 1]);
  });

  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '-12345'])('%j is none', (typed) => {
    expect(stepOf(SECRET, typed, { last: 0, now })).toBeUndefined();
  });
});

test('a secret has 160 random bits, and an app reads it from its address', () => {
  const secret = newTotpSecret();
  expect([secret.length, secret.equals(newTotpSecret())]).toEqual([20, false]);
  const uri = new URL(otpauthUri(secret, 'a&b=c', 'Kanon kanon.example'));
  expect(uri.pathname).toBe('/Kanon%20kanon.example:a%26b%3Dc');
  expect(bytesOf(uri.searchParams.get('secret') ?? '')).toEqual(secret);
});
