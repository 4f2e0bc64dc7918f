/** What the commands that ask a service have in common: its address, an account, and keys in their forms. */
import { parsePeriodKey, type PeriodKey } from '../../rules/period.ts';
import { parseRegionKey, type RegionKey } from '../../rules/region.ts';
import { parseSchoolNumber, type SchoolNumber } from '../../rules/school.ts';
import { Api } from './api.ts';
import { passwordOf } from './password.ts';
import { remark } from './terminal.ts';
import { Usage } from './usage.ts';
import type { Desk } from './words.ts';

export interface ServiceOptions {
  readonly url?: string;
}

export interface AccountOptions extends ServiceOptions {
  readonly account: string;
  readonly passwordFile?: string;
}

const DEFAULT_URL = 'http://localhost:3000';

export const apiAt = ({ url }: ServiceOptions, desk: Desk): Api =>
  new Api(url ?? (process.env['KANON_URL'] || DEFAULT_URL), desk);

/** Signs in; the role of the account, as far as its token tells. */
export async function signIn(
  api: Api,
  { account, passwordFile }: AccountOptions,
  desk: Desk,
): Promise<string | undefined> {
  if (api.isOpenToOthers) remark(desk.words.openToOthers);
  return api.signIn(account, await passwordOf(account, passwordFile, desk));
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
