/** Commands that act over a service by an account: periods, returned reports, releases, the access log. Some also run beside the database. */
import { Option } from 'commander';
import { ROLES } from '../../access/actor.ts';
import { DECISIONS, PURPOSES } from '../../access/entry.ts';
import { RETURN_REASONS } from '../../collection/return-reasons.ts';
import type { Boot } from '../../operations/boot.ts';
import { CONCERN_CODES, NORM_CODES, RESPONSE_CODES } from '../../rules/reservation.ts';
import type { AccountOptions } from '../service/sign-in.ts';
import { Usage } from '../terminal/usage.ts';
import { PERIOD_WORDS } from '../words/period-words.ts';
import type { Desk } from '../words/words.ts';
import type { PeriodOptions } from './administer.ts';
import type { Maker } from './host-commands.ts';
import type { HoldOptions } from './hold.ts';
import type { LogOptions } from './log.ts';
import type { LogReadOptions } from './log-read.ts';
import type { OutcomesOptions } from './outcomes-options.ts';
import type { PeriodDeedOptions } from './period-deed.ts';
import type { ReleasesOptions } from './releases.ts';
import type { RemindersOptions } from './reminders.ts';
import type { ReservationOptions } from './reservation.ts';
import type { ReturnOptions } from './return.ts';
import type { PeopleOptions } from './people.ts';
import type { SessionOptions } from './session.ts';
import type { SignInOptions } from './sign-in.ts';
import type { SettingsOptions } from './settings.ts';

export function withActCommands(maker: Maker, boot: Boot, desk: Desk): void {
  withPeriod(maker, boot, desk);
  withLog(maker, boot, desk);
  withSettings(maker, desk);
  withOwn(maker, desk);
  withReminders(maker, desk);
  withReservations(maker, desk);
  const { command, accountOf, ends, help } = maker;
  accountOf(
    command(
      'return',
      'returnReport',
      '990001 --region 05111 --period 2026-Q4 --reason WRONG_SCHOOL --account NAME',
    )
      .argument('<SCHOOL>', help('school'))
      .requiredOption('--region <KEY>', help('regionOfSchool'))
      .requiredOption('--period <PERIOD>', help('period'))
      .addOption(
        new Option('--reason <CODE>', help('returnReason'))
          .choices(Object.keys(RETURN_REASONS))
          .makeOptionMandatory(),
      )
      .option('--json', help('json')),
  ).action(
    ends(async (number: string, options: ReturnOptions) =>
      (await import('./return.ts')).returnReport(number, options, desk),
    ),
  );
  withOutcomes(maker, desk);
  accountOf(
    command('releases', 'releases', 'list | document ID --purpose AUDIT | certificate ID, --account NAME')
      .argument('<WHAT>', help('releasesWhat'))
      .argument('[id...]', help('releaseId'))
      .addOption(new Option('--purpose <PURPOSE>', help('purpose')).choices(PURPOSES))
      .option('--json', help('json')),
  ).action(
    ends(async (what: string, id: string[], options: ReleasesOptions) =>
      (await import('./releases.ts')).releases([what, ...id], options, desk),
    ),
  );
}

function withReminders({ command, accountOf, ends, help }: Maker, desk: Desk): void {
  accountOf(
    command('reminders', 'reminders', 'show | on | off, --account NAME')
      .argument('<WHAT>', help('remindersWhat'))
      .option('--json', help('json')),
  ).action(
    ends(async (what: string, options: RemindersOptions) =>
      (await import('./reminders.ts')).reminders(what, options, desk),
    ),
  );
}

function withReservations({ command, accountOf, ends, help }: Maker, desk: Desk): void {
  accountOf(
    command(
      'reservation',
      'reservation',
      'list | state | withdraw | answer, --region 05111 --period 2026-Q4 --code NOT_KNOWABLE --account NAME',
    )
      .argument('<WHAT>', help('reservationWhat'))
      .requiredOption('--region <KEY>', help('regionOfReservation'))
      .requiredOption('--period <PERIOD>', help('period'))
      .addOption(new Option('--code <CODE>', help('concern')).choices(CONCERN_CODES))
      .addOption(new Option('--answer <CODE>', help('response')).choices(RESPONSE_CODES))
      .addOption(new Option('--norm <CODE>', help('norm')).choices(NORM_CODES))
      .option('--json', help('json')),
  ).action(
    ends(async (what: string, options: ReservationOptions) =>
      (await import('./reservation.ts')).reservation(what, options, desk),
    ),
  );
}

