/** `kanon account list`, `invite` and so on: accounts looked after through the service, by an account that may. */
import type { Schemas } from '../../client/wire.ts';
import type { Role } from '../../access/actor.ts';
import { parseDay } from '../../rules/day.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { remark, say, sayJson } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import type { Service } from '../service/service.ts';
import { regionIn, schoolIn, serviceOf, type ServiceOptions, signIn } from '../service/sign-in.ts';
import { ACCOUNT_WORDS } from '../words/account-words.ts';
import type { Desk } from '../words/words.ts';
import {
  sayAccounts,
  sayChanged,
  sayGiven,
  sayHanded,
  sayNotices,
  sayOwnData,
  sayRequests,
} from './account-text.ts';

export interface AccountActOptions extends ServiceOptions {
  readonly account?: string;
  readonly passwordFile?: string;
  readonly role?: Role;
  readonly office?: string;
  readonly region?: string;
  readonly school?: readonly string[];
  readonly state?: 'invited' | 'active' | 'closed';
  readonly mailbox?: string;
  readonly from?: string;
  readonly to?: string;
  readonly samePersonAs?: string;
  readonly json?: boolean;
}

interface Deed {
  /** Whether a name of an account or the id of a request stands behind it. */
  readonly of: 'nothing' | 'name' | 'request';
  /** Its answer may hold a one-time code. */
  readonly tellsCode?: true;
  /** Says what is wrong with the call before anybody signs in; then does it. */
  readonly make: (of: string, options: AccountActOptions, desk: Desk) => (service: Service) => Promise<void>;
}

const PAGE = 500;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isId = (text: string): boolean => UUID.test(text);
/** They are told where the host stood for the second person. */
const TOLD: ReadonlySet<string> = new Set<Role>(['admin', 'auditor', 'protection-officer']);

const DEEDS = {
  list: { of: 'nothing', make: list },
  requests: { of: 'nothing', make: requests },
  notices: { of: 'nothing', make: notices },
  me: { of: 'nothing', make: me },
  invite: { of: 'name', tellsCode: true, make: invite },
  change: { of: 'name', make: change },
  reset: { of: 'name', tellsCode: true, make: reset },
  close: { of: 'name', make: close },
  'forget-factor': { of: 'name', make: forgetFactor },
  approve: { of: 'request', tellsCode: true, make: approve },
  refuse: { of: 'request', make: refuse },
  withdraw: { of: 'request', make: withdraw },
} as const satisfies Readonly<Record<string, Deed>>;

export const isAccountAct = (what: string): what is keyof typeof DEEDS => Object.hasOwn(DEEDS, what);

/** Signs in and does one of these. A one-time code is never an argument; it is shown at a terminal, or to `--json`. */
export async function accountAct(
  what: keyof typeof DEEDS,
  of: string | undefined,
  options: AccountActOptions,
  desk: Desk,
): Promise<number> {
  const words = ACCOUNT_WORDS[desk.lang];
  const deed: Deed = DEEDS[what];
  const { account } = options;
  if (account === undefined || (of === undefined) !== (deed.of === 'nothing')) throw new Usage(words.use);
  if (deed.of === 'request' && !isId(of ?? '')) throw new Usage(words.notRequest);
  if (deed.tellsCode && !options.json && !process.stdout.isTTY) throw new Usage(words.codeNeedsTerminal);
  const work = deed.make(of ?? '', options, desk);
  const service = serviceOf(options, desk);
  const role = await signIn(service, { ...options, account }, desk);
  if (what !== 'notices' && TOLD.has(role ?? '')) await remind(service, desk);
  await work(service);
  return EXIT.done;
}

function list(_: string, { role, state, json }: AccountActOptions, desk: Desk) {
  const filter = { ...(role && { role }), ...(state && { state }) };
  return async (service: Service): Promise<void> => {
    const found: Schemas['AccountBody'][] = [];
    for await (const page of pages(service, filter)) found.push(...page);
    if (json) sayJson(found);
    else sayAccounts(found, desk);
  };
}

function requests(_: string, { json }: AccountActOptions, desk: Desk) {
  return async (service: Service): Promise<void> => {
    const { approvals } = (await service.get('/v1/approvals')).body;
    if (json) sayJson(approvals);
    else sayRequests(approvals, desk);
  };
}

/** At each sign-in, until they are read. */
async function remind(service: Service, { lang }: Desk): Promise<void> {
  const { notices: all } = (await service.get('/v1/notices')).body;
  if (all.length > 0) remark(ACCOUNT_WORDS[lang].noticesWait(all.length));
}

/** Shows them, and says that they were read. */
function notices(_: string, { json }: AccountActOptions, desk: Desk) {
  return async (service: Service): Promise<void> => {
    const { notices: all } = (await service.get('/v1/notices')).body;
    if (json) sayJson(all);
    else sayNotices(all, desk);
    const upTo = all.at(-1)?.at;
    if (upTo !== undefined) await service.post('/v1/notices/acknowledgement', { body: { upTo } });
  };
}

