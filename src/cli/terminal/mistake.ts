/** What a person is told who called a command otherwise than it must be called. */
import type { Command, CommanderError } from 'commander';
import type { Desk } from '../words/words.ts';

/** What is left of a call and begins with a hyphen is no option of ours; a hyphen alone is standard input. */
const looksLikeOption = (word: string): boolean => word.length > 1 && word.startsWith('-');

/** What is wrong with a call. Only names of ours are repeated, never what was typed: it may be a password. */
export function mistake(error: CommanderError, made: Command, { words }: Desk): string {
  const ours = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const allowed = /Allowed choices are ([^']*)\.$/.exec(error.message)?.[1] ?? '';
  const use = words.use(`kanon ${made.name() === 'kanon' ? '' : `${made.name()} `}${made.usage()}`);
  switch (error.code) {
    case 'commander.unknownCommand':
      return words.unknownCommand;
    case 'commander.unknownOption':
      return `${words.unknownOption} ${use}`;
    case 'commander.missingMandatoryOptionValue':
      // The option that is missing may be the one that was spelled otherwise, so that is told first.
      return `${made.args.some(looksLikeOption) ? words.unknownOption : words.missing(ours)} ${use}`;
    case 'commander.missingArgument':
      return `${words.missing(ours)} ${use}`;
    case 'commander.optionMissingArgument':
      return `${words.missingValue(ours)} ${use}`;
    case 'commander.invalidArgument':
      return words.wrongChoice(ours, allowed);
    case 'commander.excessArguments':
      return `${words.tooMany} ${use}`;
    default:
      return `${words.wrongUse} ${use}`;
  }
}
