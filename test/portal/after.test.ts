/** Where a sign-in leads: an address of this page with all that it says, and nowhere else. */
import { addressAfter } from '../../src/portal/frame/after.ts';

const here = { origin: 'https://kanon.example' };
const after = (asked: string | null): string => addressAfter(asked, here);

test('query and fragment come along', () => {
  for (const one of [
    '/',
    '/region?period=2026-Q1&view=table',
    '/hilfe#zaehlen',
    '/protokoll?role=auditor#x',
    '/meldung/990001/2026-Q1',
  ])
    expect(after(one)).toBe(one);
});

test('nothing leads elsewhere', () => {
  for (const one of [
    null,
    '',
    'region',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/.//evil.example/',
    '/x/..//evil.example',
    'javascript:alert(1)',
  ])
    expect([one, after(one)]).toEqual([one, '/']);
});
