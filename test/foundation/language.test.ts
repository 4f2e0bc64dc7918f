/** Which language a refusal is told in, and that each has a German and an English that say the same. */
import fc from 'fast-check';
import { languageIn } from '../../src/foundation/language.ts';
import { GERMAN } from '../../src/foundation/problem-de.ts';
import type { Problem } from '../../src/foundation/problem-shape.ts';
import { problems } from '../../src/foundation/problem.ts';
import { call, startApp, type TestApp } from '../setup/app.ts';
import { ENGLISH } from '../setup/english.ts';

const FACTS = Object.assign([], { newest: 3, most: 2, what: { de: 'Heute nicht.', en: 'Not today.' } });
const ALL = Object.entries(problems).map(([name, make]): [string, Problem] => [
  name,
  (make as (facts: unknown) => Problem)(FACTS),
]);

describe('the language that a header asks for', () => {
  test.each([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['de', 'de'],
    ['DE', 'de'],
    ['de-AT', 'de'],
    ['de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7', 'de'],
    ['en-US,en;q=0.9,de;q=0.8', 'en'],
    ['en;q=0.3,de;q=0.7', 'de'],
    ['en;q=0.700,de;q=0.7', 'en'],
    ['de;q=0.7,en;q=0.7', 'de'],
    ['fr,de;q=0.1', 'de'],
    ['fr', 'en'],
    ['de;q=0', 'en'],
    ['de;q=0,*', 'en'],
    ['en;q=0,*;q=0.5', 'de'],
    ['en;q=0', 'en'],
    ['*;q=0.5,de;q=0.4', 'en'],
    ['de;q=0.4,*;q=0.4', 'de'],
    ['de ; q=1.0 , en', 'de'],
    ['de;q=2,en;q=0.1', 'en'],
    ['de;q=0x1,en;q=0.1', 'en'],
    ['de;level=1,en;q=0.1', 'en'],
    ['deutsch', 'en'],
    ['"de"', 'en'],
  ])('%j is answered in %s', (header, language) => {
    expect(languageIn(header)).toBe(language);
  });

  test('is one of the two, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 900 }), (header) => {
        expect(['de', 'en']).toContain(languageIn(header));
      }),
    );
  });
});

describe('every problem', () => {
  test.each(ALL)('%s has title and detail in German too', (_, problem) => {
    const [german, english] = [problem.bodyIn('de'), problem.bodyIn('en')];
    expect(Object.keys(GERMAN)).toContain(problem.code);
    for (const part of ['title', 'detail'] as const) {
      expect(german[part]).not.toBe(english[part]);
      expect(german[part]).not.toMatch(ENGLISH);
      expect(german[part]).toMatch(/^[\p{Lu}\d].*[^.!]$|[.]$/u);
    }
    // A figure that changes in one language has to change in the other.
    const figures = (text: string): string[] => (text.match(/\d+/g) ?? []).sort();
    expect(figures(german.detail)).toEqual(figures(english.detail));
    expect({ ...german, title: '', detail: '' }).toEqual({ ...english, title: '', detail: '' });
  });

  test('has German, and nothing else has', () => {
    expect(Object.keys(GERMAN).sort()).toEqual(ALL.map(([, { code }]) => code).sort());
  });

  test('counts its findings as German does', () => {
    const finding = { rule: 'shape', reason: { de: 'So nicht.', en: 'Not so.' } };
    const detail = (n: number) =>
      problems.reportRefused(Array.from({ length: n }, () => finding)).bodyIn('de').detail;
    expect([detail(1), detail(2)]).toEqual([
      'Abgelehnt aus einem Grund; gespeichert wurde nichts.',
      'Abgelehnt aus 2 Gründen; gespeichert wurde nichts.',
    ]);
  });
});

describe('a refusal over HTTP', () => {
  let kanon: TestApp;
  beforeAll(async () => {
    kanon = await startApp();
  });
  afterAll(() => kanon.close());

  test.each([
    ['/nowhere', 404, 'Nicht gefunden', 'Not found'],
    ['/v1/releases', 401, 'Bitte zuerst anmelden', 'Sign in first'],
    ['/v1/regions/x', 400, 'Die Anfrage ist so nicht zu lesen', 'The request cannot be read'],
    ['/%zz', 400, 'Die Anfrage ist so nicht zu lesen', 'The request cannot be read'],
  ])('of %s is told in the language asked for, and says which it is', async (path, status, de, en) => {
    for (const [asked, language, title] of [
      ['de-DE,de;q=0.9,en;q=0.8', 'de', de],
      ['en', 'en', en],
    ] as const) {
      const answer = await call(kanon, 'GET', path, { headers: { 'accept-language': asked } });
      expect([answer.status, answer.body.title, answer.headers.get('content-language')]).toEqual([
        status,
        title,
        language,
      ]);
      expect(answer.headers.get('vary')).toMatch(/accept-language/i);
    }
  });
});
