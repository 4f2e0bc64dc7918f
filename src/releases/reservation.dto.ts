/** Wire shapes of reservations and of the answers to them. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { KeyParam } from '../access/forms.ts';
import { oneOf, optional, readFields } from '../foundation/http/fields.ts';
import type { ProblemFinding } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';
import {
  CONCERN_CODES,
  type Concern,
  type Norm,
  NORM_CODES,
  type Response,
  RESPONSE_CODES,
} from '../rules/reservation.ts';

export class ReservationsPlace {
  @KeyParam('region') region!: RegionKey;
  @KeyParam('period') period!: PeriodKey;
}

export class ReservationPath extends ReservationsPlace {
  @IsIn(CONCERN_CODES, {
    message: `code must be one of ${CONCERN_CODES.join(', ')}`,
    context: { de: `code ist eines von ${CONCERN_CODES.join(', ')}` },
  })
  @ApiProperty({ enum: CONCERN_CODES })
  code!: Concern;
}

export class AnswerBody {
  @ApiProperty({ enum: RESPONSE_CODES }) answer!: Response;
  /** Of `BASIS_NAMED`, and of no other answer: the norm. */
  @ApiProperty({ enum: NORM_CODES, required: false }) norm?: Norm;

  /** Throws bad-request with every place at fault. */
  static read(bytes: Uint8Array): AnswerBody {
    const { answer, norm } = readFields(bytes, {
      answer: oneOf(RESPONSE_CODES),
      norm: optional(oneOf(NORM_CODES)),
    });
    if ((norm !== undefined) !== (answer === 'BASIS_NAMED')) throw problems.badRequest([NORM_OF_BASIS]);
    return Object.assign(new AnswerBody(), { answer, ...(norm && { norm }) });
  }
}

const NORM_OF_BASIS: ProblemFinding = {
  rule: 'field',
  pointer: '/norm',
  reason: {
    de: 'norm steht bei BASIS_NAMED und bei keiner anderen Antwort.',
    en: 'norm belongs to BASIS_NAMED and to no other answer.',
  },
};

export class ReservationBody {
  /** County, or the key of the Land where the protection officer stated it. */
  region!: string;
  @ApiProperty({ enum: CONCERN_CODES }) code!: Concern;
  @ApiProperty({ type: String, format: 'date-time' }) statedAt!: string;
  /** Null until somebody has answered. */
  @ApiProperty({ type: String, nullable: true, enum: RESPONSE_CODES }) answer!: Response | null;
  @ApiProperty({ type: String, nullable: true, enum: NORM_CODES }) norm!: Norm | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) answeredAt!: string | null;
}

export class ReservationList {
  region!: string;
  period!: string;
  /** Those within the region, and those of the Land, by place and code. */
  reservations!: ReservationBody[];
}
