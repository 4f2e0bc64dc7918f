/** What the terminal shows of accounts, one-time codes and requests. */
import type { Schemas } from '../../client/wire.ts';
import { say, sayJson, tableLines } from '../terminal/terminal.ts';
import { ACCOUNT_WORDS } from '../words/account-words.ts';
import { type Desk, momentIn } from '../words/words.ts';

type Account = Schemas['AccountBody'];
type Approval = Schemas['ApprovalBody'];

const HEAD_ALIGN = ['left', 'left', 'left', 'left', 'left', 'left'] as const;

export function sayAccounts(accounts: readonly Account[], { lang }: Desk): void {
  const words = ACCOUNT_WORDS[lang];
  const rows = accounts.map(({ name, role, state, region, schools, office, from, to }) => [
    name,
    role,
    words.states[state],
    region ?? schools.join(' '),
    office,
    words.days(from, to),
  ]);
  if (rows.length === 0) say(words.noAccounts);
  else for (const line of tableLines(words.head, rows, HEAD_ALIGN)) say(line);
}

/** What was done, with its one-time code, or what another person has to say first. */
export function sayHanded(body: Schemas['HandedBody'] | Approval, json: boolean, desk: Desk): void {
  if (json) sayJson(body);
  else if ('code' in body) sayCode(body.account.name, body.code, body.codeEndsAt, desk, body.page);
  else sayAsked(body, desk);
}

export function sayChanged(body: Account | Approval, json: boolean, desk: Desk): void {
  if (json) sayJson(body);
  else if ('what' in body) sayAsked(body, desk);
  else say(ACCOUNT_WORDS[desk.lang].changed(body.name));
}

export function sayGiven(body: Schemas['GivenBody'], json: boolean, desk: Desk): void {
  if (json) {
    sayJson(body);
    return;
  }
  say(ACCOUNT_WORDS[desk.lang].given(body.account.name));
  const { code, codeEndsAt, page } = body;
  if (code !== null) sayCode(body.account.name, code, codeEndsAt ?? '', desk, page ?? '');
}

/** Address and code stand on lines of their own, which can be copied; the code is told here alone. */
function sayCode(name: string, code: string, until: string, desk: Desk, page: string): void {
  const words = ACCOUNT_WORDS[desk.lang];
  // What stands behind `#` is sent to no server.
  say(words.address(`${page}#${code}`));
  say(words.code(code));
  say(words.codeUntil(name, momentIn(desk, until)));
}

function sayAsked({ id, endsAt }: Approval, desk: Desk): void {
  say(ACCOUNT_WORDS[desk.lang].asked(id, momentIn(desk, endsAt)));
}

export function sayNotices(all: readonly Schemas['NoticeBody'][], desk: Desk): void {
  const words = ACCOUNT_WORDS[desk.lang];
  if (all.length === 0) say(words.noNotices);
  for (const one of all) {
    say(words.notice(momentIn(desk, one.at), words.acts[one.what], one.name ?? one.account, one.role));
    say(`  ${one.operator}`);
    say(`  ${one.reason}`);
  }
}

export function sayOwnData({ account, sessions, entries }: Schemas['OwnData'], desk: Desk): void {
  const words = ACCOUNT_WORDS[desk.lang];
  sayAccounts([account], desk);
  say(words.ownSessions(sessions.length, entries.length));
  for (const { at, action, decision, isOwn, byOffice } of entries)
    say(`  ${momentIn(desk, at)}  ${action}  ${decision}${isOwn ? '' : `  ${byOffice ?? words.bySystem}`}`);
}

export function sayRequests(approvals: readonly Approval[], desk: Desk): void {
  if (approvals.length === 0) say(ACCOUNT_WORDS[desk.lang].noRequests);
  for (const one of approvals) for (const line of linesOf(one, desk)) say(line);
}

function linesOf(one: Approval, desk: Desk): string[] {
  const words = ACCOUNT_WORDS[desk.lang];
  const state = words.approvalStates[one.state];
  const rest =
    one.state === 'asked' ? words.until(momentIn(desk, one.endsAt)) : one.onHost ? words.onHost : '';
  const wished = (['office', 'region', 'mailbox', 'from', 'to'] as const)
    .filter((field) => one[field] !== null)
    .map((field) => `${words.wish[field]} ${one[field] ?? ''}`);
  return [
    words.request(one.id, words.acts[one.what], one.name ?? words.nameless, one.role),
    `  ${[state, rest].filter(Boolean).join(', ')}`,
    ...(wished.length > 0 ? [`  ${wished.join(', ')}`] : []),
  ];
}
