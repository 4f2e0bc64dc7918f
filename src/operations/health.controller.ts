/** Whether the service lives, and whether it can do its work. */
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Open } from '../access/act.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';

export class HealthBody {
  @ApiProperty({ enum: ['ok'] })
  status!: 'ok';
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly unrecorded: Unrecorded,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The process answers. */
  @Get('live')
  @Open('health shows nothing of anybody')
  live(): HealthBody {
    return { status: 'ok' };
  }

  /** The database answers too; 503 where it does not. */
  @Get('ready')
  @Open('health shows nothing of anybody')
  async ready(): Promise<HealthBody> {
    const scope = { role: 'kanon_app', settings: { 'kanon.tenant': this.settings.tenant } };
    await this.unrecorded.read('health', scope, (tx) => tx.query({ text: 'SELECT 1' }));
    return { status: 'ok' };
  }
}
