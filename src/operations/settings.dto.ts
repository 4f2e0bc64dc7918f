/** Wire shapes of the settings. */
import { ApiProperty } from '@nestjs/swagger';

export class SettingBody {
  @ApiProperty({ example: 'KANON_LOG_MONTHS' }) name!: string;
  /** Null where it is absent, or a secret. */
  @ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }],
    example: 12,
  })
  value!: string | number | boolean | null;
  /** It is, or may hold, a secret: its value is told nowhere. */
  isSecret!: boolean;
  /** `file`: a file that the environment names. */
  @ApiProperty({ enum: ['environment', 'file', 'default'] }) from!: 'environment' | 'file' | 'default';
}

export class SettingList {
  /** By name. */
  @ApiProperty({ type: [SettingBody] }) settings!: readonly SettingBody[];
}
