/** Accounts, codes and requests as they are answered. */
import { activationPage } from './letter-words.ts';
import type { Handed } from './account-life.ts';
import type { KnownAccount } from './account-life.store.ts';
import type { AccountBody, HandedBody } from './accounts.dto.ts';
import type { Approval } from './approval.store.ts';
import type { ApprovalBody } from './approvals.dto.ts';
import type { ListedSession } from './session.store.ts';
import type { ListedSessionBody } from './sessions.dto.ts';

export const accountBody = (account: KnownAccount): AccountBody => ({
  id: account.id,
  name: account.name,
  role: account.role,
  office: account.office,
  region: account.region,
  schools: [...account.schools],
  mailbox: account.mailbox,
  state: account.state,
  madeAt: account.madeAt.toISOString(),
  activatedAt: account.activatedAt?.toISOString() ?? null,
  closedAt: account.closedAt?.toISOString() ?? null,
  from: account.validFrom,
  to: account.validTo,
});

/** `portal`: address of the service as people see it. */
export const handedBody =
  (portal: string) =>
  ({ account, code, endsAt }: Handed): HandedBody => ({
    account: accountBody(account),
    code,
    codeEndsAt: endsAt.toISOString(),
    page: activationPage(portal),
  });

export const approvalBody = ({ request, ...approval }: Approval): ApprovalBody => ({
  id: approval.id,
  what: approval.what,
  account: approval.account,
  name: approval.name,
  role: approval.role,
  office: request.office ?? null,
  region: request.region ?? null,
  mailbox: request.mailbox ?? null,
  from: request.from ?? null,
  to: request.to ?? null,
  askedAt: approval.askedAt.toISOString(),
  askedBy: approval.askedBy,
  endsAt: approval.endsAt.toISOString(),
  state: approval.state,
  answeredAt: approval.answeredAt?.toISOString() ?? null,
  answeredBy: approval.answeredBy,
  onHost: approval.onHost !== null,
});

/** A session as its owner sees it, who asks in the current one. */
export const listedBody = (
  { id, madeAt, usedAt, endsAt }: ListedSession,
  current: string | undefined,
): ListedSessionBody => ({
  id,
  madeAt: madeAt.toISOString(),
  usedAt: usedAt.toISOString(),
  endsAt: endsAt.toISOString(),
  isCurrent: id === current,
});