function withOutcomes({ command, accountOf, ends, help }: Maker, desk: Desk): void {
  accountOf(
    command(
      'outcomes',
      'outcomes',
      'put FILE --county 05111 --period 2026-Q4 --account NAME | own|status|release|read|document|certificate|bodies …',
    )
      .argument('<WHAT>', help('outcomesWhat'))
      .argument('[id...]', help('outcomesOf')),
  )
    .option('--county <KEY>', help('county'))
    .option('--region <KEY>', help('region'))
    .option('--period <PERIOD>', help('period'))
    .addOption(new Option('--purpose <PURPOSE>', help('purpose')).choices(PURPOSES))
    .addOption(new Option('--level <LEVEL>', help('level')).choices(['state', 'district', 'county']))
    .addOption(new Option('--by <WHAT>', help('byBody')).choices(['body']))
    .option('--version <NUMBER>', help('releaseVersion'))
    .option('--dry-run', help('dryRun'))
    .option('--confirm', help('confirm'))
    .option('--yes', help('yes'))
    .option('--if-match <ETAG>', help('ifMatch'))
    .option('--receipt <FILE>', help('receipt'))
    .addOption(new Option('--json', help('json')).conflicts(['csv', 'csvDe']))
    .addOption(new Option('--csv', help('csv')).conflicts('csvDe'))
    .option('--csv-de', help('csvDe'))
    .action(
      ends(async (what: string, of: string[], options: OutcomesOptions) =>
        (await import('./outcomes.ts')).outcomes([what, ...of], options, desk),
      ),
    );
}

function withSettings({ command, accountOf, ends, help }: Maker, desk: Desk): void {
  accountOf(command('settings', 'settings', '--account NAME').option('--json', help('json'))).action(
    ends(async (options: SettingsOptions) => (await import('./settings.ts')).showSettings(options, desk)),
  );
}

/** Of the own account, whatever its role. */
function withOwn({ command, serviceOf, accountOf, ends, help }: Maker, desk: Desk): void {
  serviceOf(command('sign-in', 'signIn', '--browser [--issuer ID] | --forget'))
    .option('--browser', help('byBrowser'))
    .option('--issuer <ID>', help('issuerOfSignIn'))
    .option('--forget', help('forgetSignIn'))
    .action(
      ends(async (options: SignInOptions) => (await import('./sign-in.ts')).signInByBrowser(options, desk)),
    );
  accountOf(
    command('session', 'session', 'list | end ID|current|all, --account NAME')
      .argument('<WHAT>', help('sessionWhat'))
      .argument('[ID...]', help('sessionId'))
      .option('--json', help('json')),
  ).action(
    ends(async (what: string, which: string[], options: SessionOptions) =>
      (await import('./session.ts')).session([what, ...which], options, desk),
    ),
  );
  accountOf(command('password', 'password', '--account NAME')).action(
    ends(async (options: AccountOptions) =>
      (await import('./own-password.ts')).changePassword(options, desk),
    ),
  );
  accountOf(
    command('people', 'people', '990001 --account NAME')
      .argument('<SCHOOL>', help('school'))
      .option('--json', help('json')),
  ).action(
    ends(async (number: string, options: PeopleOptions) =>
      (await import('./people.ts')).people(number, options, desk),
    ),
  );
}

