/** The arguments and options of `kanon protect`. */
import { type Command, Option } from 'commander';
import type { HelpKey } from '../words/help-words.ts';

/** Each use of an option adds to those before it. */
const collected = (given: string, before: readonly string[] = []): readonly string[] => [...before, given];

export const withProtectOptions = (command: Command, help: (key: HelpKey) => string): Command =>
  command
    .argument('<TABLE>', help('table'))
    .option('--hierarchy <COLUMNS>', help('hierarchy'), collected)
    .option('--dimensions <COLUMNS>', help('dimensions'), collected)
    .option('--totals <NAME>', help('totals'), collected)
    .option('--not-a-total <NAME>', help('notATotal'), collected)
    .option('--value <COLUMN>', help('value'), 'freq')
    .option('--k <NUMBER>', help('k'), '5')
    .option('--contributors <COLUMN>', help('contributors'))
    .option('--minimum-contributors <NUMBER>', help('minimumContributors'))
    .option('--dominance <N,PERCENT>', help('dominance'))
    .option('--weight <COLUMN>', help('weight'))
    .addOption(
      new Option('--zeros <WHAT>', help('zeros')).choices(['published', 'protected']).default('published'),
    )
    .addOption(new Option('--attacker <WHO>', help('attacker')).choices(['ge0', 'ge1']))
    .addOption(new Option('--objective <WHAT>', help('objective')).choices(['count', 'sum']).default('count'))
    .addOption(new Option('--effort <HOW>', help('effort')).choices(['fast', 'thorough']).default('thorough'))
    .option('--width <NUMBER>', help('width'), '1')
    .option('--out <FILE>', help('outTable'))
    .option('--certificate <FILE>', help('outCertificate'));
