/** A real Chromium, where there is one; where there is none, CI fails and everybody else sees a skipped test. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACE = process.env['KANON_TEST_CHROMIUM'] ?? '/usr/bin/chromium';
const MISSING = `There is no Chromium at ${PLACE}: install it (apt-get install chromium), or name another in KANON_TEST_CHROMIUM.`;

/** It must not reach for anything but the page under test. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Headless and with an empty profile, which goes when it is closed. */
const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: PLACE, headless: true, args: FLAGS });

/** A describe block with a browser that is opened before its tests and closed after them. */
export function describeInChromium(title: string, body: (browser: () => Browser) => void): void {
  describe(title, () => {
    if (!existsSync(PLACE)) {
      if (process.env['CI'] === 'true') {
        test('needs Chromium', () => {
          throw new Error(MISSING);
        });
      } else test.skip(MISSING, () => {});
      return;
    }
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await openChromium();
    });
    afterAll(() => browser?.close());
    body(() => {
      if (!browser) throw new Error('Chromium did not start');
      return browser;
    });
  });
}
