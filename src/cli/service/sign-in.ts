/** What the commands that ask a service have in common: its address, an account, and keys in their forms. */
import { KanonProblem } from '../../client/failures.ts';
import type { CallLimits } from '../../client/transport.ts';
import { parsePeriodKey, type PeriodKey } from '../../rules/period.ts';
import { parseRegionKey, type RegionKey } from '../../rules/region.ts';
import { parseSchoolNumber, type SchoolNumber } from '../../rules/school.ts';
import { type Service, serviceAt } from './service.ts';
import { codeOf, passwordOf } from '../files/password.ts';
import { keep, keptOf } from '../files/known-device.ts';
import { SIGN_IN_WORDS } from '../words/sign-in-words.ts';
import { remark } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import type { Desk } from '../words/words.ts';

export interface ServiceOptions {
  readonly url?: string;
}

export interface AccountOptions extends ServiceOptions {
  readonly account: string;
  readonly passwordFile?: string;
}

const DEFAULT_URL = 'http://localhost:3000';

export const serviceOf = ({ url }: ServiceOptions, desk: Desk, longer: CallLimits = {}): Service =>
  serviceAt(url ?? (process.env['KANON_URL'] || DEFAULT_URL), desk, undefined, longer);

/** Signs in, and asks for a code where the account has a second factor; the role of the account, as far as its token tells. */
export async function signIn(
  service: Service,
  { account, passwordFile }: AccountOptions,
  desk: Desk,
): Promise<string | undefined> {
  if (service.isOpenToOthers) remark(desk.words.openToOthers);
  const kept = await keptOf(service.url, account).catch(notKept(desk));
  const { session: byBrowser, device } = kept ?? {};
  const isAsked = passwordFile !== undefined || Boolean(process.env['KANON_PASSWORD']);
  if (!isAsked && byBrowser && byBrowser.endsAt > Date.now()) {
    service.goOnWith(byBrowser.token);
    return byBrowser.role;
  }
  const password = await passwordOf(account, passwordFile, desk);
  // One from the environment is used up by the first try, whatever comes of it.
  const given = process.env['KANON_CODE'] || undefined;
  const session = await service.signIn(account, password, given, device).catch(async (error: unknown) => {
    if (!isOfFactor(error)) throw error;
    return service.signIn(account, password, await codeOf(account, desk), device);
  });
  if (session.device !== undefined && session.device !== device)
    await keep(service.url, account, { device: session.device }).catch(notKept(desk));
  return roleIn(session.access_token);
}

/** Signing in goes on: it is only not known the next time. */
const notKept =
  ({ lang }: Desk) =>
  (error: unknown): undefined => {
    const { code } = error as { code?: unknown };
    if (typeof code !== 'string') throw error;
    remark(SIGN_IN_WORDS[lang].notKept(code));
  };

const isOfFactor = (error: unknown): boolean => {
  const { cause } = error as { cause?: unknown };
  return cause instanceof KanonProblem && cause.code === 'second-factor-needed';
};

/** Only chooses what to ask for; the service believes no claim that it did not sign. */
function roleIn(token: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const { role } = claims as { role?: unknown };
    return typeof role === 'string' ? role : undefined;
  } catch {
    return undefined; // a token in another form names no role
  }
}

export const schoolIn = (text: string, { words }: Desk): SchoolNumber =>
  parseSchoolNumber(text) ?? wrong(words.notSchool);

export const periodIn = (text: string, { words }: Desk): PeriodKey =>
  parsePeriodKey(text) ?? wrong(words.notPeriod);

export const regionIn = (text: string, { words }: Desk): RegionKey =>
  parseRegionKey(text) ?? wrong(words.notRegion);

function wrong(sentence: string): never {
  throw new Usage(sentence);
}
