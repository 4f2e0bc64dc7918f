/** The pictures of README.md, taken from the built demo: `npm run pictures`. All numbers in them are invented. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PORT = '3997';
const address = `http://localhost:${PORT}/`;
const VIEW = { width: 1280, height: 900 };
const NUMBERS = [0, 0, 8, 17, 12, 20, 3, 4, 9, 11, 4, 4, 3, 3];

const data = await mkdtemp(join(tmpdir(), 'kanon-pictures-'));
const service = spawn(process.execPath, [join(root, 'dist/program/main.js')], {
  env: { PATH: process.env.PATH, PORT, KANON_DATA: data },
  stdio: ['ignore', 'ignore', 'inherit'],
});
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  await answered();
  await report(await opened());
  await region(await opened());
} finally {
  await browser.close();
  service.kill('SIGTERM');
  await new Promise((ended) => service.once('close', ended));
  await rm(data, { recursive: true, force: true });
}

async function answered() {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${address}health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(200);
  }
  throw new Error('the service did not get ready within two minutes');
}

async function opened() {
  const context = await browser.newContext({ locale: 'de-DE', viewport: VIEW });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForSelector('.role');
  return page;
}

/** A school's report, half way: what stands alone, what is stored together, and why. */
async function report(page) {
  await page.locator('.role', { hasText: 'Schulsozialarbeit' }).first().click();
  await page.locator('.task', { hasText: 'noch nicht gemeldet' }).first().locator('a').click();
  await page.locator('.count').first().focus();
  for (const number of NUMBERS) {
    await page.keyboard.type(String(number));
    await page.keyboard.press('Enter');
  }
  await page.locator('#union').fill('9');
  await page.keyboard.press('Enter');
  await page.focus('#BEFOERDERUNG-pupils');
  await page.evaluate('scrollTo(0, 0)');
  await pause(1_000);
  await page.screenshot({ path: join(root, 'docs/pictures/report.png') });
}

/** What a district government reads. */
async function region(page) {
  await page.locator('.role', { hasText: 'Bezirksregierung' }).first().click();
  await page.locator('nav a', { hasText: 'Zahlen' }).first().click();
  await page.getByLabel('Planung').check();
  await page.waitForSelector('.tile-map, svg');
  await pause(500);
  await page.screenshot({ path: join(root, 'docs/pictures/region.png') });
}
