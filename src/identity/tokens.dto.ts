/** Wire shapes of the token endpoint (RFC 6749 §4.4, RFC 7523 §2.2). */
import { ApiProperty } from '@nestjs/swagger';
import { readForm } from '../foundation/http/form-body.ts';

export const CLIENT_CREDENTIALS = 'client_credentials';
export const DEVICE_CODE = 'urn:ietf:params:oauth:grant-type:device_code';
export const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export class TokenRequest {
  @ApiProperty({ enum: [CLIENT_CREDENTIALS, DEVICE_CODE] })
  grant_type?: string;

  @ApiProperty({
    description: 'Always `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.',
    required: false,
  })
  client_assertion_type?: string;

  @ApiProperty({ description: 'What the program says of itself, signed by its key.', required: false })
  client_assertion?: string;

  @ApiProperty({ description: 'Name of the program; the statement names it anyhow.', required: false })
  client_id?: string;

  @ApiProperty({ description: 'There are none: the account says what it may.', required: false })
  scope?: string;

  @ApiProperty({ description: 'Of a device: what POST /v1/device/authorizations gave it.', required: false })
  device_code?: string;

  static read(bytes: Uint8Array): TokenRequest {
    const names = [
      'grant_type',
      'client_assertion_type',
      'client_assertion',
      'client_id',
      'scope',
      'device_code',
    ] as const;
    return Object.assign(new TokenRequest(), readForm(bytes, names));
  }
}

export class IssuedToken {
  access_token!: string;
  /** `DPoP` where the request came with a proof: then each request needs one of the same key. */
  @ApiProperty({ enum: ['Bearer', 'DPoP'] })
  token_type!: 'Bearer' | 'DPoP';
  /** Seconds. */
  expires_in!: number;
  /** Of a device, which is a session of the person; see POST /v1/sessions/refresh. */
  refresh_token?: string;
  /** Seconds for which it may be left unused. */
  refresh_expires_in?: number;
}