function withPeriod({ command, serviceOf, ends, help }: Maker, boot: Boot, desk: Desk): void {
  serviceOf(
    command(
      'period',
      'periodAct',
      'WHAT PERIOD --account NAME, kanon period list, kanon period PERIOD [--scheme NAME] [--opens 2026-10-01] [--closes 2027-02-11]',
    )
      .argument('<WHAT>', help('periodWhat'))
      .argument('[PERIOD]', help('period')),
  )
    .option('--account <NAME>', help('account'))
    .option('--password-file <FILE>', help('passwordFile'))
    .option('--scheme <NAME>', help('schemeOfPeriod'))
    .option('--policy <NUMBER>', help('policyOfPeriod'))
    .option('--opens <DAY>', help('opens'))
    .option('--closes <DAY>', help('closes'))
    .option('--until <DAY>', help('until'))
    .addOption(new Option('--corrections <WHAT>', help('choiceOfCorrections')).choices(['publish', 'keep']))
    .option('--confirm', help('confirmAct'))
    .option('--operator <NAME>', help('operator'))
    .option('--json', help('json'))
    .action(
      ends(async (what: string, period: string | undefined, options: PeriodOptions & PeriodDeedOptions) => {
        const given = Object.keys(options).filter((name) => name !== 'lang');
        const only = (...names: string[]): void => {
          if (given.some((name) => !names.includes(name))) throw new Usage(PERIOD_WORDS[desk.lang].use);
        };
        const { isPeriodDeed, periodDeed } = await import('./period.ts');
        if (isPeriodDeed(what)) return periodDeed(what, period, options, desk);
        if (period !== undefined) throw new Usage(PERIOD_WORDS[desk.lang].use);
        if (what !== 'list') {
          only('scheme', 'opens', 'closes', 'operator');
          return (await import('./administer.ts')).openPeriod(what, options, boot, desk);
        }
        only('url', 'json');
        const { listPeriods, listPeriodsOf } = await import('./period-list.ts');
        return options.url === undefined ? listPeriods(options, boot, desk) : listPeriodsOf(options, desk);
      }),
    );
}

function withLog({ command, serviceOf, ends, help }: Maker, boot: Boot, desk: Desk): void {
  serviceOf(
    command(
      'log',
      'log',
      'status | entries|entry|cases|statistics|checkpoint|bundle --account NAME | reopen --account NAME | hold ask|list|confirm|decline|lift --account NAME',
    )
      .argument('<WHAT>', help('logWhat'))
      .argument('[how...]', help('logHow')),
  )
    .option('--account <NAME>', help('account'))
    .option('--password-file <FILE>', help('passwordFile'))
    .option('--from <MOMENT>', help('logFrom'))
    .option('--to <MOMENT>', help('logTo'))
    .option('--of <ID>', help('logOf'))
    .addOption(new Option('--case <CODE>', help('logCase')).choices(['BREACH', 'COMPLAINT', 'DATA_SUBJECT']))
    .option('--office <OFFICE>', help('logOffice'))
    .addOption(new Option('--role <ROLE>', help('logRole')).choices(ROLES))
    .option('--act <ACT>', help('logAct'))
    .option('--region <KEY>', help('logPlace'))
    .option('--school <NUMBER>', help('logPlace'))
    .option('--period <PERIOD>', help('logPlace'))
    .addOption(new Option('--purpose <PURPOSE>', help('logPurpose')).choices(PURPOSES))
    .addOption(new Option('--decision <WORD>', help('logDecision')).choices(DECISIONS))
    .option('--limit <NUMBER>', help('limit'))
    .option('--cursor <TEXT>', help('cursor'))
    .option('--out <FILE>', help('outBundle'))
    .option('--first <MOMENT>', help('holdFirst'))
    .option('--before <MOMENT>', help('holdBefore'))
    .option('--keep-until <MOMENT>', help('keepUntil'))
    .addOption(new Option('--json', help('json')).conflicts(['csv', 'csvDe']))
    .addOption(new Option('--csv', help('csv')).conflicts('csvDe'))
    .option('--csv-de', help('csvDe'))
    .action(
      ends(async (what: string, how: string[], options: LogOptions & HoldOptions & LogReadOptions) => {
        if (what === 'hold') return (await import('./hold.ts')).hold(how, options, desk);
        const { isLogReading, readLog } = await import('./log-read.ts');
        return isLogReading(what)
          ? readLog(what, how, options, desk)
          : (await import('./log.ts')).log(what, how, options, boot, desk);
      }),
    );
}
