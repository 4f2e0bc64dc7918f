/** The story of a hold: the protection officer asks, an auditor answers, and both together lift it. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { PageAsked } from '../foundation/http/page.ts';
import type { ProblemFinding } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import { type Hold, type Holder, HoldStore, type HoldTime } from './hold.store.ts';

/** What the database raises where another answer was quicker. */
const ANSWERED = 'log_hold_answer';
/** Days in `HoldStore.ask`: as long as a request holds alone. */
const DECLINED = {
  de: 'Für eine Zeit, die sich damit überschneidet, wurde eine Aufbewahrung in den letzten 14 Tagen abgelehnt; so lange lässt sie sich nicht noch einmal beantragen.',
  en: 'A hold of an overlapping time was declined within the last 14 days; for so long it cannot be asked for again.',
};

@Injectable()
export class Holds {
  constructor(private readonly store: HoldStore) {}

  /** Keeps entries of this time for two weeks, and until its end once it is confirmed. Throws bad-request or conflict. */
  async ask(tx: Tx, actor: Actor, time: HoldTime): Promise<Hold> {
    const id = randomUUID();
    note(tx, { subject: id, span: spanOf(time) });
    const { isFuture, isShort, isAskedAlready, isDeclinedLately, isStored } = await this.store.ask(
      tx,
      holderOf(actor),
      id,
      time,
    );
    if (!isFuture || !isShort) throw problems.badRequest([BOUNDS]);
    if (isDeclinedLately) throw problems.conflict({ what: DECLINED });
    if (isAskedAlready || !isStored)
      throw problems.conflict({
        what: {
          de: 'Für eine Zeit, die sich damit überschneidet, ist schon eine Aufbewahrung beantragt; zuerst bestätigt eine Prüferin oder ein Prüfer sie oder lehnt sie ab.',
          en: 'A hold of an overlapping time waits for its answer; an auditor confirms or declines it first.',
        },
      });
    return this.standing(tx, actor, id);
  }

  list(tx: Tx, { tenant }: Actor, page: PageAsked): Promise<Hold[]> {
    return this.store.list(tx, tenant, page);
  }

  /** Throws not-found, same-person where the same human asked for it, or conflict. */
  async confirm(tx: Tx, actor: Actor, id: string): Promise<Hold> {
    const hold = await this.answerable(tx, actor, id);
    if (hold.person === holderOf(actor).person) throw problems.samePerson();
    return this.say(tx, actor, id, 'confirm');
  }

  /** What it held is erased when its time is over, as if nobody had asked. Throws not-found or conflict. */
  async decline(tx: Tx, actor: Actor, id: string): Promise<Hold> {
    await this.answerable(tx, actor, id);
    return this.say(tx, actor, id, 'decline');
  }

  /** Takes effect once a person of the other role has asked too, within two weeks. Throws not-found or conflict. */
  async lift(tx: Tx, actor: Actor, id: string): Promise<Hold> {
    const { state } = await this.known(tx, actor, id);
    if (state !== 'confirmed') throw problems.conflict({ what: LIFTABLE[state] });
    return this.say(tx, actor, id, 'lift');
  }

  private async say(tx: Tx, actor: Actor, id: string, word: 'confirm' | 'decline' | 'lift'): Promise<Hold> {
    await this.store.say(tx, holderOf(actor), id, word).catch((error: unknown) => {
      if ((error as { constraint?: unknown }).constraint === ANSWERED) throw answered();
      throw error;
    });
    return this.standing(tx, actor, id);
  }

  private async answerable(tx: Tx, actor: Actor, id: string): Promise<Hold> {
    const hold = await this.known(tx, actor, id);
    if (hold.state !== 'asked') throw answered();
    return hold;
  }

  /** The entry names the hold before anything can be refused, and its time as soon as it is known. */
  private async known(tx: Tx, actor: Actor, id: string): Promise<Hold> {
    note(tx, { subject: id });
    const hold = await this.standing(tx, actor, id);
    note(tx, { span: spanOf(hold) });
    return hold;
  }

  private async standing(tx: Tx, { tenant }: Actor, id: string): Promise<Hold> {
    const hold = await this.store.one(tx, tenant, id);
    if (!hold) throw problems.notFound();
    return hold;
  }
}

const LIFTABLE = {
  asked: {
    de: 'Diese Aufbewahrung hat niemand bestätigt; eine Prüferin oder ein Prüfer kann sie ablehnen.',
    en: 'Nobody has confirmed this hold; an auditor may decline it.',
  },
  declined: { de: 'Diese Aufbewahrung wurde abgelehnt.', en: 'This hold was declined.' },
  lifted: { de: 'Diese Aufbewahrung ist schon aufgehoben.', en: 'This hold is lifted already.' },
} as const;

const answered = () =>
  problems.conflict({
    what: {
      de: 'Über diese Aufbewahrung ist schon entschieden; die Liste zeigt, wie.',
      en: 'This hold has its answer already; the list tells which.',
    },
  });

const BOUNDS: ProblemFinding = {
  rule: 'hold',
  pointer: '/keepUntil',
  reason: {
    de: 'keepUntil liegt in der Zukunft, höchstens zwölf Monate von jetzt; was länger dauert, wird dann neu beantragt.',
    en: 'keepUntil must lie in the future, at most twelve months from now; what takes longer is asked for anew by then.',
  },
};

const spanOf = ({ first, before, keepUntil }: HoldTime): string =>
  `${first.toISOString()}/${before.toISOString()} until ${keepUntil.toISOString()}`;

function holderOf({ tenant, role, account, person }: Actor): Holder {
  if (!account || !person) throw problems.notAllowed();
  return { tenant, role, account, person };
}
