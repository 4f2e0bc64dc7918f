/** Canonical JSON against the vectors of RFC 8785's authors. */
import { readFileSync } from 'node:fs';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import { describeWithShared } from '../setup/shared.ts';

const NAMES = ['arrays', 'french', 'structures', 'unicode', 'values', 'weird'];
const vectors = NAMES.flatMap((name) => [
  `vectors/jcs/input/${name}.json`,
  `vectors/jcs/output/${name}.json`,
]);

describeWithShared(vectors, 'canonical JSON spells as RFC 8785 does', (files) => {
  test.each(NAMES.map((name, i) => [name, files[2 * i] ?? '', files[2 * i + 1] ?? ''] as const))(
    '%s',
    (_name, input, output) => {
      expect(canonicalJson(JSON.parse(readFileSync(input, 'utf8')))).toBe(readFileSync(output, 'utf8'));
    },
  );
});

test.each([
  ['a lone surrogate', '\ud800'],
  ['no number', NaN],
  ['undefined', undefined],
])('%s is refused', (_what, value) => {
  expect(() => canonicalJson({ value })).toThrow(TypeError);
});
