/** The settings of the service, for reading: they are set in its environment, and nowhere else. */
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, Key } from '../access/act.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { SettingList } from './settings.dto.ts';
import { toldSettings } from './told-settings.ts';

@ApiTags('administration')
@Controller('v1/settings')
export class SettingsController {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Every setting with its value and where that comes from; of what is or may be a secret no value. */
  @Get()
  @Act('setting.list', everywhere)
  list(@Key() tx: Tx): SettingList {
    note(tx, { object: { what: 'settings' } });
    return { settings: toldSettings(this.settings) };
  }
}
