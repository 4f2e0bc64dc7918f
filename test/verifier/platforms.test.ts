/** The verifier with the crypto of Node, with WebCrypto, and with WebCrypto in a browser: the same files, the same findings. */
import type { verifyBundle as Verifying } from '../../src/verifier/verify-bundle.ts';
import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Checking } from '../../src/merkle/keys.ts';
import { hashIn } from '../../src/verifier/bytes.ts';
import { nodeChecking } from '../../src/verifier/node-crypto.ts';
import { pureSha256 } from '../../src/verifier/sha256.ts';
import { verifyEntry } from '../../src/verifier/verify-entry.ts';
import { webChecking } from '../../src/verifier/web-crypto.ts';
import { describeInChromium } from '../client/chromium.ts';
import { type PageServer, servePage } from '../client/page-server.ts';
import { pathOf } from '../docs/markdown.ts';
import { keyPair } from '../merkle/keys.ts';
import { signing } from '../merkle/primitives.ts';
import { type Archive, codesOf, packed, verified } from './archive.ts';
import { bundleOf, InventedLog, keyOf, publicOf } from './invented-log.ts';

const END = 23;
const WITNESS = keyOf('witness.example', 'witness');
const log = new InventedLog().add(30);
const note = log.note(END, { witness: [WITNESS, new Date('2026-06-01')] });
const notes = new Map([
  [12, log.note(12)],
  [END, note],
]);
const sound = (): Archive => bundleOf([log.span(12, END, notes, 10)], log.key);
const replaced = (name: string, from: string | RegExp, to: string): Archive => {
  const files = sound();
  const text = files.get(name)!.replace(from, to);
  // The control: a bundle that is none the worse would prove nothing.
  expect(text).not.toBe(files.get(name));
  return files.set(name, text);
};
/** The log's signature of a checkpoint, within which two signs change places with others. */
const SIGNATURE = /(— kanon\.example\S* \S{20})../;

/** Bundles by what is wrong with them. */
const BUNDLES: Readonly<Record<string, () => Archive>> = {
  nothing: sound,
  'an entry that was changed': () =>
    replaced('tree-1/000001-entries.ndjson', 'Erfundenes Amt 13', 'Erfundenes Amt 31'),
  'a signature that was forged': () => replaced('tree-1/000002-checkpoints.ndjson', SIGNATURE, '$1+/'),
  'a leaf in another spelling': () => replaced('tree-1/000001-entries.ndjson', /=","/, '"},"'),
};
const TRUST = { logs: [publicOf(log.key)], witnesses: [publicOf(WITNESS)] };
const codes = (archive: Archive, checking: Checking): Promise<string[]> =>
  codesOf(verified(packed(archive), TRUST.logs, TRUST.witnesses, new Date(), undefined, checking));

describe('SHA-256 without a platform', () => {
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('gives the examples of FIPS 180', (text, digest) => {
    expect(Buffer.from(pureSha256(Buffer.from(text))).toString('hex')).toBe(digest);
  });

  test('is that of Node for bytes of any length around the blocks', () => {
    for (let length = 0; length <= 300; length++) {
      const data = randomBytes(length);
      expect([length, data, Buffer.from(pureSha256(data))]).toEqual([
        length,
        data,
        createHash('sha256').update(data).digest(),
      ]);
    }
  });
});

test('32 bytes in base64 are read in their one spelling', () => {
  for (let time = 0; time < 1000; time++) {
    const bytes = randomBytes(32);
    const text = bytes.toString('base64');
    expect([text, Buffer.from(hashIn(text)!)]).toEqual([text, bytes]);
    const last = String.fromCharCode(text.charCodeAt(42) + 1);
    for (const other of [
      `${text.slice(0, 42)}${last}=`,
      text.slice(1),
      `${text.slice(0, 43)}A`,
      `ü${text.slice(1)}`,
      `-${text.slice(1)}`,
      `${text} `,
    ])
      expect([other, hashIn(other)]).toEqual([other, undefined]);
  }
  expect(hashIn(7)).toBeUndefined();
});

