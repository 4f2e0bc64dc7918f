/** All commands with their arguments and options; what a command needs is loaded when it runs. */
import { Command, CommanderError, Option } from 'commander';
import { LANGUAGES } from '../foundation/language.ts';
import type { Boot } from '../operations/boot.ts';
import type { AnonymiseOptions } from './commands/anonymise.ts';
import type { FactorOptions } from './commands/factor.ts';
import { EXIT } from './terminal/failure.ts';
import { helpIn, type HelpKey, isHelpKey } from './words/help-words.ts';
import { withActCommands } from './commands/act-commands.ts';
import { withFigureCommands } from './commands/figure-commands.ts';
import { type Maker, withHostCommands } from './commands/host-commands.ts';
import { withProtectOptions } from './commands/protect.ts';
import type { ProtectTableOptions } from './commands/protect-options.ts';
import { mistake } from './terminal/mistake.ts';
import type { ReportOptions } from './commands/report.ts';
import type { ReportAllOptions } from './commands/report-all.ts';
import type { StatusOptions } from './commands/status.ts';
import type { TallyOptions } from './commands/tally.ts';
import { Usage } from './terminal/usage.ts';
import type { VerifyFileFlags } from './commands/verify-bundle.ts';
import type { VerifyOptions } from './commands/verify-receipt.ts';
import type { VerifyReleaseOptions } from './commands/verify-release.ts';
import type { WitnessOptions } from './commands/witness.ts';
import type { Desk } from './words/words.ts';

