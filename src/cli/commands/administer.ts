/** `kanon account` and `kanon period`: what an administrator sets up beside the database, before anybody can sign in. */
import { randomUUID } from 'node:crypto';
import type { Actor, Role } from '../../access/actor.ts';
import { Problem } from '../../foundation/problem-shape.ts';
import { readSettings } from '../../foundation/settings.ts';
import { Told } from '../../foundation/told.ts';
import { refusalOf } from '../../identity/account-refusals.ts';
import { Accounts } from '../../identity/accounts.ts';
import { HostSecond, isReason } from '../../identity/host-second.ts';
import { newPassword } from '../../identity/password.ts';
import { Reference } from '../../reference/reference.ts';
import { parsePeriodKey } from '../../rules/period.ts';
import { NEWEST_POLICY } from '../../rules/policy.ts';
import { parseRegionKey } from '../../rules/region.ts';
import { parseSchoolNumber } from '../../rules/school.ts';
import { type Boot, bootOn, type Running } from '../../operations/boot.ts';
import { schemeForPeriod } from '../files/scheme-choice.ts';
import { administratorOf, operatorIn } from './administrator.ts';
import { daysOf } from './period-days.ts';
import { Failure } from '../terminal/failure.ts';
import { ACCOUNT_WORDS } from '../words/account-words.ts';
import { HOST } from '../words/host-words.ts';
import { remark } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import type { Desk } from '../words/words.ts';

export interface MakeAccountOptions {
  readonly role: Role;
  readonly office: string;
  readonly region?: string;
  readonly school?: readonly string[];
  /** Another account of the same human: two persons are two humans, not two accounts. */
  readonly samePersonAs?: string;
  /** Who does it, in words, where the login of the machine does not say it. */
  readonly operator?: string;
  /** Why the host makes a privileged account beside somebody who administers. */
  readonly reason?: string;
}

export interface PeriodOptions {
  /** Such as `but-counselling/1`; the only one that fits where it is left out. */
  readonly scheme?: string;
  /** First and last day for reports, `YYYY-MM-DD`. */
  readonly opens?: string;
  readonly closes?: string;
  readonly operator?: string;
}

/** Makes one account; its password is printed once and stands nowhere else. What it ties together is said before. */
export async function makeAccount(
  name: string,
  options: MakeAccountOptions,
  boot: Boot,
  desk: Desk,
): Promise<number> {
  const region = options.region === undefined ? undefined : parseRegionKey(options.region);
  const schools = (options.school ?? []).map(parseSchoolNumber);
  if (options.region !== undefined && !region) throw new Usage(HOST.accountRegion[desk.lang]);
  if (schools.includes(undefined)) throw new Usage(HOST.accountSchools[desk.lang]);
  if (!/^[a-z0-9][a-z0-9.-]{1,63}$/.test(name)) throw new Usage(HOST.accountName[desk.lang]);
  const operator = operatorIn(options.operator, desk);
  const password = newPassword();
  const { reason } = options;
  if (reason !== undefined && !isReason(reason)) throw new Usage(ACCOUNT_WORDS[desk.lang].reason);
  const account = {
    id: randomUUID(),
    name,
    role: options.role,
    office: options.office,
    password,
    schools: schools.filter((school) => school !== undefined),
    ...(region ? { region } : {}),
  };
  await administer(boot, operator, desk, async ({ app }, admin) => {
    const accounts = app.get(Accounts);
    const { samePersonAs } = options;
    const person = samePersonAs === undefined ? undefined : await accounts.personBehind(admin, samePersonAs);
    await app
      .get(HostSecond)
      .make(admin, { ...account, ...(person ? { person } : {}) }, reason)
      .catch((error: unknown) => explain(error, desk));
  });
  if (options.role === 'reporter' && account.schools.length > 1) remark(desk.words.tiedSchools);
  if (options.role === 'provider') remark(desk.words.providerTrusted);
  process.stdout.write(`${name}\t${password}\n`);
  return 0;
}

/** Opens a period under the newest policy, of the scheme that is named or the only one that fits it. */
export async function openPeriod(
  text: string,
  options: PeriodOptions,
  boot: Boot,
  desk: Desk,
): Promise<number> {
  const key = parsePeriodKey(text);
  if (!key) throw new Usage(HOST.periodKey[desk.lang]);
  const { opens, closes } = daysOf(key, options, desk);
  const period = {
    key,
    scheme: schemeForPeriod(key, options.scheme, desk),
    policy: NEWEST_POLICY.number,
    opensOn: opens,
    closesOn: closes,
  };
  const operator = operatorIn(options.operator, desk);
  await administer(boot, operator, desk, ({ app }, admin) => app.get(Reference).openPeriod(admin, period));
  process.stdout.write(`${key}\t${opens}\t${closes}\n`);
  return 0;
}

/**
 * Does something as the administrator of the host, on the database of the service.
 *
 * operator  who that is, in words; the login of the machine stands in the log in any case
 */
export async function administer(
  boot: Boot,
  operator: string | undefined,
  { lang }: Desk,
  work: (running: Running, admin: Actor) => Promise<void>,
): Promise<void> {
  const settings = readSettings(process.env);
  const admin = administratorOf(settings.tenant, operator);
  const running = await bootOn(settings, boot, (said) => remark(said[lang]), true);
  try {
    await work(running, admin);
  } finally {
    await running.stop();
  }
}

/** What the database refuses, in words; the constraint's name tells which rule it is. */
function explain(error: unknown, { lang, words }: Desk): never {
  if (error instanceof Problem && error.code === 'too-many-schools')
    throw new Failure([words.problems[error.code] ?? error.bodyIn(lang).detail]);
  const sentence = refusalOf(error);
  throw sentence === undefined ? error : new Told(sentence, { cause: error });
}