describe.each([
  ['Node', nodeChecking],
  ['WebCrypto', webChecking],
])('a signature, by %s,', (_, { verify }) => {
  const { secret, open } = keyPair('log', 'kanon.example/log', 3);
  const message = Buffer.from('text\n');
  const signature = signing.sign(secret.seed, message);

  test('holds for its text and key, and for no other', async () => {
    expect(await verify(open.publicKey, message, signature)).toBe(true);
    expect(await verify(open.publicKey, Buffer.from('text'), signature)).toBe(false);
    expect(await verify(keyPair('log', 'b', 4).open.publicKey, message, signature)).toBe(false);
    expect(await verify(open.publicKey, message, signature.with(7, signature[7]! ^ 1))).toBe(false);
  });

  test('holds for no bytes that are no key', async () => {
    for (const key of [Buffer.alloc(32, 0xff), Buffer.alloc(31), Buffer.alloc(0)])
      expect(await verify(key, message, signature)).toBe(false);
  });
});

test.each(Object.entries(BUNDLES))(
  'Node and WebCrypto find the same in a bundle with %s wrong',
  async (what, make) => {
    const found = await codes(make(), nodeChecking);
    expect(await codes(make(), webChecking)).toEqual(found);
    expect(found.length > 0).toBe(what !== 'nothing');
  },
);

test('Node and WebCrypto find the same in an entry with its proof', async () => {
  const text = log.proof(15, END, note);
  for (const [changed, found] of [
    [text, []],
    [text.replace('Erfundenes Amt 15', 'Erfundenes Amt 51'), ['changed']],
  ] as const)
    for (const checking of [nodeChecking, webChecking]) {
      const { findings } = await verifyEntry(Buffer.from(changed), TRUST, checking);
      expect(findings.kept.map(({ code }) => code)).toEqual(found);
    }
});

/** What a page would load: the verifier with the crypto of the browser. */
const bundle = await build({
  stdin: {
    contents: `export { verifyBundle } from './src/verifier/verify-bundle.ts'; export { webChecking } from './src/verifier/web-crypto.ts';`,
    resolveDir: pathOf('.'),
  },
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: ['chrome137', 'firefox130', 'safari17'],
  write: false,
  metafile: true,
});
const script = bundle.outputFiles[0]?.text ?? '';

test('what a browser loads knows nothing of Node, and the file for Node nothing of browsers', async () => {
  expect(script).not.toMatch(/\b(process|Buffer|require|node:)\b/);
  expect(
    Object.keys(bundle.metafile.inputs).filter(
      (name) => !/^(<stdin>|src\/(verifier|merkle|rules)\/)/.test(name),
    ),
  ).toEqual([]);
  expect(await readFile(pathOf('dist/kanon-verify.mjs'), 'utf8')).not.toContain('crypto.subtle');
});

interface InBrowser {
  readonly verifyBundle: typeof Verifying;
  readonly webChecking: Checking;
}

/** Runs in the page: bytes come as base64. */
async function findingsIn(
  kanon: InBrowser,
  tar: string,
  keys: readonly (readonly [name: string, id: string, type: 'log' | 'witness', publicKey: string])[],
): Promise<string[]> {
  const bytesIn = (text: string): Uint8Array => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield bytesIn(tar);
  }
  const all = keys.map(([name, id, type, publicKey]) => ({ name, id, type, publicKey: bytesIn(publicKey) }));
  const trust = {
    logs: all.filter(({ type }) => type === 'log'),
    witnesses: all.filter(({ type }) => type === 'witness'),
  };
  const { findings } = await kanon.verifyBundle(chunks(), trust, new Date(), kanon.webChecking);
  return findings.kept.map(({ code }) => code);
}

describeInChromium('in a browser', (browser) => {
  let server: PageServer;
  let page: Page;
  beforeAll(async () => {
    const html = `<script type="module">import * as kanon from './verifier.js'; globalThis.kanon = kanon;</script>`;
    server = await servePage(
      {
        '/': { type: 'text/html', text: html },
        '/verifier.js': { type: 'text/javascript', text: script },
      },
      'http://127.0.0.1:1',
    );
    page = await browser().newPage();
    await page.goto(server.url);
    await page.waitForFunction('globalThis.kanon !== undefined');
  });
  afterAll(() => server.close());

  test.each(Object.entries(BUNDLES))(
    'the verifier finds what it finds in Node with %s wrong',
    async (_, make) => {
      const tar = packed(make()).toString('base64');
      const keys = [...TRUST.logs, ...TRUST.witnesses].map(
        ({ name, id, type, publicKey }) =>
          [name, id, type, Buffer.from(publicKey).toString('base64')] as const,
      );
      const found = await page.evaluate(
        `(${findingsIn.toString()})(globalThis.kanon, ${JSON.stringify(tar)}, ${JSON.stringify(keys)})`,
      );
      expect(found).toEqual(await codes(make(), nodeChecking));
    },
  );
});
