/** Whom to tell of a weakness: nothing until the operator names somebody, then what RFC 9116 asks for. */
import { readSettings, UnusableSettings } from '../../src/foundation/settings.ts';
import { securityText } from '../../src/operations/security-txt.ts';
import { startApp } from '../setup/app.ts';

const at = (publicUrl: string, securityContact?: string) =>
  securityText({ publicUrl, securityContact }, new Date('2026-11-29T23:59:59.999Z'));

test('without a contact there is nothing', async () => {
  const kanon = await startApp();
  try {
    const answer = await fetch(`${kanon.url}/.well-known/security.txt`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  } finally {
    await kanon.close();
  }
});

test('with one it is served as plain text that says until when', async () => {
  const kanon = await startApp({
    KANON_SECURITY_CONTACT: 'mailto:sicherheit@kanon.example',
    KANON_PUBLIC_URL: 'https://kanon.example',
  });
  try {
    const answer = await fetch(`${kanon.url}/.well-known/security.txt`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    const fields = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => /^([A-Z][A-Za-z-]+): (\S.*)$/.exec(line)?.slice(1));
    const { Contact, Expires, Canonical } = Object.fromEntries(fields as [string, string][]);
    expect([Contact, Canonical]).toEqual([
      'mailto:sicherheit@kanon.example',
      'https://kanon.example/.well-known/security.txt',
    ]);
    const days = (Date.parse(Expires ?? '') - Date.now()) / 86_400_000;
    expect(days > 170 && days < 365).toBe(true);
  } finally {
    await kanon.close();
  }
});

test('the text is one line a field, and its own address stands there under https alone', () => {
  expect(at('http://localhost:3000', 'https://kanon.example/melden')).toBe(
    'Contact: https://kanon.example/melden\nExpires: 2027-05-28T00:00:00Z\nPreferred-Languages: de, en\n',
  );
  expect(at('https://kanon.example', 'tel:+49-211-000000')).toMatch(
    /^Contact: tel:.*\n(.*\n)*Canonical: https:\/\/kanon\.example\/\.well-known\/security\.txt\n$/,
  );
  expect(at('https://kanon.example')).toBeUndefined();
});

test.each([
  'sicherheit@kanon.example',
  'http://kanon.example',
  'javascript:alert(1)',
  'mailto:a@b\nExpires: x',
])('%j is no contact', (KANON_SECURITY_CONTACT) => {
  expect(() => readSettings({ KANON_SECURITY_CONTACT })).toThrow(UnusableSettings);
});
