/** Hostile lines from a seed, put into every place of a request as they are: nothing is encoded on the way. */
import { connect } from 'node:net';
import { seeded } from '../../src/demo/simulation.ts';

/** What has broken servers elsewhere: traversal, injection, formats, controls, and letters that are not what they seem. */
const PIECES = [
  '../',
  '..\\',
  '..%2f',
  '%2e%2e/',
  '..%5c',
  '..;/',
  '%252e%252e%252f',
  '....//',
  '/etc/passwd',
  'C:\\boot.ini',
  '%c0%ae',
  '%00',
  '%0d%0a',
  '%zz',
  '%',
  '%u002e',
  "' OR '1'='1",
  "'; DROP TABLE report;--",
  '") OR ("a"="a',
  '$(id)',
  '`id`',
  '|id',
  ';id',
  '{{7*7}}',
  '${7*7}',
  '<%= 7 %>',
  '#{7*7}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '[$gt]=',
  '[]',
  '[0]',
  '{}',
  'null',
  'undefined',
  'NaN',
  'true',
  '%s%n',
  '%d',
  '0x10',
  '1e3',
  '-1',
  '\u0000',
  '\u0001',
  '\t',
  '\r',
  '\n',
  '\u007f',
  '\u0080',
  '\ufeff',
  '\u202e',
  '\ud83d\ude00',
  'ſ',
  'İ',
  '．．／',
  'é',
  '\ud800',
  '//',
  '\\\\host\\share',
  '?',
  '#',
  '&',
  '=',
  '+',
  ' ',
  '"',
  "'",
  ';',
  ':',
  '@',
  '2026-Q1',
  '990001',
  '05111',
  '00000000-0000-4000-8000-000000000000',
  'http://169.254.169.254/',
  'file:///etc/passwd',
  'swagger-ui.css',
  '.git/HEAD',
  'package.json',
  'A'.repeat(120),
  '9'.repeat(400),
  '*',
  'W/"x"',
] as const;

export interface RawLine {
  /** Where it stands, for a complaint. */
  readonly place: string;
  readonly bytes: Buffer;
}

/**
 * So many requests; the same for the same seed.
 *
 * paths  patterns such as `/v1/regions/:key`
 */
export function rawLines(seed: number, count: number, paths: readonly string[], token: string): RawLine[] {
  const rng = seeded(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(rng() * list.length)] as T;
  const line = (): string => Array.from({ length: 1 + Math.floor(rng() * 4) }, () => one(PIECES)).join('');
  return Array.from({ length: count }, (_, turn): RawLine => {
    // Every path has its turn, whatever the seed.
    const path = paths[turn % paths.length]!;
    const plain = path.replace(/:\w+|\*/g, () =>
      one(['05111', '990001', '2026-Q1', 'but-counselling', '1', 'x']),
    );
    const method = one(['GET', 'GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'get', line()]);
    const purpose = 'Kanon-Purpose: PLANNING\r\n';
    const who = rng() < 0.7 ? `Authorization: Bearer ${token}\r\n${purpose}` : '';
    const head = (target: string, more = ''): string =>
      `${method} ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${who}${more}`;
    const places: Readonly<Record<string, () => string>> = {
      'in the path': () =>
        `${head(path.includes(':') || path.includes('*') ? path.replace(/:\w+|\*/g, line) : `${path}/${line()}`)}\r\n`,
      'behind the path': () => `${head(plain + line())}\r\n`,
      'as the path': () => `${head(line())}\r\n`,
      'as a name in the query': () => `${head(`${plain}?${line()}=1`)}\r\n`,
      'in the query': () =>
        `${head(`${plain}?${one(['from', 'to', 'limit', 'within', 'format', 'level', 'dryRun', 'cursor', 'version', 'after', 'region'])}=${line()}`)}\r\n`,
      'in a header': () =>
        `${head(plain, `${one(['Accept', 'If-Match', 'If-None-Match', 'Range', 'Content-Type', 'Content-Encoding', 'Kanon-Confirm', 'Kanon-Purpose', 'Authorization', 'Cookie', 'Accept-Language', 'X-Forwarded-For', 'If-Modified-Since'])}: ${line()}\r\n`)}\r\n`,
      'in the body': () => {
        const body = Buffer.from(line());
        return `${head(plain, `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`)}\r\n${body.toString()}`;
      },
    };
    const place = one(Object.keys(places));
    return { place: `${path} ${place}`, bytes: Buffer.from(places[place]!()) };
  });
}

/** Everything that comes back, until the server hangs up or has said nothing for a second. */
export function exchange(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('data', (part) => (heard += part.toString('latin1')));
    socket.on('close', () => {
      resolve(heard);
    });
    socket.write(bytes);
  });
}

/** What is wrong with an answer; undefined where nothing is. */
export function complaint({ place, bytes }: RawLine, heard: string): string | undefined {
  const statuses = [...heard.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
  const failed = statuses.find((status) => status >= 500);
  return failed === undefined ? undefined : `${failed} ${place}: ${JSON.stringify(bytes.toString())}`;
}
