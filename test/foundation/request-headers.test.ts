/** Readers of headers under fire, against oracles that read in another way; and what the edge makes of each over a socket. */
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MIMEType } from 'node:util';
import fc from 'fast-check';
import { namesTag, ourTag, parseEntityTags } from '../../src/foundation/http/etag.ts';
import { isJson } from '../../src/foundation/http/request-headers.ts';
import { OPEN_PERIOD, REPORT, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';

const seed = Number(process.env['KANON_SEED'] ?? Date.now() % 2 ** 31);
console.log(`seed ${seed}; KANON_SEED=${seed} repeats it`);
const run = { seed, numRuns: Number(process.env['KANON_TEST_RUNS'] ?? 4_000) };

/** RFC 9110 §8.8.3 and §5.6.1, sign by sign; commas that separate nothing are borne. */
function tagsOracle(text: string): '*' | string[] | undefined {
  const tags: string[] = [];
  let state: 'between' | 'behind' | 'weak' | 'slash' | 'within' = 'between';
  let tag = '';
  for (const sign of text) {
    const code = sign.charCodeAt(0);
    if (state === 'within') {
      if (sign === '"') {
        tags.push(tag);
        state = 'behind';
      } else if (code === 0x21 || (code >= 0x23 && code <= 0x7e) || (code >= 0x80 && code <= 0xff))
        tag += sign;
      else return undefined;
    } else if (state === 'weak') {
      if (sign !== '/') return undefined;
      state = 'slash';
    } else if (sign === '"' && state !== 'behind') {
      tag = '';
      state = 'within';
    } else if (state === 'slash') return undefined;
    else if (sign === 'W' && state === 'between') state = 'weak';
    else if (sign === ',') state = 'between';
    else if (sign !== ' ' && sign !== '\t') return undefined;
  }
  return (state === 'between' || state === 'behind') && tags.length > 0 ? tags : undefined;
}

const piece = fc.constantFrom(
  '"',
  '"',
  'W/',
  'w/',
  ',',
  ', ',
  ' ',
  '\t',
  'a',
  '-gzip',
  '*',
  '/',
  '\\',
  'é',
  '""',
  '"a"',
  'W/"b"',
  '\u0001',
  'W',
);
const list = fc
  .array(
    fc.tuple(
      fc.constantFrom('', 'W/'),
      fc.stringMatching(/^[!#-+.-~,]{0,8}$/),
      fc.constantFrom(',', ' , ', ',,', '\t,'),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((tags) => tags.map(([weak, tag, comma]) => `${weak}"${tag}"${comma}`).join(''));

test('entity tags are read as RFC 9110 writes them', () => {
  const seen = { yes: 0, no: 0 };
  const text = fc.oneof(
    list,
    fc.array(piece, { maxLength: 9 }).map((parts) => parts.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(text, (value) => {
      const expected = value.trim() === '*' ? '*' : tagsOracle(value);
      seen[expected === undefined ? 'no' : 'yes']++;
      expect([value, parseEntityTags(value)]).toEqual([value, expected]);
    }),
    run,
  );
  expect(seen.yes > 300 && seen.no > 300).toBe(true);
});

test.each([
  ['x-gzip', 'x'],
  ['x--gzip', 'x'],
  ['x;gzip', 'x'],
  ['x-br', 'x'],
  ['x-zstd', 'x'],
  ['x-deflate', 'x'],
  ['x.csv-gzip', 'x.csv'],
  ['x.csv-de', 'x.csv-de'],
  ['x-xz', 'x-xz'],
  ['x-gzip-y', 'x-gzip-y'],
  ['xgzip', 'xgzip'],
  ['x-GZIP', 'x-GZIP'],
])('what a proxy puts behind a tag is no part of it: %s is %s', (given, ours) => {
  expect(ourTag(given)).toBe(ours);
  expect(namesTag([given], ours)).toBe(true);
  expect(namesTag([given], `${ours}y`)).toBe(false);
});

test('a media type is JSON in UTF-8, said once', () => {
  const seen = { yes: 0, no: 0 };
  /** The reader of browsers, which forgets a second parameter of one name: so they are counted beside it. */
  const oracle = (text: string): boolean => {
    let type: MIMEType;
    try {
      type = new MIMEType(text);
    } catch {
      return false;
    }
    const parameters = text
      .split(';')
      .slice(1)
      .filter((one) => one.trim() !== '');
    const charset = type.params.get('charset') ?? (parameters.length === 0 ? 'utf-8' : '');
    return type.essence === 'application/json' && parameters.length <= 1 && charset.toLowerCase() === 'utf-8';
  };
  const part = fc.constantFrom(
    'application/json',
    'Application/JSON',
    'text/json',
    'application/problem+json',
    ';',
    '; ',
    ' ;',
    'charset=utf-8',
    'charset=UTF-8',
    'charset="utf-8"',
    'charset=utf8',
    'charset=utf-16',
    'charset=iso-8859-1',
    'charset=',
    'x=y',
    ' ',
    ',',
    'charset="utf-8',
  );
  const text = fc.oneof(
    fc.array(part, { maxLength: 6 }).map((parts) => parts.join('')),
    fc.array(part, { maxLength: 4 }).map((parts) => `application/json;${parts.join('')}`),
  );
  fc.assert(
    fc.property(text, (value) => {
      // Browsers bear an open quotation mark and what stands behind a closing one; we need not.
      const expected = oracle(value) && !/"utf-8(?!"\s*(?:;|$))/i.test(value);
      seen[expected ? 'yes' : 'no']++;
      expect([value, isJson(value)]).toEqual([value, expected]);
    }),
    run,
  );
  expect(seen.yes > 100 && seen.no > 100).toBe(true);
});

describe('the edge', () => {
  let kanon: TestApp;
  let reporter: Signed;
  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    reporter = await signedIn(kanon, 'reporter', { schools: ['990001'] });
  });
  afterAll(() => kanon.close());

  const send = (more: Record<string, string | string[]>, method = 'PUT') =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: any }>((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: (kanon.app.getHttpServer().address() as AddressInfo).port,
          method,
          // Only what is handed in can be tried out first.
          path: `/v1/schools/990001/reports/${OPEN_PERIOD}${method === 'PUT' ? '?dryRun=true' : ''}`,
          headers: { authorization: `Bearer ${reporter.token}`, 'content-type': 'application/json', ...more },
          agent: false,
        },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          answer.on('end', () => {
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              body: text === '' ? undefined : JSON.parse(text),
            });
          });
        },
      );
      sent.on('error', reject);
      sent.end(method === 'PUT' ? JSON.stringify(REPORT) : undefined);
    });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
    'takes a body of type %s',
    async (type) => {
      expect((await send({ 'content-type': type })).status).toBe(200);
    },
  );

  test.each([
    'application/json; charset=utf-16',
    'application/json; charset=iso-8859-1',
    'application/json; charset=utf-8; charset=utf-16',
    'application/json; charset=utf-8; charset=utf-8',
    'application/json; profile=x',
  ])('takes no body of type %s', async (type) => {
    const { status, body } = await send({ 'content-type': type });
    expect([status, body.type]).toEqual([415, 'urn:kanon:problem:unsupported-type']);
  });

  test.each(['gzip', 'deflate', 'br', 'zstd', 'x-gzip', 'gzip, gzip', 'identity, gzip', 'foo', ''])(
    'takes no body with Content-Encoding %j',
    async (coding) => {
      const { status, body, headers } = await send({ 'content-encoding': coding });
      expect([status, body.type, headers['accept-encoding']]).toEqual([
        415,
        'urn:kanon:problem:unsupported-coding',
        'identity',
      ]);
    },
  );

  test('takes one that says it is as it is', async () => {
    expect((await send({ 'content-encoding': 'identity' })).status).toBe(200);
  });

  test.each([
    'authorization',
    'content-type',
    'content-encoding',
    'if-match',
    'kanon-purpose',
    'kanon-confirm',
  ])('takes no second %s, though it says the same', async (name) => {
    const values: Readonly<Record<string, string>> = {
      authorization: `Bearer ${reporter.token}`,
      'content-type': 'application/json',
      'content-encoding': 'identity',
    };
    const value = values[name] ?? '"x"';
    // Node sends an array as two lines.
    const { status, body } = await send({ [name]: [value, value] });
    expect([status, body.findings]).toEqual([400, [expect.objectContaining({ rule: 'repeated-header' })]]);
    expect(JSON.stringify(body)).toContain(name);
    expect(JSON.stringify(body)).not.toContain(reporter.token);
  });

  test('bears a list of tags in two lines, as HTTP lets it', async () => {
    expect((await send({ 'if-none-match': ['"a"', '"b"'] }, 'GET')).status).toBe(404);
  });
});
