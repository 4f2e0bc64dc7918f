/** Commands that run beside the database, with the settings of the service: lists, accounts, keys, the surroundings. */
import { type Command, Option } from 'commander';
import { ROLES } from '../../access/actor.ts';
import { CHANGE_REASONS, PARTICIPATIONS } from '../../reference/participation.ts';
import type { Boot } from '../../operations/boot.ts';
import type { AccountActOptions } from './account.ts';
import type { HostOptions } from './account-host.ts';
import type { MakeAccountOptions } from './administer.ts';
import type { InviteOptions } from './account-invite.ts';
import { INVITATION_WORDS } from '../words/invitation-words.ts';
import { Usage } from '../terminal/usage.ts';
import type { HelpKey } from '../words/help-words.ts';
import type { ImportFlags } from './import.ts';
import type { ImportAccount } from './import-over-http.ts';
import { IMPORT_HELP } from '../words/import-help.ts';
import type { KeysOptions } from './keys.ts';
import type { ProgramOptions } from './program.ts';
import type { ParticipationOptions } from './participation.ts';
import type { PlanOptions } from './plan.ts';
import type { Desk } from '../words/words.ts';

type AccountOptions = Partial<MakeAccountOptions> &
  InviteOptions &
  Omit<AccountActOptions, 'json'> &
  HostOptions & { readonly onHost?: true };

/** How the program makes a command and ends one. */
export interface Maker {
  readonly command: (name: string, about: HelpKey, usage: string) => Command;
  readonly serviceOf: (made: Command) => Command;
  /** The same, and an account that signs in there. */
  readonly accountOf: (made: Command) => Command;
  readonly ends: <Given extends unknown[]>(
    work: (...given: Given) => Promise<number>,
  ) => (...given: Given) => Promise<void>;
  readonly help: (key: HelpKey) => string;
}

