/** The strict reader of proofs and certificates: what has the shape passes as it is, all else is named by its place. */
import { certificateFrom, isFinding, proofFrom } from '../../src/disclosure/proof/read-certificate.ts';

const PROOF = {
  atMost: [[0, 1]],
  base: [-3, 0, 5],
  domains: [
    [1, -3, null],
    [2, 0, 9],
  ],
  format: 'kanon-proof/1',
  moves: [[0, 4, 1, -4], [2, 1]],
  positions: [[0, 3], [-1, 2]],
  relations: [[2, 0, 1], [1, 0]],
  width: 1,
}; // prettier-ignore
const CERTIFICATE = {
  attackers: ['reader'],
  format: 'kanon-certificate/1',
  hiddenAtLeast: 0,
  hiddenCells: 0,
  notCovered: [],
  proofDigest: '0123456789abcdef'.repeat(4),
  publishedDigest: 'f'.repeat(64),
  width: 4,
};

/** Where it is at fault; undefined where it is not. */
const placeOf = (read: object): string | undefined =>
  isFinding(read) ? `${read.code} ${read.pointer}` : undefined;

describe('the reader of a proof', () => {
  test('takes what has the shape, empty lists too', () => {
    expect(proofFrom(PROOF)).toEqual(PROOF);
    const empty = { atMost: [], base: [], domains: [], moves: [], positions: [], relations: [] };
    expect(proofFrom({ ...PROOF, ...empty })).toEqual({ ...PROOF, ...empty });
  });

  test.each<[string, Record<string, unknown>]>([
    ['/atMost', { atMost: {} }],
    ['/atMost/0', { atMost: [[0]] }],
    ['/atMost/0', { atMost: [[0, 1, 2]] }],
    ['/atMost/1', { atMost: [[0, 1], [0, 1, 0, 1]] }],
    ['/atMost/0', { atMost: [[-1, 1]] }],
    ['/atMost/0', { atMost: [[0, 0.5]] }],
    ['/atMost/0', { atMost: ['01'] }],
    ['/base/2', { base: [1, 2, '3'] }],
    ['/base/0', { base: [null] }],
    ['/domains/0', { domains: [[0, 1, 2]] }],
    ['/domains/1', { domains: [[1, 1, null], [1.5, 1, 2]] }],
    ['/domains/0', { domains: [[1, null, 2]] }],
    ['/domains/0', { domains: [[1, 0, 'x']] }],
    ['/domains/0', { domains: [[1, 0, undefined]] }],
    ['/domains/0', { domains: [[]] }],
    ['/domains/0', { domains: [{ length: 3, 0: 1, 1: 1, 2: 1 }] }],
    ['/format', { format: 'kanon-proof/2' }],
    ['/moves/0', { moves: [[]] }],
    ['/moves/0', { moves: [[0, 1, 2]] }],
    ['/moves/1', { moves: [[0, 1], [0, 1, -1, 1]] }],
    ['/moves/0', { moves: [[0, 0.5]] }],
    ['/positions/0', { positions: [[-2, 1]] }],
    ['/positions/0', { positions: [[0.5, 1]] }],
    ['/positions/0', { positions: [['0', 1]] }],
    ['/positions/0', { positions: [[0, 0]] }],
    ['/relations/0', { relations: [[1]] }],
    ['/relations/1/2', { relations: [[0, 1], [2, 0, -1]] }],
    ['/relations/0', { relations: [null] }],
    ['/width', { width: 0 }],
    ['/width', { width: 2 ** 53 }],
    ['/width', { width: undefined }],
  ])('names %s in %j', (place, change) => {
    const given: unknown = { ...PROOF, ...change };
    expect(placeOf(proofFrom(given))?.replace(/^wrong-shape proof/, '')).toMatch(new RegExp(`^${place}(/\\d)?$`));
  }); // prettier-ignore

  test('names the number of a group that is none, and the group where its length is wrong', () => {
    const at = (atMost: unknown): unknown => placeOf(proofFrom({ ...PROOF, atMost }));
    expect(at([[0, 1], [0, -1]])).toBe('wrong-shape proof/atMost/1/1'); // prettier-ignore
    expect(at([[0, 1, 2]])).toBe('wrong-shape proof/atMost/0');
  });

  test.each([[null], [undefined], ['text'], [5], [[]], [true]])('names the whole where it is %j', (value) => {
    expect(placeOf(proofFrom(value))).toBe('wrong-shape proof');
    expect(placeOf(certificateFrom(value))).toBe('wrong-shape certificate');
  });

  test('refuses a field too many', () => {
    expect(placeOf(proofFrom({ ...PROOF, more: 1 }))).toBe('wrong-shape proof');
  });
});

describe('the reader of a certificate', () => {
  test('takes what has the shape, and leaves out what stands besides', () => {
    expect(certificateFrom({ ...CERTIFICATE, table: 'x' })).toEqual(CERTIFICATE);
  });

  test.each<[string, Record<string, unknown>]>([
    ['/attackers', { attackers: 'reader' }],
    ['/attackers/1', { attackers: ['reader', 5] }],
    ['/format', { format: 'kanon-certificate/2' }],
    ['/hiddenAtLeast', { hiddenAtLeast: -1 }],
    ['/hiddenAtLeast', { hiddenAtLeast: undefined }],
    ['/hiddenAtLeast', { hiddenAtLeast: 0.5 }],
    ['/hiddenCells', { hiddenCells: -1 }],
    ['/hiddenCells', { hiddenCells: 1.5 }],
    ['/notCovered/0', { notCovered: [null] }],
    ['/proofDigest', { proofDigest: `0${'f'.repeat(64)}` }],
    ['/proofDigest', { proofDigest: `${'f'.repeat(64)}0` }],
    ['/proofDigest', { proofDigest: 'F'.repeat(64) }],
    ['/proofDigest', { proofDigest: ['f'.repeat(64)] }],
    ['/publishedDigest', { publishedDigest: undefined }],
    ['/width', { width: 0 }],
  ])('names %s in %j', (place, change) => {
    expect(placeOf(certificateFrom({ ...CERTIFICATE, ...change }))).toBe(`wrong-shape certificate${place}`);
  });
});