/** Runs one command; its exit code. Throws Usage where it is not called as it must be. */
export async function perform(args: readonly string[], boot: Boot, desk: Desk): Promise<number> {
  const help = helpIn(desk.lang);
  let exit: number = EXIT.done;
  const program = new Command('kanon')
    .description(help('about'))
    .usage(help('command'))
    .configureOutput({ outputError: () => undefined })
    .configureHelp({
      styleTitle: (title) => (isHelpKey(title) ? help(title) : title),
      optionDescription: described,
      subcommandTerm: (made) => made.name(),
    })
    .helpCommand('help [command]', help('help'))
    .addHelpText('after', help('after'));
  strict(program);

  /** A command of this name; `usage` is what stands behind the name. */
  const command = (name: string, about: HelpKey, usage: string): Command =>
    strict(program.command(name).description(help(about)).usage(usage));
  /** Every command speaks both languages and refuses what it does not know. */
  function strict(made: Command): Command {
    return made
      .addOption(new Option('--lang <LANG>', help('lang')).choices(LANGUAGES))
      .helpOption('-h, --help', help('help'))
      .exitOverride((error) => {
        throw error.exitCode === 0 ? error : new Usage(mistake(error, made, desk));
      });
  }
  const ends =
    <Given extends unknown[]>(work: (...given: Given) => Promise<number>) =>
    async (...given: Given): Promise<void> => {
      exit = await work(...given);
    };
  const serviceOf = (made: Command): Command => made.option('--url <URL>', help('url'));
  const accountOf = (made: Command): Command =>
    serviceOf(
      made
        .requiredOption('--account <NAME>', help('account'))
        .option('--password-file <FILE>', help('passwordFile')),
    );
  const formatsOf = (made: Command): Command =>
    made
      .addOption(new Option('--json', help('json')).conflicts(['csv', 'csvDe']))
      .addOption(new Option('--csv', help('csv')).conflicts('csvDe'))
      .option('--csv-de', help('csvDe'));

  command('tally', 'tally', 'FILE [--scheme NAME] [--out counts.json]')
    .argument('<FILE>', help('input'))
    .option('--out <FILE>', help('out'))
    .option('--policy <NUMBER>', help('policy'))
    .option('--scheme <NAME>', help('schemeOfSheet'))
    .action(
      ends(async (file: string, options: TallyOptions) =>
        (await import('./commands/tally.ts')).tally(file, options, desk),
      ),
    );

  command('anonymise', 'anonymise', 'FILE [--scheme NAME] > report.json')
    .argument('<FILE>', help('input'))
    .option('--json', help('json'))
    .option('--policy <NUMBER>', help('policy'))
    .option('--scheme <NAME>', help('schemeOfSheet'))
    .action(
      ends(async (file: string, options: AnonymiseOptions) =>
        (await import('./commands/anonymise.ts')).anonymiseFile(file, options, desk),
      ),
    );

  // Many at once are another command in all but its name: what one report needs, a file of them says itself.
  if (args.includes('--all'))
    accountOf(
      command(
        'report',
        'report',
        '--all FILE|FOLDER --account NAME [--period 2026-Q4] [--dry-run] [--atomic]',
      )
        .requiredOption('--all <FILE|FOLDER>', help('reportAll'))
        .option('--period <PERIOD>', help('periodOfFolder')),
    )
      .option('--dry-run', help('dryRun'))
      .option('--atomic', help('atomic'))
      .option('--receipt <FILE>', help('receipts'))
      .option('--json', help('json'))
      .action(
        ends(async (options: ReportAllOptions) =>
          (await import('./commands/report-all.ts')).reportAll(options, desk),
        ),
      );
  else
    accountOf(
      command(
        'report',
        'report',
        'FILE --school 990001 --period 2026-Q4 --account NAME [--dry-run] [--receipt receipt.jws]',
      )
        .argument('<FILE>', help('inputReport'))
        .requiredOption('--school <NUMBER>', help('school'))
        .requiredOption('--period <PERIOD>', help('period')),
    )
      .option('--dry-run', help('dryRun'))
      .option('--confirm', help('confirm'))
      .option('--yes', help('yes'))
      .option('--if-match <ETAG>', help('ifMatch'))
      .option('--receipt <FILE>', help('receipt'))
      .option('--all <FILE|FOLDER>', help('reportAll'))
      .option('--json', help('json'))
      .action(
        ends(async (file: string, options: ReportOptions) =>
          (await import('./commands/report.ts')).handIn(file, options, desk),
        ),
      );

  formatsOf(
    accountOf(
      command(
        'status',
        'status',
        '--region 05111 --period 2026-Q4 --account NAME, kanon status --school 990001 …',
      )
        .option('--region <KEY>', help('region'))
        .option('--school <NUMBER>', help('school'))
        .requiredOption('--period <PERIOD>', help('period')),
    ).addOption(new Option('--only <STATUS>', help('only')).choices(['reported', 'missing', 'returned'])),
  ).action(
    ends(async (options: StatusOptions) => (await import('./commands/status.ts')).status(options, desk)),
  );

  withFigureCommands({ command, serviceOf, accountOf, ends, help }, formatsOf, desk);

  accountOf(
    command('factor', 'factor', 'list|totp|recovery|remove --account NAME').argument(
      '<WHAT>',
      help('factorWhat'),
    ),
  )
    .option('--json', help('json'))
    .action(
      ends(async (what: string, options: FactorOptions) =>
        (await import('./commands/factor.ts')).factor(what, options, desk),
      ),
    );

  serviceOf(
    command('verify-receipt', 'verify', 'FILE [--keys FILE|URL]')
      .argument('<FILE>', help('input'))
      .option('--keys <FILE|URL>', help('keys'))
      .option('--commitment <TEXT>', help('commitment'))
      .option('--json', help('json')),
  ).action(
    ends(async (file: string, options: VerifyOptions) =>
      (await import('./commands/verify-receipt.ts')).verifyReceipt(file, options, desk),
    ),
  );

  command('verify', 'verifyBundle', 'BUNDLE --key KEYFILE [--witness-key FILE …] [--kept FILE] [--json]')
    .argument('<BUNDLE>', help('bundle'))
    .requiredOption('--key <KEYFILE>', help('logKeys'))
    .option('--witness-key <FILE...>', help('witnessKeys'))
    .option('--kept <FILE>', help('kept'))
    .option('--json', help('json'))
    .action(
      ends(async (file: string, flags: VerifyFileFlags) =>
        (await import('./commands/verify-bundle.ts')).verifyBundleFile(file, flags, desk),
      ),
    );

  withProtectOptions(
    command(
      'protect',
      'protect',
      'TABLE.csv --hierarchy rb,kreis --dimensions cat [--k 5] [--out PATTERN.csv]',
    ),
    help,
  ).action(
    ends(async (file: string, options: ProtectTableOptions) =>
      (await import('./commands/protect-table.ts')).protectFile(file, options, desk),
    ),
  );

  serviceOf(
    command(
      'verify-release',
      'verifyRelease',
      'FILE [--keys FILE|URL], kanon verify-release TABLE.csv --certificate CERT.json',
    )
      .argument('<FILE>', help('published'))
      .option('--certificate <FILE>', help('certificateOfTable'))
      .option('--keys <FILE|URL>', help('keys'))
      .option('--max-mib <NUMBER>', help('maxMib'))
      .option('--json', help('json')),
  ).action(
    ends(async (file: string, options: VerifyReleaseOptions) =>
      (await import('./commands/verify-release.ts')).verifyRelease(file, options, desk),
    ),
  );

  command('witness', 'witness', '--url URL --key KEY --log-key VKEY --state FOLDER [--every 60] [--once]')
    .requiredOption('--url <URL>', help('urlOfLog'))
    .requiredOption('--key <FILE>', help('witnessKeyFile'))
    .requiredOption('--log-key <FILE>', help('logKeyFile'))
    .requiredOption('--state <FOLDER>', help('witnessState'))
    .option('--every <SECONDS>', help('every'), '60')
    .option('--once', help('once'))
    .action(
      ends(async (options: WitnessOptions) => (await import('./commands/witness.ts')).watch(options, desk)),
    );

  command('witness-key', 'witnessKey', 'NAME --out FILE')
    .argument('<NAME>', help('witnessName'))
    .requiredOption('--out <FILE>', help('outKey'))
    .action(
      ends(async (name: string, options: { out: string }) =>
        (await import('./commands/witness.ts')).makeWitnessKey(name, options, desk),
      ),
    );

  const maker: Maker = { command, serviceOf, accountOf, ends, help };
  withActCommands(maker, boot, desk);
  withHostCommands(maker, boot, desk);

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    // Help that was asked for ends the parser by an error too.
    if (!(error instanceof CommanderError)) throw error;
  }
  return exit;
}

/** Choices and defaults stand in our own words, where they matter. */
const described = ({ description, argChoices }: Option): string =>
  argChoices ? `${description} (${argChoices.join(', ')})` : description;