/** All that the service has of the account that signed in. */
function me(_: string, { json }: AccountActOptions, desk: Desk) {
  return async (service: Service): Promise<void> => {
    const { body } = await service.get('/v1/own-data');
    if (json) sayJson(body);
    else sayOwnData(body, desk);
  };
}

function forgetFactor(name: string, { json = false }: AccountActOptions, desk: Desk) {
  return async (service: Service): Promise<void> => {
    const path = { account: await idOf(service, name, desk) };
    sayChanged((await service.delete('/v1/accounts/{account}/factors', { path })).body, json, desk);
  };
}

function invite(name: string, options: AccountActOptions, desk: Desk) {
  const { role, office, samePersonAs, json = false } = options;
  if (role === undefined || office === undefined) throw new Usage(ACCOUNT_WORDS[desk.lang].inviteUse);
  const body = {
    ...changeOf(options, desk),
    name,
    role,
    office,
    ...(samePersonAs !== undefined && { samePersonAs }),
  };
  return async (service: Service): Promise<void> =>
    sayHanded((await service.post('/v1/accounts', { body })).body, json, desk);
}

function change(name: string, options: AccountActOptions, desk: Desk) {
  const body = changeOf(options, desk);
  if (Object.keys(body).length === 0 || options.role !== undefined)
    throw new Usage(ACCOUNT_WORDS[desk.lang].changeUse);
  return async (service: Service): Promise<void> => {
    const path = { account: await idOf(service, name, desk) };
    sayChanged(
      (await service.put('/v1/accounts/{account}', { path, body })).body,
      options.json ?? false,
      desk,
    );
  };
}

function reset(name: string, { json = false }: AccountActOptions, desk: Desk) {
  return async (service: Service): Promise<void> => {
    const path = { account: await idOf(service, name, desk) };
    sayHanded((await service.post('/v1/accounts/{account}/reset', { path })).body, json, desk);
  };
}

function close(name: string, { json }: AccountActOptions, desk: Desk) {
  return async (service: Service): Promise<void> => {
    const path = { account: await idOf(service, name, desk) };
    const { body } = await service.post('/v1/accounts/{account}/closing', { path });
    if (json) sayJson(body);
    else say(ACCOUNT_WORDS[desk.lang].closed(body.name));
  };
}

function approve(id: string, { json = false }: AccountActOptions, desk: Desk) {
  return async (service: Service): Promise<void> => {
    const path = { approval: id };
    sayGiven((await service.post('/v1/approvals/{approval}/giving', { path })).body, json, desk);
  };
}

function refuse(id: string, { json }: AccountActOptions, desk: Desk) {
  return async (service: Service): Promise<void> => {
    const path = { approval: id };
    sayAnswered((await service.post('/v1/approvals/{approval}/refusal', { path })).body, json, desk);
  };
}

function withdraw(id: string, { json }: AccountActOptions, desk: Desk) {
  return async (service: Service): Promise<void> => {
    const path = { approval: id };
    sayAnswered((await service.post('/v1/approvals/{approval}/withdrawal', { path })).body, json, desk);
  };
}

function sayAnswered(body: Schemas['ApprovalBody'], json: boolean | undefined, desk: Desk): void {
  if (json) sayJson(body);
  else sayRequests([body], desk);
}

/** What is to change, as far as it was said. Throws Usage for what is none. */
function changeOf(options: AccountActOptions, desk: Desk): Schemas['AccountChangeBody'] {
  const { office, region, school, mailbox, from, to } = options;
  return {
    ...(office !== undefined && { office }),
    ...(region !== undefined && { region: regionIn(region, desk) }),
    ...(school !== undefined && { schools: school.map((number) => schoolIn(number, desk)) }),
    ...(mailbox !== undefined && { mailbox }),
    ...(from !== undefined && { from: dayIn('--from', from, desk) }),
    ...(to !== undefined && { to: dayIn('--to', to, desk) }),
  };
}

function dayIn(option: string, text: string, { lang }: Desk): string {
  const day = parseDay(text);
  if (day === undefined) throw new Usage(ACCOUNT_WORDS[lang].notDay(option));
  return day;
}

/** The service knows accounts by their ids, and people by their names. Throws a Failure where one sees no such account. */
async function idOf(service: Service, name: string, { lang }: Desk): Promise<string> {
  for await (const page of pages(service, {})) {
    const found = page.find((account) => account.name === name);
    if (found) return found.id;
  }
  throw new Failure([ACCOUNT_WORDS[lang].noSuch]);
}

async function* pages(
  service: Service,
  filter: Pick<AccountActOptions, 'role' | 'state'>,
): AsyncGenerator<readonly Schemas['AccountBody'][]> {
  let cursor: string | null | undefined;
  do {
    const query = { ...filter, limit: PAGE, ...(cursor && { cursor }) };
    const { body } = await service.get('/v1/accounts', { query });
    yield body.accounts;
    ({ cursor } = body);
  } while (cursor !== null);
}
