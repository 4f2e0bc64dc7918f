/** Requests that carry a count below k, or a name beside one, in every place that a request has. */
import { connect } from 'node:net';
import { OPEN_PERIOD, REPORT } from '../setup/app.ts';
import { placeOf } from './scene.ts';
import { mark, type Mark } from './traces.ts';

/** Tokens of those who send. */
export interface Senders {
  readonly reporter: string;
  readonly officer: string;
  readonly auditor: string;
  readonly coordinator: string;
}

export interface Planting extends Mark {
  readonly where: string;
  readonly bytes: Buffer;
  /** The status it must get; else any from 400 to 499. */
  readonly status?: number;
  /** The answer shows by design what would be stored. */
  readonly isShown?: true;
  /** It stands by design in the entry of whoever searched for it, and nowhere else. */
  readonly isKept?: true;
}

/** Counts below k in both cells, and in each the numbers to look for. */
export const below = ({ numbers }: Mark, change: object = {}): object => ({
  ...REPORT,
  cells: REPORT.cells.map((cell, i) => ({ ...cell, pupils: 4, consultations: numbers[i] })),
  ...change,
});
/** A report that passes every rule where the roll is unknown, with the numbers to look for. */
export const passing = (planted: Mark): object =>
  below(planted, {
    cells: REPORT.cells.map((cell, i) => {
      const consultations = planted.numbers[i] ?? 0;
      return { ...cell, pupils: Math.ceil(consultations / 40), consultations };
    }),
  });

type Headers = readonly (readonly [string, string])[];
type Body = string | Buffer | object;

/** One HTTP request as bytes; nothing tidies it on the way. */
export function request(method: string, path: string, headers: Headers, body?: Body): Buffer {
  const content =
    body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const has = (name: string): boolean => headers.some(([given]) => given.toLowerCase() === name);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    ...(has('host') ? [] : ['host: localhost']),
    ...(has('connection') ? [] : ['connection: close']),
    ...(content === undefined || has('content-type') ? [] : ['content-type: application/json']),
    ...(content === undefined || has('transfer-encoding')
      ? []
      : [`content-length: ${Buffer.byteLength(content)}`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), Buffer.from(content ?? '')]);
}

