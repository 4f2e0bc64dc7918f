/** The benchmarks themselves: their arithmetic, and that a wrong answer spoils a figure. No time is asserted here. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { load, type Measured } from './load.ts';
import { readOptions } from './options.ts';
import { comparisonOf, orderOf } from './pairs.ts';
import { sharesOf } from './profile.ts';
import { inWords, markdownTable, quantile, spreadOf } from './statistics.ts';

describe('the statistics', () => {
  test('take the middle, and interpolate between two', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
    expect(spreadOf([4, 1, 2, 3]).median).toBe(2.5);
    expect(quantile([10, 20], 0.95)).toBeCloseTo(19.5);
    expect(() => spreadOf([])).toThrow(RangeError);
  });

  test('say the range beside the median', () => {
    expect(inWords({ median: 1234.4, least: 1000, most: 2000 })).toBe('1,234 (1,000 to 2,000)');
    expect(inWords({ median: 0.6, least: 0.5, most: 0.7 }, 2)).toBe('0.60 (0.50 to 0.70)');
    expect(markdownTable(['work', 'n'], [['a report', '1']])).toEqual([
      '| work     | n   |',
      '| -------- | --- |',
      '| a report | 1   |',
    ]);
  });

  test('compare round by round, not median by median', () => {
    const measured = (perSecond: number, p50: number): Measured => ({
      ...{ requests: 10, errors: 0, wrong: '', p95: 9 },
      ...{ perSecond, p50 },
    });
    // The machine was slow in the second round, for both sides alike.
    const { ratio, longer, requests } = comparisonOf(
      [measured(60, 2), measured(30, 4)],
      [measured(100, 1), measured(50, 2)],
    );
    expect(ratio).toEqual({ median: 0.6, least: 0.6, most: 0.6 });
    expect(longer).toEqual({ median: 1.5, least: 1, most: 2 });
    expect(requests).toBe(40);
  });

  test('let neither side always go first', () => {
    expect(orderOf('A', 'B', 3).flat().join('')).toBe('ABBAAB');
  });

  test('count a profile from its end, and leave out idle time', () => {
    const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 0 });
    const nodes = [
      { id: 1, callFrame: frame('(idle)') },
      { id: 2, callFrame: frame('query', 'file:///x/node_modules/pg/lib/client.js') },
      { id: 3, callFrame: frame('boot', 'file:///x/node_modules/typeorm/index.js') },
    ];
    const profile = { nodes, samples: [3, 1, 2, 2], timeDeltas: [1000, 20, 30, 50] };
    expect(sharesOf(profile, 100)).toMatchObject({ places: [['pg', 1]], busy: 0.8 });
  });
});

test('a flag that is no number is refused in a sentence', () => {
  expect(() => readOptions(['--rounds', 'many'])).toThrow('--rounds must be a number');
  expect(readOptions(['service', '--seconds', '0.5'])).toMatchObject({
    names: ['service'],
    rounds: 6,
    seconds: 0.5,
  });
});

describe('the load', () => {
  const against = async (listener: RequestListener): Promise<Measured> => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const body = { before: '{"n":', after: '}' };
    const requests = [{ method: 'PUT', path: '/', headers: '' }];
    const measured = await load({ port, requests, body, mark: 'right' }, 2, 0.1);
    server.closeAllConnections();
    server.close();
    return measured;
  };

  test('counts right answers, however they are cut up on the wire, and sends other counts in turn', async () => {
    const seen = new Set<string>();
    const measured = await against((request, response) => {
      request.on('data', (chunk: Buffer) => seen.add(chunk.toString()));
      response.setHeader('content-length', 2000);
      response.write('right'.padEnd(1000));
      setTimeout(() => response.end(' '.repeat(1000)), 2);
    });
    expect(measured).toMatchObject({ errors: 0, wrong: '' });
    expect(seen.size).toBeGreaterThan(1);
    expect(measured.requests).toBeGreaterThan(1);
  });

  test.each([
    ['a status of 500', (response) => response.writeHead(500).end('right')],
    ['a wrong body', (response) => response.end('wrong')],
    ['a cut connection', (response) => response.destroy()],
  ] satisfies [string, (response: Parameters<RequestListener>[1]) => unknown][])(
    'counts %s as an error',
    async (_what, answer) => {
      const measured = await against((_request, response) => void answer(response));
      expect(measured.errors).toBeGreaterThan(0);
      expect(measured.requests).toBe(0);
    },
  );
});

test('against a server that fails now and then, the benchmark ends with 1 and shows the wrong answer', () => {
  const bench = fileURLToPath(new URL('bench.mjs', import.meta.url));
  const brief = ['--rounds', '2', '--seconds', '0.3', '--warm-up', '0.3'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [bench, 'control', ...brief], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/failing on purpose: [1-9]\d* wrong answers/);
  expect(stdout).toBe('');
});
