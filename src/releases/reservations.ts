/** The story of a reservation: a coordinator or the protection officer states it, a district or the state answers. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { Periods } from '../reference/periods.ts';
import type { Concern, Norm, Response } from '../rules/reservation.ts';
import { type Reservation, type ReservationPlace, ReservationStore } from './reservation.store.ts';

export interface ConcernPlace extends ReservationPlace {
  readonly code: Concern;
}

@Injectable()
export class Reservations {
  constructor(
    private readonly store: ReservationStore,
    private readonly periods: Periods,
  ) {}

  /** Throws not-found where there is no such period. */
  async list(tx: Tx, { tenant }: Actor, at: ReservationPlace): Promise<Reservation[]> {
    await this.periods.progress(tx, tenant, at.period);
    return this.store.list(tx, tenant, at);
  }

  /** Stating it twice changes nothing. Throws not-found where there is no such period. */
  async state(tx: Tx, actor: Actor, at: ConcernPlace): Promise<Reservation> {
    note(tx, { object: { code: at.code } });
    await this.periods.progress(tx, actor.tenant, at.period);
    await this.store.state(tx, actor.tenant, at, at.code, accountOf(actor));
    return this.known(tx, actor, at);
  }

  /** What stood there. Throws not-found, or conflict where it has been answered: what was answered stays. */
  async withdraw(tx: Tx, actor: Actor, at: ConcernPlace): Promise<Reservation> {
    note(tx, { object: { code: at.code } });
    const reservation = await this.known(tx, actor, at);
    if (!(await this.store.withdraw(tx, actor.tenant, at, at.code))) throw answered();
    return reservation;
  }

  /** Throws not-found, or conflict where it has its answer. */
  async answer(
    tx: Tx,
    actor: Actor,
    at: ConcernPlace,
    { answer, norm }: { readonly answer: Response; readonly norm: Norm | null },
  ): Promise<Reservation> {
    note(tx, { object: { code: at.code, answer, norm: norm ?? undefined } });
    await this.known(tx, actor, at);
    const account = accountOf(actor);
    if (!(await this.store.answer(tx, actor.tenant, at, { code: at.code, answer, norm, account })))
      throw answered();
    return this.known(tx, actor, at);
  }

  private async known(tx: Tx, { tenant }: Actor, at: ConcernPlace): Promise<Reservation> {
    const found = await this.store.list(tx, tenant, at);
    const reservation = found.find(({ region, code }) => region === at.region && code === at.code);
    if (!reservation) throw problems.notFound();
    return reservation;
  }
}

function accountOf({ account }: Actor): string {
  if (!account) throw problems.notAllowed();
  return account;
}

const answered = () =>
  problems.conflict({
    what: {
      de: 'Dieses Bedenken ist schon beantwortet; die Antwort bleibt stehen.',
      en: 'This reservation has its answer already, which stays.',
    },
  });
