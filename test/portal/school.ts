/** A school's account at a living service, and its way to a page of the portal. */
import type { Page } from 'playwright-core';
import { Accounts } from '../../src/identity/accounts.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { OPEN_PERIOD } from '../setup/app.ts';
import type { Living } from './living.ts';

export const PASSWORD = 'sieben-graue-regentonnen';
export const REPORT = `/meldung/990001/${OPEN_PERIOD}`;

let serial = 0;

/** A new account that reports for these schools. */
export async function newReporter(
  kanon: Living,
  schools: readonly string[] = ['990001'],
): Promise<{ name: string; id: string }> {
  const name = `schule-${++serial}`;
  const [actor] = await kanon.app.get(Accounts).create(kanon.admin, [
    {
      name,
      role: 'reporter',
      office: 'Erfundene Schule',
      password: PASSWORD,
      schools: schools as SchoolNumber[],
    },
  ]);
  return { name, id: actor?.account ?? '' };
}

/** Signs in and comes to that address. ready  a selector that is there then */
export async function enter(
  page: Page,
  url: string,
  name: string,
  address: string,
  ready: string,
): Promise<void> {
  await page.goto(`${url}/anmelden?nach=${address}`);
  await page.waitForSelector('#account');
  await page.fill('#account', name);
  await page.fill('#password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForSelector(ready);
}

/** Till what was typed last lies in the store; a draft is written after the number shows. */
export const settled = (page: Page): Promise<unknown> =>
  page.evaluate(`navigator.locks.request('kanon.vault', () => new Promise((done) => setTimeout(done, 150)))`);

/** The numbers in the fields. */
export const values = (page: Page): Promise<string[]> =>
  page
    .locator('.count')
    .evaluateAll((all) => all.map((input) => (input as unknown as { value: string }).value));

/** Seven rows that pass, none small. */
export const LARGE = ['7', '9', '8', '8', '9', '12', '0', '0', '11', '20', '6', '6', '5', '7'];

export async function fill(page: Page, numbers: readonly string[]): Promise<void> {
  for (const [at, number] of numbers.entries()) await page.locator('.count').nth(at).fill(number);
}