/** Sends bytes over a connection of their own; the whole answer, headers too, until the service closes. */
export const exchange = (url: string, bytes: Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const chunks: Buffer[] = [];
    socket.setTimeout(20_000, () => socket.destroy(new Error('no answer within 20 s')));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

/** Every place with a mark of its own. Ids begin at `from`. */
export function plantings({ reporter, officer, auditor, coordinator }: Senders, from = 0): Planting[] {
  const all: Planting[] = [];
  const as = (token: string): Headers => [['authorization', `Bearer ${token}`]];
  const add = (
    where: string,
    make: (planted: Mark) => Buffer,
    more: Pick<Planting, 'status' | 'isShown' | 'isKept'> = {},
  ): void => {
    const planted = mark(from + all.length);
    all.push({ ...planted, where, bytes: make(planted), ...more });
  };
  const report = (where: string, body: (planted: Mark) => Body, status = 422, query = ''): void =>
    add(where, (planted) => request('PUT', placeOf() + query, as(reporter), body(planted)), { status });
  const cell = (change: object) => ({ cells: [{ ...REPORT.cells[0], ...change }, REPORT.cells[1]] });

  // The body of a report: each field, with what its reader lets through and with what it does not.
  report('the numbers of cells below k', (m) => below(m));
  report('the numbers of a dry run below k', (m) => below(m), 422, '?dryRun=true');
  report('a scheme', (m) => below(m, { scheme: `${m.word}/4` }));
  report('a scheme of no form', (m) => below(m, { scheme: m.text }));
  report('a policy', (m) => below(m, { policy: m.numbers[0] }));
  report('a policy as text', (m) => below(m, { policy: `4 ${m.text}` }));
  report('cells as text', (m) => below(m, { cells: m.text }));
  report('a cell as text', (m) => below(m, { cells: [m.text, 4] }));
  report('a cell as list', (m) => below(m, { cells: [[m.text, ...m.numbers]] }));
  report('a benefit of a cell', (m) => below(m, cell({ benefits: [m.code], pupils: 4 })));
  report('a benefit of a cell, of no form', (m) => below(m, cell({ benefits: [m.text, 4] })));
  report('benefits as object', (m) => below(m, cell({ benefits: { [m.text]: 4 } })));
  report('pupils beside a cell below k', (m) =>
    below(m, {
      cells: REPORT.cells.map((c, i) =>
        i === 0 ? { ...c, pupils: 4 } : { ...c, pupils: m.numbers[0], consultations: m.numbers[1] },
      ),
    }),
  );
  report('pupils as text', (m) => below(m, cell({ pupils: `4 ${m.text}` })));
  report('pupils as object', (m) => below(m, cell({ pupils: { [m.text]: 4 } })));
  report('consultations as text', (m) => below(m, cell({ consultations: m.text })));
  report('consultations with a sign', (m) => below(m, cell({ consultations: -m.numbers[0] })));
  report('consultations with a fraction', (m) => below(m, cell({ consultations: m.numbers[0] + 0.5 })));
  report('consultations above the largest', (m) => below(m, cell({ consultations: m.numbers[0] * 1000 })));
  report('consultations below pupils', (m) =>
    below(m, cell({ pupils: m.numbers[1], consultations: m.numbers[0] })),
  );
  report('a pool that leads back to fours', (m) =>
    below(m, {
      cells: [
        { benefits: ['AUSFLUG', 'MITTAG'], pupils: 8, consultations: m.numbers[0] },
        { ...REPORT.cells[1], consultations: m.numbers[1] },
      ],
      none: ['KLASSENFAHRT', 'TEILHABE'],
    }),
  );
  report('a benefit of none', (m) => below(m, { none: [m.code] }));
  report('a benefit of none, of no form', (m) => below(m, { none: [m.text] }));
  report('a withheld benefit', (m) => below(m, { withheld: [m.code] }));
  report('withheld counts', (m) =>
    below(m, { withheld: [{ benefit: 'SCHULBEDARF', pupils: 4, name: m.text }] }),
  );
  report('the value of an unknown field', (m) => below(m, { remark: m.text }));
  report('the name of an unknown field', (m) => below(m, { [m.text]: 4 }));
  report('the name of an unknown field in a cell', (m) => below(m, cell({ [m.text]: 4 })));
  report('an unknown field that holds many', (m) =>
    below(m, { total: { [m.text]: { [m.code]: m.numbers } } }),
  );
  report('__proto__', (m) => `{"__proto__":{"${m.text}":4},"constructor":"${m.code}"}`);
  report('the body as list', (m) => [below(m)]);
  report('the body as text', (m) => JSON.stringify(m.text));
  report('the body as number', (m) => String(m.numbers[0]));
  report('a text that breaks off', (m) => JSON.stringify(below(m, { remark: m.text })).slice(0, -1));
  report('text behind the end', (m) => `${JSON.stringify(REPORT)} ${m.text}`);
  report('a field that stands twice', (m) => `{"${m.text}":4,"${m.text}":5}`);
  report('a known field that stands twice', (m) =>
    JSON.stringify(below(m)).replace('"policy":1', `"policy":1,"policy":${m.numbers[0]}`),
  );
  report('escaped letters', (m) => `{"remark":"\\u0050LANTED${m.text.slice(-4)}"}`);
  report('a lone surrogate', (m) => `{"remark":"${m.text}\\ud800"}`);
  report('NUL', (m) => `{"remark":"${m.text}\\u0000"}`);
  report('a byte order mark', (m) => `\ufeff${JSON.stringify(below(m))}`);
  report('bytes that are no UTF-8', (m) =>
    Buffer.concat([Buffer.from(`{"remark":"${m.text}`), Buffer.from([0xff, 0xfe, 0x22, 0x7d])]),
  );
  report('no JSON at all', (m) => `pupils=4&name=${m.text}`);
  report('depth', (m) => `${'['.repeat(20)}"${m.text}"${']'.repeat(20)}`);
  report('more bytes than a report has', (m) =>
    JSON.stringify(below(m, { remark: `${m.text} `.repeat(1500) })),
  );
  report(
    'more bytes than any body has',
    (m) => JSON.stringify(below(m, { remark: `${m.text} `.repeat(20_000) })),
    413,
  );

  // The same body where something else refuses first.
  const elsewhere = (where: string, path: string, token: string, status: number, method = 'PUT'): void =>
    add(where, (m) => request(method, path, as(token), passing(m)), { status });
  elsewhere('a report of a closed school', placeOf('990005'), reporter, 422);
  elsewhere('a report of another school', placeOf('990004'), reporter, 403);
  elsewhere('a report of an unknown period', placeOf('990001', '2031-Q1'), reporter, 404);
  elsewhere('a report by somebody else', placeOf(), officer, 403);
  elsewhere('a report by nobody', placeOf(), 'a.b.c', 401);
  elsewhere('a body where none belongs', '/v1/releases', officer, 405);
  elsewhere('a body to a freeze', `/v1/periods/${OPEN_PERIOD}/freeze`, reporter, 403, 'POST');
  elsewhere('a body of an unknown method', placeOf(), reporter, 405, 'PATCH');
  add(
    'the numbers of a dry run that passes',
    (m) => request('PUT', `${placeOf()}?dryRun=true`, as(reporter), passing(m)),
    {
      status: 200,
      isShown: true,
    },
  );

  // Query, path, method.
  const got = (where: string, path: (planted: Mark) => string, token = reporter, status?: number): void =>
    add(where, (m) => request('GET', path(m), as(token)), status === undefined ? {} : { status });
  report('the value of dryRun', (m) => below(m), 400, `?dryRun=${mark(from + all.length).text}`);
  report('the name of a query field', (m) => below(m), 400, `?${mark(from + all.length).text}=4`);
  report('an unknown query field', (m) => below(m), 400, `?pupils=4&name=${mark(from + all.length).text}`);
  report(
    'query fields in brackets',
    (m) => below(m),
    400,
    `?cells[0][pupils]=4&${mark(from + all.length).text}[]=1`,
  );
  got('a school in the path', (m) => placeOf(m.text), reporter, 400);
  got('a school of seven digits', (m) => placeOf(String(m.numbers[0])), reporter, 400);
  got('a period in the path', (m) => placeOf('990001', m.text), reporter, 400);
  got('a period with more behind it', (m) => placeOf('990001', `${OPEN_PERIOD}%20${m.text}`), reporter, 400);
  got('a path of no route', (m) => `/v1/schools/990001/pupils/${m.text}/4`, reporter, 404);
  got('a path that cannot be decoded', (m) => `/v1/schools/${m.text}%ff%zz/reports/${OPEN_PERIOD}`);
  got('a long path segment', (m) => placeOf(m.text.repeat(20)));
  got('a longer address than any', (m) => `/${m.text.repeat(2000)}`);
  got('a region in the path', (m) => `/v1/regions/${m.text}/summaries/${OPEN_PERIOD}`, officer);
  got('the level of a summary', (m) => `/v1/regions/05/summaries/${OPEN_PERIOD}?level=${m.text}`, officer);
  got('a period to freeze', (m) => `/v1/periods/${m.text}/state`, officer, 400);
  // What an auditor searched for is for other auditors to see.
  add('a filter of the log', (m) => request('GET', `/v1/access-log/entries?office=${m.text}`, as(auditor)), {
    status: 200,
    isKept: true,
  });
  got('a cursor of the log', (m) => `/v1/access-log/entries?cursor=${m.text}`, auditor, 400);
  got('a query of an open page', (m) => `/openapi.json?name=${m.text}`, reporter);
  add('a method', (m) => request(m.code, placeOf(), as(reporter)), { status: 400 });
  add('no HTTP at all', (m) => Buffer.from(`${m.text} has 4\r\n\r\n`), { status: 400 });
  add(
    'a header without a colon',
    (m) => Buffer.from(`GET / HTTP/1.1\r\nhost: localhost\r\n${m.text} 4\r\n\r\n`),
    { status: 400 },
  );

  // Headers: of a refused report, and the few that matter elsewhere.
  for (const name of [
    'user-agent',
    'accept',
    'accept-language',
    'accept-encoding',
    'kanon-purpose',
    'request-id',
    'x-request-id',
    'traceparent',
    'forwarded',
    'x-forwarded-for',
    'x-forwarded-host',
    'cookie',
    'referer',
    'origin',
    'from',
    'range',
    'prefer',
    'x-http-method-override',
  ])
    add(`the header ${name}`, (m) => request('PUT', placeOf(), [...as(reporter), [name, m.text]], below(m)), {
      status: 422,
    });
  add(
    'the header kanon-confirm',
    (m) => request('PUT', placeOf(), [...as(reporter), ['kanon-confirm', m.text]], passing(m)),
    { status: 409 },
  );
  for (const [name, status] of [
    ['if-match', 400],
    ['if-none-match', 400],
    ['content-encoding', 415],
  ] as const)
    add(`the header ${name}`, (m) => request('PUT', placeOf(), [...as(reporter), [name, m.text]], below(m)), {
      status,
    });
  add(
    'the name of a header',
    (m) => request('PUT', placeOf(), [...as(reporter), [`x-${m.word}`, '4']], below(m)),
    { status: 422 },
  );
  add('the header host', (m) => request('PUT', placeOf(), [...as(reporter), ['host', m.text]], below(m)), {
    status: 422,
  });
  add('the header expect', (m) => request('PUT', placeOf(), [...as(reporter), ['expect', m.text]], below(m)));
  add(
    'the header transfer-encoding',
    (m) => request('PUT', placeOf(), [...as(reporter), ['transfer-encoding', m.text]], below(m)),
    { status: 400 },
  );
  for (const type of [
    'application/json; charset=MARK',
    'application/json; MARK=4',
    'application/MARK',
    'MARK',
    'multipart/form-data; boundary=MARK',
  ])
    add(
      `the content type ${type}`,
      (m) =>
        request(
          'PUT',
          placeOf(),
          [...as(reporter), ['content-type', type.replace('MARK', m.text)]],
          below(m),
        ),
      { status: 415 },
    );
  for (const value of ['Bearer MARK', 'Bearer MARK.MARK.MARK', 'Basic MARK', 'MARK'])
    add(
      `the authorization ${value}`,
      (m) => request('PUT', placeOf(), [['authorization', value.replaceAll('MARK', m.text)]], below(m)),
      { status: 401 },
    );
  add(
    'the purpose of a summary',
    (m) =>
      request('GET', `/v1/regions/05/summaries/${OPEN_PERIOD}`, [...as(officer), ['kanon-purpose', m.text]]),
    { status: 400 },
  );

  // Sending a report back, where a remark would be at hand.
  const back = (where: string, body: (planted: Mark) => Body): void =>
    add(
      where,
      (m) =>
        request('POST', `/v1/regions/05111/reports/${OPEN_PERIOD}/990001/return`, as(coordinator), body(m)),
      { status: 400 },
    );
  back('a reason of no list', (m) => ({ reason: m.text }));
  back('a remark beside a reason', (m) => ({ reason: 'SCHOOL_ASKED', remark: `4 ${m.text}` }));
  back('a report for a reason', (m) => below(m));
  got(
    'a format of completeness',
    (m) => `/v1/regions/05111/completeness/${OPEN_PERIOD}?format=${m.text}`,
    coordinator,
    400,
  );

  // Signing in.
  const session = (where: string, body: (planted: Mark) => Body, status = 400): void =>
    add(where, (m) => request('POST', '/v1/sessions', [], body(m)), { status });
  session('an account', (m) => ({ account: m.text, password: 'secret' }), 401);
  session('a password', (m) => ({ account: 'meldung', password: m.text }), 401);
  session('a password that is a number', (m) => ({ account: 'meldung', password: m.numbers[0] }));
  session('an unknown field of a sign-in', (m) => ({ account: 'meldung', password: 'secret', [m.text]: 4 }));
  session('a report in a sign-in', (m) => below(m));
  session('a sign-in that breaks off', (m) => `{"account":"${m.text}`);
  return all;
}
