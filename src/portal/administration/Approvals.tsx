/** What takes two persons: what each request would do, in words, and the answers to it. What the host did stands above. */
import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import { session } from '../frame/session.ts';
import { Outcome, useActing, Deed, type Acting } from '../parts/acting.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { FRAME } from '../words/frame.ts';
import de from '../words/de/administration.ts';
import en from '../words/en/administration.ts';
import { Code, type OneTimeCode } from './Code.tsx';
import { useFetched } from './fetched.ts';

type Approval = Schemas['ApprovalBody'];

export function Approvals() {
  const words = wordsOf({ de, en });
  const [code, setCode] = useState<OneTimeCode>();
  const { found, failed, look } = useFetched(async () => {
    const [approvals, notices] = await Promise.all([api.get('/v1/approvals'), api.get('/v1/notices')]);
    return { ...approvals.body, ...notices.body };
  });
  const acting = useActing(look);
  const waiting = found?.approvals.filter(({ state }) => state === 'asked') ?? [];
  const answered = found?.approvals.filter(({ state }) => state !== 'asked') ?? [];
  return (
    <>
      {failed && <Notice kind="danger" title={failed.title} urgent />}
      {!found && !failed && <p class="waiting">{words.waiting}</p>}
      <Outcome acting={acting} />
      {code && <Code code={code} />}
      {found && found.notices.length > 0 && <Notices notices={found.notices} acting={acting} />}
      {found && (
        <section class="card pad stack" aria-labelledby="requests">
          <h2 id="requests">{words.approvals}</h2>
          <p class="hint">{words.approvalsHint}</p>
          {waiting.length === 0 && <p>{words.noApproval}</p>}
          <ul class="requests">
            {waiting.map((one) => (
              <Request key={one.id} request={one} acting={acting} onCode={setCode} />
            ))}
          </ul>
          {answered.length > 0 && (
            <details>
              <summary>{words.answered(answered.length)}</summary>
              <ul>
                {answered.map((one) => (
                  <li key={one.id}>
                    {words.acts[one.what]}
                    {one.name !== null && ` (${one.name})`}: {words.answers[one.state] ?? one.state}
                    {one.answeredAt !== null && `, ${words.moment(one.answeredAt)}`}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      )}
    </>
  );
}

function Request({
  request,
  acting,
  onCode,
}: {
  readonly request: Approval;
  readonly acting: Acting;
  readonly onCode: (code: OneTimeCode | undefined) => void;
}) {
  const words = wordsOf({ de, en });
  const role = wordsOf(FRAME).role[request.role];
  const who = session.value;
  const isMine = typeof who === 'object' && request.askedBy === who.account;
  const path = { approval: request.id };
  const name = request.name ?? words.nameless;
  const give = async (): Promise<string> => {
    const { body } = await api.post('/v1/approvals/{approval}/giving', { path });
    onCode(
      body.code === null || body.codeEndsAt === null
        ? undefined
        : { account: body.account.name, code: body.code, endsAt: body.codeEndsAt },
    );
    return words.given(name);
  };
  const refuse = (): Promise<string> =>
    api.post('/v1/approvals/{approval}/refusal', { path }).then(() => words.refused(name));
  const withdraw = (): Promise<string> =>
    api.post('/v1/approvals/{approval}/withdrawal', { path }).then(() => words.withdrawn(name));
  return (
    <li>
      <h3>
        {words.acts[request.what]}: {name}
      </h3>
      <p>{words.would[request.what](name, role)}</p>
      <Changes request={request} />
      <p class="hint">{words.holdsUntil(words.moment(request.endsAt))}</p>
      {isMine ? (
        <>
          <p>{words.mine}</p>
          <Button kind="secondary" busy={acting.isBusy} onClick={() => acting.act(withdraw)}>
            {words.withdraw}
          </Button>
        </>
      ) : (
        <div class="buttons">
          <Deed
            label={words.give}
            name={words.giveOf(name)}
            what={words.giveWhat}
            now={words.giveNow}
            acting={acting}
            deed={give}
          />
          <Button kind="tertiary" busy={acting.isBusy} onClick={() => acting.act(refuse)}>
            {words.refuse}
          </Button>
        </div>
      )}
    </li>
  );
}

/** What the account is to have from then on, as far as it was asked for. */
function Changes({ request }: { readonly request: Approval }) {
  const words = wordsOf({ de, en });
  const told = (['office', 'region', 'mailbox', 'from', 'to'] as const).flatMap((field) => {
    const value = request[field];
    return value === null ? [] : [{ field, value }];
  });
  if (told.length === 0) return null;
  return (
    <ul>
      {told.map(({ field, value }) => (
        <li key={field}>
          {words.fields[field]}: <b>{field === 'from' || field === 'to' ? words.day(value) : value}</b>
        </li>
      ))}
    </ul>
  );
}

/** Where the machine itself stood for the second person, everybody concerned has to know. */
function Notices({
  notices,
  acting,
}: {
  readonly notices: readonly Schemas['NoticeBody'][];
  readonly acting: Acting;
}) {
  const words = wordsOf({ de, en });
  const seen = async (): Promise<string> => {
    await api.post('/v1/notices/acknowledgement', { body: { upTo: notices.at(-1)?.at ?? '' } });
    return words.noticesSeen;
  };
  return (
    <Notice kind="warning" title={words.notices(notices.length)}>
      <ul>
        {notices.map(({ id, at, what, name, account, operator, reason }) => (
          <li key={id}>
            {words.moment(at)}: {words.acts[what]}, {name ?? account}. {words.because(reason)} ({operator})
          </li>
        ))}
      </ul>
      <Button kind="secondary" busy={acting.isBusy} onClick={() => acting.act(seen)}>
        {words.noticesNow}
      </Button>
    </Notice>
  );
}
