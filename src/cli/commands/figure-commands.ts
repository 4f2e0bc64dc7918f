/** Commands that show released figures of a region: of one period, and over several. */
import { type Command, Option } from 'commander';
import { PURPOSES } from '../../access/entry.ts';
import type { Desk } from '../words/words.ts';
import type { Maker } from './host-commands.ts';
import type { SeriesOptions } from './series.ts';
import type { SummaryOptions } from './summary.ts';

export function withFigureCommands(
  { command, accountOf, ends, help }: Maker,
  formatsOf: (made: Command) => Command,
  desk: Desk,
): void {
  formatsOf(
    accountOf(
      command(
        'summary',
        'summary',
        '--region 051 --period 2026-Q4 --purpose PLANNING --account NAME [--level county] [--version 1]',
      )
        .requiredOption('--region <KEY>', help('region'))
        .requiredOption('--period <PERIOD>', help('period'))
        .addOption(new Option('--purpose <PURPOSE>', help('purpose')).choices(PURPOSES).makeOptionMandatory())
        .addOption(new Option('--level <LEVEL>', help('level')).choices(['state', 'district', 'county']))
        .addOption(new Option('--by <WHAT>', help('by')).choices(['school-type']))
        .option('--version <NUMBER>', help('releaseVersion')),
    ),
  )
    .addOption(
      new Option('--format <FORMAT>', help('format'))
        .choices(['xlsx', 'pdf', 'json-stat', 'sdmx-csv', 'sdmx-structure'])
        .conflicts(['json', 'csv', 'csvDe']),
    )
    .option('--out <FILE>', help('outFile'))
    .action(ends(async (options: SummaryOptions) => (await import('./summary.ts')).summary(options, desk)));

  formatsOf(
    accountOf(
      command(
        'series',
        'series',
        '--region 051 --from 2026-Q1 --to 2026-Q4 --purpose PLANNING --account NAME [--level county]',
      )
        .requiredOption('--region <KEY>', help('region'))
        .requiredOption('--from <PERIOD>', help('firstPeriod'))
        .requiredOption('--to <PERIOD>', help('lastPeriod'))
        .addOption(new Option('--purpose <PURPOSE>', help('purpose')).choices(PURPOSES).makeOptionMandatory())
        .addOption(new Option('--level <LEVEL>', help('level')).choices(['state', 'district', 'county']))
        .addOption(new Option('--by <WHAT>', help('by')).choices(['school-type']))
        .option('--as-of <MOMENT>', help('asOf'))
        .option('--updated-after <MOMENT>', help('updatedAfter')),
    ),
  ).action(ends(async (options: SeriesOptions) => (await import('./series.ts')).series(options, desk)));
}