export function withHostCommands({ command, serviceOf, ends, help }: Maker, boot: Boot, desk: Desk): void {
  serviceOf(command('import', 'import', 'regions|schools|participation FILE [--account NAME]'))
    .argument('[args...]')
    .option('--dry-run', help('dryRunImport'))
    .option('--closes-missing <DAY>', help('closesMissing'))
    .option('--force', help('force'))
    .option('--account <NAME>', help('accountOfImport'))
    .option('--password-file <FILE>', help('passwordFile'))
    .option('--operator <NAME>', help('operator'))
    .option('--json', help('json'))
    .addHelpText('after', `\n${IMPORT_HELP[desk.lang]}`)
    .action(
      ends(async (given: string[], options: ImportFlags & ImportAccount, made: Command) =>
        given[0] === 'help'
          ? made.help()
          : options.account !== undefined
            ? (await import('./import-over-http.ts')).importOverHttp(given, options, desk)
            : (await import('./import.ts')).importList(given, options, boot, desk),
      ),
    );

  serviceOf(
    command(
      'account',
      'makeAccount',
      'activate NAME, kanon account list|me|requests|notices|invite|change|reset|forget-factor|close|approve|refuse|withdraw … --account NAME, kanon account approve|recover … --on-host, kanon account NAME --role admin --office OFFICE',
    )
      .argument('<WHAT>', help('accountWhat'))
      .argument('[NAME]', help('accountWhich'))
      .addOption(new Option('--role <ROLE>', help('role')).choices(ROLES))
      .option('--office <OFFICE>', help('office'))
      .option('--region <KEY>', help('region'))
      .option('--school <NUMBER...>', help('school'))
      .option('--same-person-as <NAME>', help('samePersonAs'))
      .addOption(
        new Option('--state <STATE>', help('stateOfAccount')).choices(['invited', 'active', 'closed']),
      )
      .option('--mailbox <ADDRESS>', help('mailbox'))
      .option('--from <DAY>', help('coverFrom'))
      .option('--to <DAY>', help('coverTo'))
      .option('--on-host', help('onHost'))
      .option('--reason <TEXT>', help('hostReason'))
      .option('--factor', help('hostFactor'))
      .option('--operator <NAME>', help('operator'))
      .option('--account <NAME>', help('account'))
      .option('--password-file <FILE>', help('passwordFile'))
      .option('--letters <FILE>', help('letters'))
      .option('--dry-run', help('dryRunInvitations'))
      .option('--json', help('json')),
  ).action(
    ends(async (what: string, which: string | undefined, options: AccountOptions) => {
      const { role, office } = options;
      if (what === 'invite' && role === undefined && which !== undefined)
        return (await import('./account-invite.ts')).inviteByList(which, options, desk);
      if (what === 'activate') return (await import('./own-password.ts')).activate(which, options, desk);
      if (options.onHost)
        return (await import('./account-host.ts')).accountOnHost(what, which, options, boot, desk);
      const { isAccountAct, accountAct } = await import('./account.ts');
      if (isAccountAct(what)) return accountAct(what, which, options, desk);
      if (which !== undefined || role === undefined || office === undefined)
        throw new Usage(INVITATION_WORDS[desk.lang].use);
      return (await import('./administer.ts')).makeAccount(what, { ...options, role, office }, boot, desk);
    }),
  );

  serviceOf(
    command(
      'participation',
      'changeParticipation',
      '990001 --region 05111 --period 2026-Q4 --kind VACANT --reason POST_VACANT --account NAME | list --region 05111 --period 2026-Q4 --account NAME',
    ),
  )
    .argument('<SCHOOL>', help('schoolOrList'))
    .requiredOption('--period <PERIOD>', help('period'))
    .option('--region <KEY>', help('regionOfSchool'))
    .addOption(new Option('--kind <KIND>', help('kind')).choices(PARTICIPATIONS))
    .addOption(new Option('--reason <CODE>', help('reason')).choices(Object.keys(CHANGE_REASONS)))
    .option('--account <NAME>', help('accountOfImport'))
    .option('--password-file <FILE>', help('passwordFile'))
    .option('--operator <NAME>', help('operator'))
    .option('--json', help('json'))
    .action(
      ends(async (what: string, options: ParticipationOptions) =>
        (await import('./participation.ts')).participation(what, options, boot, desk),
      ),
    );

  command(
    'program',
    'program',
    'list [--json] | add NAME --office OFFICE --owner ACCOUNT --until DAY --school NUMBER --key FILE | key NAME --key FILE|--remove ID | close NAME',
  )
    .argument('<WHAT>', help('programWhat'))
    .argument('[name...]', help('programName'))
    .option('--office <OFFICE>', help('office'))
    .option('--owner <ACCOUNT>', help('programOwner'))
    .option('--until <DAY>', help('programUntil'))
    .option('--school <NUMBER...>', help('school'))
    .option('--key <FILE>', help('programKey'))
    .option('--remove <ID>', help('programRemove'))
    .option('--operator <NAME>', help('operator'))
    .option('--json', help('json'))
    .action(
      ends(async (what: string, of: string[], options: ProgramOptions) =>
        (await import('./program.ts')).program([what, ...of], options, boot, desk),
      ),
    );

  command('keys', 'keys', 'list [--json] | rotate PURPOSE | retire PURPOSE ID')
    .argument('<WHAT>', help('keysWhat'))
    .argument('[key...]', help('keysOf'))
    .option('--operator <NAME>', help('operator'))
    .option('--json', help('json'))
    .action(
      ends(async (what: string, of: string[], options: KeysOptions) =>
        (await import('./keys.ts')).keys([what, ...of], options, boot, desk),
      ),
    );

  command('doctor', 'doctor', '[--json]')
    .option('--json', help('json'))
    .action(ends(async (how: { json?: true }) => (await import('./doctor.ts')).doctor(how, boot, desk)));
  command('migrate', 'migrate', '').action(
    ends(async () => (await import('./migrate.ts')).migrateOnce(desk)),
  );

  command(
    'plan',
    'plan',
    'REGIONS.csv SCHOOLS.csv --consultations N [--scheme NAME …] [--k NUMBER …] [--svg FILE]',
  )
    .argument('[args...]')
    .requiredOption('--consultations <N>', help('planConsultations'))
    .option('--scheme <NAME...>', help('planScheme'))
    .option('--k <NUMBER...>', help('planK'))
    .option('--seed <NUMBER>', help('planSeed'))
    .option('--svg <FILE>', help('planSvg'))
    .option('--json', help('json'))
    .action(
      ends(async (given: string[], options: PlanOptions) =>
        (await import('./plan.ts')).plan(given, options, desk),
      ),
    );

  command('rehearse', 'rehearse', 'REGIONS.csv SCHOOLS.csv [SEED [PUPILS]] [--scheme NAME]')
    .argument('[args...]')
    .option('--scheme <NAME>', help('schemeOfRehearsal'))
    .action(
      ends(async (given: string[], options: { scheme?: string }) =>
        (await import('./rehearse.ts')).rehearseWith(given, options, boot, desk),
      ),
    );
}
