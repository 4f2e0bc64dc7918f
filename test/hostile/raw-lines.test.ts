/** Thousands of hostile lines over a raw socket, on every path there is: no 5xx, and no line that would wake somebody. */
import type { AddressInfo } from 'node:net';
import { Controller, Get, Param } from '@nestjs/common';
import { IsString } from 'class-validator';
import { Open } from '../../src/access/act.ts';
import { Census } from '../../src/access/census.ts';
import { startWith } from '../access/house.ts';
import { furnish, signedIn, type TestApp } from '../setup/app.ts';
import { serveApiDescription } from '../../src/operations/openapi.ts';
import { complaint, exchange, rawLines, type RawLine } from './raw-lines.ts';

const SEED = Number(process.env['KANON_TEST_SEED'] ?? Date.now() % 1_000_000);
/** Of ten thousand the suite sends a part; `KANON_TEST_LINES=10000` sends them all. */
const COUNT = Number(process.env['KANON_TEST_LINES'] ?? 2_500);
const LANES = 8;

class AnyName {
  @IsString() name!: string;
}

/** It fails as careless code would, so that the test is seen to notice. */
@Controller('careless')
class Careless {
  @Get(':name')
  @Open('to see it fail')
  read(@Param() { name }: AnyName): unknown {
    return JSON.parse(decodeURIComponent(name));
  }
}

describe('hostile lines', () => {
  let kanon: TestApp;
  const logged: string[] = [];
  const { write } = process.stdout;
  beforeAll(async () => {
    kanon = await startWith([Careless], { loud: true, prepare: serveApiDescription });
    await furnish(kanon);
    write.call(process.stdout, `seed of the hostile lines: ${SEED} (KANON_TEST_SEED)\n`);
    process.stdout.write = (text: string | Uint8Array): boolean => {
      logged.push(...String(text).trimEnd().split('\n'));
      return true;
    };
  });
  afterAll(async () => {
    process.stdout.write = write;
    await kanon.close();
  });

  const port = (): number => (kanon.app.getHttpServer().address() as AddressInfo).port;

  /** All of them over a few lanes; what is wrong. */
  async function complaints(lines: readonly RawLine[]): Promise<string[]> {
    const found: string[] = [];
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let line = lines[next++]; line; line = lines[next++]) {
        const wrong = complaint(line, await exchange(port(), line.bytes));
        if (wrong !== undefined) found.push(wrong);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return found;
  }
  const alarms = (): string[] => logged.filter((line) => line.includes('"event":"failure"'));

  test('are answered without a failure, wherever they stand', async () => {
    const { token } = await signedIn(kanon, 'auditor');
    const routes = kanon.app.get(Census).routes();
    const ours = routes.map(({ path }) => path).filter((path) => !path.startsWith('/careless'));
    const paths = [...new Set([...ours, '/docs', '/docs/*', '/docs/*', '/openapi.json', '/'])];
    logged.length = 0;
    expect(await complaints(rawLines(SEED, COUNT, paths, token))).toEqual([]);
    expect(alarms()).toEqual([]);
    const told = logged.filter((line) => line.includes('"event":"request"')).length;
    // What is no HTTP has no line; most of it is.
    expect(told).toBeGreaterThan(COUNT / 3);
  }, 900_000);

  test('are noticed where a route fails by them', async () => {
    logged.length = 0;
    const found = await complaints(rawLines(SEED, 450, ['/careless/:name'], 'none'));
    expect(found.length).toBeGreaterThan(5);
    expect(alarms().length).toBeGreaterThan(5);
  });
});
