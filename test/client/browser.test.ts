/** kanon/client in a browser: bundled without polyfills, run in a real Chromium, and right there as in Node. */
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import * as inNode from '../../src/client/client.ts';
import { pathOf, readDoc } from '../docs/markdown.ts';
import { furnish, OPEN_PERIOD, REPORT, signedIn, startApp, type TestApp } from '../setup/app.ts';
import { describeInChromium } from './chromium.ts';
import { type PageServer, servePage } from './page-server.ts';

type Kanon = typeof inNode;

/** Bytes of the whole client, minified and gzipped; a page need not wait for more. */
const MOST_BYTES = 16_384;

const bundle = await build({
  entryPoints: [pathOf('src/client/client.ts')],
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: ['chrome111', 'firefox115', 'safari16.4'],
  minify: true,
  write: false,
  metafile: true,
});
const script = bundle.outputFiles[0]?.text ?? '';

describe('the bundle for browsers', () => {
  test('holds our own files only', () => {
    const others = Object.keys(bundle.metafile.inputs).filter((name) => !/^src\/(client|rules)\//.test(name));
    expect(others).toEqual([]);
    expect(bundle.warnings).toEqual([]);
  });

  test('knows nothing of Node', () => {
    expect(script).not.toMatch(/\b(process|Buffer|require|__dirname|global)\b/);
  });

  test('is small', () => {
    const gzipped = gzipSync(script).length;
    process.stdout.write(`kanon/client for browsers: ${script.length} bytes, ${gzipped} gzipped\n`);
    expect(gzipped).toBeLessThan(MOST_BYTES);
  });
});

/** What the rules say of a school's counts, of its report and of a wrong one; runs in Node and in the page. */
function protect(kanon: Kanon, text: string) {
  const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);
  const read = kanon.readCounts(bytes(text));
  if ('findings' in read) return read;
  const scheme = kanon.schemeOf(read.counts.scheme)!;
  const anonymised = kanon.anonymise(read.counts, scheme, kanon.POLICY_2);
  const context = {
    scheme,
    policy: kanon.POLICY_2,
    roll: 250,
    window: 'open',
  } as const;
  const small = {
    ...anonymised.report,
    cells: [{ benefits: ['MITTAG', 'TEILHABE'], pupils: 6, consultations: 9 }],
  };
  return {
    anonymised,
    written: kanon.canonicalJson(anonymised.report),
    found: kanon.check(anonymised.report, context),
    foundInSmall: kanon.check(small, context),
    twice: kanon.readReport(bytes('{"policy":1,"policy":2}')),
  };
}

/** Hands a report in, and one that must be refused; runs in the page. */
async function handIn(kanon: Kanon, token: string, school: string, period: string, report: inNode.Report) {
  const client = kanon.createKanonClient({ baseUrl: '', token });
  const path = { school, period };
  const put = await client.put('/v1/schools/{school}/reports/{period}', { path, body: report });
  const bad = { ...report, none: [] };
  const refusal: unknown = await client
    .put('/v1/schools/{school}/reports/{period}', { path, body: bad })
    .catch((error: unknown) => error);
  return {
    put,
    refused: refusal instanceof kanon.KanonProblem && {
      code: refusal.code,
      rules: refusal.findings.map(({ rule }) => rule),
    },
  };
}

describeInChromium('kanon/client in Chromium', (browser) => {
  let app: TestApp;
  let server: PageServer;
  let page: Page;

  /** Runs a function of this file in the page, with the client as the page has it. */
  const inPage = <T>(story: (kanon: Kanon, ...rest: never[]) => T, ...rest: unknown[]): Promise<Awaited<T>> =>
    page.evaluate(`(${story.toString()})(kanon, ...${JSON.stringify(rest)})`);

  beforeAll(async () => {
    app = await startApp();
    await furnish(app);
    server = await servePage(
      {
        '/': {
          type: 'text/html',
          text: `<script type="module">import * as kanon from './client.js'; globalThis.kanon = kanon;</script>`,
        },
        '/client.js': { type: 'text/javascript', text: script },
      },
      app.url,
    );
    page = await browser().newPage();
    await page.goto(server.url);
    await page.waitForFunction('globalThis.kanon !== undefined');
  });
  afterAll(async () => {
    await server.close();
    await app.close();
  });

  test('the worked example comes out as in Node', async () => {
    const counts = await readDoc('docs/example-counts.json');
    const here = protect(inNode, counts);
    expect(here).toMatchObject({ found: [], anonymised: { loss: { pooled: 10, withheld: 0 } } });
    expect(await inPage(protect, counts)).toEqual(JSON.parse(JSON.stringify(here)));
  });

  test('a report goes in, and a refusal is thrown as a problem with its rules', async () => {
    const school = '990001';
    const { token } = await signedIn(app, 'reporter', { schools: [school] });
    const { put, refused } = await inPage(handIn, token, school, OPEN_PERIOD, REPORT);
    expect(put).toMatchObject({ status: 201, body: { outcome: 'stored', stored: REPORT } });
    expect(put.body.receipt).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(put.etag).toBe(`"${put.body.revision ?? ''}"`);
    expect(refused).toEqual({ code: 'report-refused', rules: ['complete'] });
  });
});
