/** Wire shapes of letting a device in (RFC 8628). */
import { ApiProperty } from '@nestjs/swagger';
import { oneOf, readFields, textField } from '../foundation/http/fields.ts';
import { readForm } from '../foundation/http/form-body.ts';

/** What the command line calls itself. */
export const COMMAND_LINE = 'kanon-cli';

export class DeviceAuthorizationRequest {
  @ApiProperty({ enum: [COMMAND_LINE] })
  client_id?: string;

  static read(bytes: Uint8Array): DeviceAuthorizationRequest {
    return Object.assign(new DeviceAuthorizationRequest(), readForm(bytes, ['client_id']));
  }
}

export class DeviceAuthorization {
  /** What the device asks with at POST /v1/tokens. */
  device_code!: string;
  /** What it shows, and the person types. */
  @ApiProperty({ example: 'WDJB-MJHT' })
  user_code!: string;
  /** Where the person types it. */
  verification_uri!: string;
  /** The same with the code behind `#`, which no line of a server ever holds. */
  verification_uri_complete!: string;
  /** Seconds. */
  expires_in!: number;
  /** Seconds between two looks. */
  interval!: number;
}

const SAY = ['look', 'yes', 'no'] as const;

export class DeviceAnswer {
  @ApiProperty({ description: 'The code that the device shows.', maxLength: 20 })
  code!: string;

  @ApiProperty({ description: '`look` only tells when it was asked; `yes` lets the device in.', enum: SAY })
  say!: (typeof SAY)[number];

  static read(bytes: Uint8Array): DeviceAnswer {
    return Object.assign(new DeviceAnswer(), readFields(bytes, { code: textField(1, 20), say: oneOf(SAY) }));
  }
}

export class AskedDeviceBody {
  askedAt!: string;
  endsAt!: string;
}
