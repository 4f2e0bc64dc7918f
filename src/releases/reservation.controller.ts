/** Reservations about the collection of a period: stated by code, answered by code, and told to everybody. */
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { region } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import {
  AnswerBody,
  ReservationBody,
  ReservationList,
  ReservationPath,
  ReservationsPlace,
} from './reservation.dto.ts';
import type { Reservation } from './reservation.store.ts';
import { Reservations } from './reservations.ts';

@ApiTags('reservations')
@Controller('v1/regions/:region/reservations/:period')
export class ReservationController {
  constructor(private readonly reservations: Reservations) {}

  /** What speaks against the collection of a period in a region, and what was answered: for every role. */
  @Get()
  @Act('reservation.list', region)
  async list(@Key() tx: Tx, @By() actor: Actor, @Param() at: ReservationsPlace): Promise<ReservationList> {
    const found = await this.reservations.list(tx, actor, at);
    return { region: at.region, period: at.period, reservations: found.map(bodyOf) };
  }

  /**
   * States a reservation: a coordinator for the own county, the protection officer for the Land. One of the protection
   * officer holds the release back until the state has answered. Stating it twice changes nothing.
   */
  @Put(':code')
  @HttpCode(200)
  @Act('reservation.state', region)
  async state(@Key() tx: Tx, @By() actor: Actor, @Param() at: ReservationPath): Promise<ReservationBody> {
    return bodyOf(await this.reservations.state(tx, actor, at));
  }

  /** Takes it back, as long as nobody has answered; the answer is what stood there. */
  @Delete(':code')
  @HttpCode(200)
  @Act('reservation.withdraw', region)
  @ApiProblems([409, 'It has its answer already.'])
  async withdraw(@Key() tx: Tx, @By() actor: Actor, @Param() at: ReservationPath): Promise<ReservationBody> {
    return bodyOf(await this.reservations.withdraw(tx, actor, at));
  }

  /** A district answers its counties, the state anybody; the first answer stays. */
  @Put(':code/answer')
  @HttpCode(200)
  @Act('reservation.answer', region)
  @ApiProblems([409, 'It has its answer already.'])
  async answer(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: ReservationPath,
    @Body() { answer, norm }: AnswerBody,
  ): Promise<ReservationBody> {
    return bodyOf(await this.reservations.answer(tx, actor, at, { answer, norm: norm ?? null }));
  }
}

const bodyOf = ({ statedAt, answeredAt, ...rest }: Reservation): ReservationBody => ({
  ...rest,
  statedAt: statedAt.toISOString(),
  answeredAt: answeredAt?.toISOString() ?? null,
});
