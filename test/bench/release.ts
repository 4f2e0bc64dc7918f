/** Protecting a whole release: the real schools of a state, and as many as all Germany has. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { seeded } from '../../src/demo/simulation.ts';
import type { TableInput } from '../../src/tables/table.ts';
import { corrected, inventedInput } from '../tables/table-invented-reports.ts';
import { sharedFile } from '../setup/shared.ts';
import { MAIN } from '../setup/children.ts';
import { inventGermany } from './germany.ts';
import { markdownTable } from './statistics.ts';

const SEED = 20_260_403;
/** How many schools are drawn for all Germany; it has about as many as the last says. */
const GERMANY = [1_000, 5_407, 10_000, 20_000, 40_000];
const PROTECT_ONCE = fileURLToPath(new URL('./protect-once.mjs', import.meta.url));
const PROTECT_QUARTERS = fileURLToPath(new URL('./protect-quarters.mjs', import.meta.url));
const QUARTERS = [1, 2, 3];
const execute = promisify(execFile);

interface Figures {
  readonly seconds: number;
  readonly megabytes: number;
  readonly rows: number;
  readonly cells: number;
  readonly hidden: number;
  readonly solved: number;
}

interface QuarterFigures {
  readonly figures: readonly {
    readonly first: { readonly seconds: number; readonly hidden: number };
    readonly second: {
      readonly seconds: number;
      readonly hidden: number | null;
      readonly taken: number;
      readonly kept: number;
    };
  }[];
  readonly megabytes: number;
}

export async function release(): Promise<string[]> {
  const nrw = inventedInput(SEED);
  const municipalities = shared('de_gemeinden.csv');
  const folder = await mkdtemp(join(tmpdir(), 'kanon-bench-'));
  try {
    const small = await protect(folder, nrw);
    const germany: Figures[] = [];
    for (const many of GERMANY) {
      const schools = inventGermany(municipalities, nrw.schools, many, SEED);
      germany.push(await protect(folder, inventedInput(SEED, schools)));
    }
    const large = germany.at(-1)!;
    const growth = (figure: 'seconds' | 'megabytes' | 'cells' | 'hidden'): string =>
      `× ${(large[figure] / small[figure]).toFixed(1)}`;
    const line = (work: string, { seconds, megabytes, rows, cells, hidden, solved }: Figures): string[] => [
      ...[work, `${seconds.toFixed(1)} CPU s`, `${megabytes.toFixed(0)} MB`],
      ...[rows, cells, hidden, solved].map((figure) => figure.toLocaleString('en-US')),
    ];
    return [
      ...markdownTable(
        [
          'protection of',
          'time',
          'peak memory',
          'rows',
          'cells',
          'hidden',
          'programs solved in the last proof',
        ],
        [
          line(`${nrw.schools.length.toLocaleString('en-US')} schools, NRW`, small),
          ...GERMANY.map((many, at) =>
            line(`${many.toLocaleString('en-US')} schools, all Germany`, germany[at]!),
          ),
          [
            'growth, first to last',
            growth('seconds'),
            growth('megabytes'),
            '',
            growth('cells'),
            growth('hidden'),
            '',
          ],
        ],
      ),
      '',
      ...(await protectQuarters(folder)),
      '',
      'The whole quarter of the first, by `npx kanon rehearse`:',
      '',
      '```text',
      ...(await rehearse()),
      '```',
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function protect(folder: string, input: TableInput): Promise<Figures> {
  console.error(`protecting the reports of ${input.schools.length} schools`);
  const file = join(folder, 'input.json');
  await writeFile(file, JSON.stringify(input));
  const { stdout } = await execute(process.execPath, [PROTECT_ONCE, file]);
  const figures = JSON.parse(stdout) as Figures;
  console.error(`  ${figures.seconds.toFixed(1)} CPU s, ${figures.megabytes.toFixed(0)} MB`);
  return figures;
}

/** Three quarters of NRW one after the other; in each, forty schools correct their reports and a second release follows. */
async function protectQuarters(folder: string): Promise<string[]> {
  console.error('protecting three quarters with corrections');
  const inputs = QUARTERS.map((quarter) => {
    const input = inventedInput(SEED + quarter);
    return { input, corrections: corrected(input.reports, seeded(SEED + quarter)) };
  });
  const file = join(folder, 'quarters.json');
  await writeFile(file, JSON.stringify(inputs));
  const { stdout } = await execute(process.execPath, [PROTECT_QUARTERS, file]);
  const { figures, megabytes } = JSON.parse(stdout) as QuarterFigures;
  return [
    ...markdownTable(
      ['quarter', 'release', 'hidden', 'after 40 corrections', 'hidden', 'corrections taken over', 'waiting'],
      figures.map(({ first, second }, at) => [
        `${QUARTERS[at]}`,
        `${first.seconds.toFixed(1)} CPU s`,
        `${first.hidden}`,
        `${second.seconds.toFixed(1)} CPU s`,
        `${second.hidden ?? 'no safe new release'}`,
        `${second.taken}`,
        `${second.kept}`,
      ]),
    ),
    '',
    `Peak memory over all three, one process: ${megabytes.toFixed(0)} MB.`,
  ];
}

/** From the public lists to the summaries of all districts, through the database; what it says. */
async function rehearse(): Promise<string[]> {
  console.error('rehearsing a quarter');
  const lists = [shared('nrw_gemeinden.csv'), shared('nrw_schulen_2024-25.csv')];
  const { stdout } = await execute(process.execPath, [...MAIN, 'rehearse', ...lists, '--lang', 'en']);
  return stdout.trim().split('\n');
}

function shared(name: string): string {
  const file = sharedFile(`reference/${name}`);
  if (!file)
    throw new Error(`reference/${name} is not in the shared folder: set KANON_SHARED to that folder.`);
  return file;
}
