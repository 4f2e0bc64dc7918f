/** Wire shapes of a freeze that is meant so, and of taking one back. */
import { ApiProperty } from '@nestjs/swagger';
import { listOf, oneOf, optional, readFields } from '../foundation/http/fields.ts';
import { UNUSUAL, type Unusual } from './unusual-freeze.ts';

export class FreezeBody {
  /**
   * What is unusual and meant so: `not-over`, the last day is not over; `incomplete`, fewer than 80 % of the expected schools
   * have reported. Where it lacks something, the answer is `freeze-unconfirmed` and names it.
   */
  @ApiProperty({ enum: UNUSUAL, isArray: true, required: false })
  confirm?: readonly Unusual[];

  /** No body at all, or strictly this one field. */
  static read(bytes: Uint8Array): FreezeBody {
    if (bytes.length === 0) return new FreezeBody();
    const { confirm } = readFields(bytes, { confirm: optional(listOf(oneOf(UNUSUAL), UNUSUAL.length)) });
    return Object.assign(new FreezeBody(), confirm ? { confirm } : {});
  }
}

export class ThawBody {
  period!: string;
  /** `asked`: a second disclosure officer has to confirm it; `none`: nobody asks, or its 72 hours are over. */
  @ApiProperty({ enum: ['none', 'asked', 'thawed'] })
  state!: 'none' | 'asked' | 'thawed';
  /** When somebody asked; ISO 8601, UTC. */
  askedAt!: string | null;
  /** Account. */
  askedBy!: string | null;
  /** From then on it has to be asked for anew. */
  endsAt!: string | null;
}
