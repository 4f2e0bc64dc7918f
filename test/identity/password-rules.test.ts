/** What a password may be, against the words that a stranger would try first. */
import { passwordFaults } from '../../src/identity/password-rules.ts';

const OWN = ['erfundener-name', 'Jugendamt Musterstadt'];
const rules = async (password: string, alone = true) =>
  (await passwordFaults(password, OWN, alone)).map(({ rule }) => rule);

test.each([
  'sieben-graue-regentonnen',
  'vier nasse hunde im april',
  'k7-xW9qPz-44LmtQ',
  'Fünf Äpfel rollen über Öl',
  '🦊🐢🌊🍏🚲🦊🐢🎈🌍🍪 läuft los',
  'a2b3c-d4e5f-g6h7i-j8k9m',
  '839201746502918',
  '?%$=/&+(){;:_-.,>',
  'vier nasse hunde im april und sieben graue regentonnen im garten',
])('%j is one', async (password) => {
  expect(await rules(password)).toEqual([]);
});

test.each([
  'passwortpasswort',
  'Passw0rt2026!!!!',
  'Sommerferien2026',
  'iloveyouiloveyou',
  'schalkeschalke04',
  'fussballfussball',
  'hallohallohallo1',
  'P@$$w0rdP@$$w0rd',
  'qwertzuiopasdfgh',
  '1234567890123456',
  'erfundener-name2026',
  'Jugendamt-Musterstadt',
  'Schulsozialarbeit1',
  'BildungundTeilhabe',
  'abcabcabcabcabcabc',
])('%j is none: it is common, or made of what belongs to the account', async (password) => {
  const found = await rules(password);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^password-(common|guessable)$/);
});

test('beside a second factor it may be shorter, and is still no common one', async () => {
  expect([await rules('Gx7#kP2m'), await rules('Gx7#kP2m', false)]).toEqual([['password-length'], []]);
  expect(await rules('Gx7#kP2', false)).toContain('password-length');
  expect(await rules('Sommer2026', false)).toEqual(['password-common']);
  expect(await rules('sieben graue regentonnen '.repeat(11))).toEqual(['password-length']);
});

test('the longest are looked at within a moment', async () => {
  await rules('warm');
  const begun = performance.now();
  for (const text of ['a', 'p@$$w0rd1!', 'sommerferien', '4@8({[<3€6&9#!1|0$5+7%2'])
    await rules(text.repeat(256).slice(0, 256));
  expect(performance.now() - begun).toBeLessThan(1000);
});
