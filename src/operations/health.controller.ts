/** Whether the service lives, and whether it can do its work. */
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Open } from '../access/act.ts';
import { Sequencer } from '../audit/sequencer.ts';
import { type WitnessState, Witnesses } from '../audit/witnesses.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';

export class HealthBody {
  @ApiProperty({ enum: ['ok'] })
  status!: 'ok';
}

export class WitnessHealth {
  name!: string;
  @ApiProperty({ enum: ['current', 'behind', 'missing', 'disagrees'] })
  state!: WitnessState;
}

/** Work goes on whatever these say; a person should look. */
export class ReadyBody extends HealthBody {
  /** Those who vouch for the access log beside us; absent where none is named. */
  witnesses?: WitnessHealth[];
  /** Whether the last checkpoint that this process signed was taken; absent where it is sent nowhere. */
  @ApiProperty({ enum: ['ok', 'failing'], required: false })
  checkpointWebhook?: 'ok' | 'failing';
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly witnesses: Witnesses,
    private readonly sequencer: Sequencer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The process answers. */
  @Get('live')
  @Open('health shows nothing of anybody')
  live(): HealthBody {
    return { status: 'ok' };
  }

  /** The database answers too; 503 where it does not. Witnesses of the log that are missing make nothing unready. */
  @Get('ready')
  @Open('health shows nothing of anybody')
  async ready(): Promise<ReadyBody> {
    const scope = { role: 'kanon_app', settings: { 'kanon.tenant': this.settings.tenant } };
    await this.unrecorded.read('health', scope, (tx) => tx.query({ text: 'SELECT 1' }));
    const witnesses = (await this.witnesses.standings()).map(({ name, state }) => ({ name, state }));
    const checkpointWebhook = this.sequencer.webhook.state;
    return {
      status: 'ok',
      ...(witnesses.length > 0 ? { witnesses } : {}),
      ...(checkpointWebhook ? { checkpointWebhook } : {}),
    };
  }
}
