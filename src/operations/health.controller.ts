/** Whether the service lives, and whether it can do its work. */
import { Controller, Get } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Open } from '../access/act.ts';
import { LOG_STATES, type LogState, Sequencer } from '../audit/sequencer.ts';
import type { WitnessStatus } from '../audit/witnesses.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { problems } from '../foundation/problem.ts';
import { HealthCheck } from './health.ts';

export class HealthBody {
  @ApiProperty({ enum: ['ok'] })
  status!: 'ok';
}

export class WitnessHealth {
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: ['current', 'behind', 'missing', 'disagrees'] })
  state!: WitnessStatus;
}

/** Work goes on whatever these say; a person should look. */
export class ReadyBody extends HealthBody {
  /** `late`: an entry waits too long for a signature; `refuses`: none may be made, `kanon log status` says why. */
  @ApiProperty({ enum: LOG_STATES })
  log!: LogState;
  /** Those who vouch for the access log beside us; absent where none is named. */
  @ApiProperty({ type: [WitnessHealth], required: false })
  witnesses?: WitnessHealth[];
  /** Whether the last checkpoint that this process signed was taken; absent where it is sent nowhere. */
  @ApiProperty({ enum: ['ok', 'failing'], required: false })
  checkpointWebhook?: 'ok' | 'failing';
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheck,
    private readonly sequencer: Sequencer,
  ) {}

  /** The process answers. One that cannot come back ends by itself. */
  @Get('live')
  @Open('health shows nothing of anybody')
  live(): HealthBody {
    return { status: 'ok' };
  }

  /**
   * An access could be read, stored and recorded now; answered within two seconds. A log that is not signed, and
   * witnesses that are missing, make nothing unready.
   */
  @Get('ready')
  @Open('health shows nothing of anybody')
  @ApiProblems([
    503,
    'The database gives no answer (not-reading), stores nothing (not-writing), or the process is stopping.',
  ])
  async ready(): Promise<ReadyBody> {
    const found = await this.health.look();
    if (found.can !== 'work') throw UNREADY[found.can]();
    const { log, witnesses } = found;
    const checkpointWebhook = this.sequencer.webhook.state;
    return {
      status: 'ok',
      log,
      ...(witnesses.length > 0 ? { witnesses: [...witnesses] } : {}),
      ...(checkpointWebhook ? { checkpointWebhook } : {}),
    };
  }
}

const UNREADY = {
  nothing: problems.notReading,
  reading: problems.notWriting,
  stopping: problems.stopping,
} as const;
