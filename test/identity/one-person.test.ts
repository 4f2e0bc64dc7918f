/** What one person may be at once: each pair of roles, as the product says. */
import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '../../src/access/actor.ts';
import { furnish, signedIn, startApp, type TestApp } from '../setup/app.ts';

const SIDES: readonly Role[] = ['reporter', 'coordinator', 'provider', 'benefit-office', 'district', 'state'];
const WATCHES: readonly Role[] = ['auditor', 'protection-officer', 'disclosure-officer'];
const SCOPES: Partial<Record<Role, { region?: string; schools?: string[] }>> = {
  reporter: { schools: ['990001'] },
  provider: { schools: ['990001'] },
  coordinator: { region: '05111' },
  'benefit-office': { region: '05111' },
  district: { region: '051' },
  state: { region: '05' },
  'disclosure-officer': { region: '05' },
};
const pairs = ROLES.flatMap((one) => ROLES.map((other) => [one, other] as const));

/** By hand: two of those who report, look after or read; or one who watches beside one of those or an administrator. */
function isForbidden(one: Role, other: Role): boolean {
  const [isSide, isWatch] = [SIDES, WATCHES].map((all) => [all.includes(one), all.includes(other)]) as [
    [boolean, boolean],
    [boolean, boolean],
  ];
  if (isSide[0] && isSide[1]) return true;
  return (isWatch[0] && (isSide[1] || other === 'admin')) || (isWatch[1] && (isSide[0] || one === 'admin'));
}

describe('one person', () => {
  let kanon: TestApp;
  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
  });
  afterAll(() => kanon.close());

  test.each(pairs)('as %s and as %s', async (one, other) => {
    const person = randomUUID();
    await signedIn(kanon, one, { ...SCOPES[one], person });
    const second = signedIn(kanon, other, { ...SCOPES[other], person });
    if (isForbidden(one, other))
      await expect(second).rejects.toMatchObject({
        constraint: expect.stringMatching(/^account_(one_side|watches_apart)$/),
      });
    else expect((await second).actor.person).toBe(person);
  });
});
