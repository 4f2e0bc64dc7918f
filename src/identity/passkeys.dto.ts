/** Wire shapes of passkeys: as WebAuthn level 3 has them in JSON, without what we do not use. Bytes are base64url. */
import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { base64UrlField, listOf, oneOf, optional, readFields } from '../foundation/http/fields.ts';
import { ASSERTION, CLIENT_DATA, CREDENTIAL, PasskeyAssertion } from './passkey-assertion.dto.ts';
import { KEEPS } from './sessions.dto.ts';
import type { Attestation } from './webauthn.ts';

/** Characters. */
const ATTESTATION = 8192;
/** Bytes of a body that sets one up. */
const BODY = 16_384;
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** Signing in by a passkey alone. */
export class PasskeySessionBody extends PasskeyAssertion {
  @ApiProperty({
    description:
      'Of a browser: the refresh token is kept in a cookie that no script reads, and is not in the answer.',
    enum: KEEPS,
    required: false,
  })
  keep?: (typeof KEEPS)[number];

  static read(bytes: Uint8Array): PasskeySessionBody {
    const fields = readFields(bytes, { ...ASSERTION, keep: optional(oneOf(KEEPS)) });
    return Object.assign(new PasskeySessionBody(), fields);
  }
}

/** What an authenticator made. */
export class PasskeyBody {
  @ApiProperty({ description: 'Id of the credential.', maxLength: CREDENTIAL })
  credential!: string;
  @ApiProperty({ description: 'clientDataJSON.', maxLength: CLIENT_DATA })
  clientData!: string;
  @ApiProperty({ maxLength: ATTESTATION })
  attestationObject!: string;
  @ApiProperty({
    type: [String],
    enum: TRANSPORTS,
    required: false,
    description: 'Ways to it, as getTransports() tells them.',
  })
  transports?: (typeof TRANSPORTS)[number][];

  static read(bytes: Uint8Array): PasskeyBody {
    const fields = readFields(
      bytes,
      {
        credential: base64UrlField(CREDENTIAL),
        clientData: base64UrlField(CLIENT_DATA),
        attestationObject: base64UrlField(ATTESTATION),
        transports: optional(listOf(oneOf(TRANSPORTS), TRANSPORTS.length)),
      },
      BODY,
    );
    return Object.assign(new PasskeyBody(), fields);
  }
}

export const attestationOf = ({ credential, transports = [], ...rest }: PasskeyBody): Attestation => ({
  ...rest,
  credential: Buffer.from(credential, 'base64url'),
  transports: [...new Set(transports)],
});

/** What is to be shown, as navigator.credentials.get() takes it. No account is named: whose it is, is seen from what is shown. */
export class PasskeyChallenge {
  /** Good for one answer within five minutes. */
  challenge!: string;
  rpId!: string;
  @ApiProperty({ enum: ['required'] }) userVerification!: 'required';
  /** Milliseconds. */
  @ApiProperty({ type: 'integer' }) timeout!: number;
}

class PasskeyParty {
  id!: string;
  name!: string;
}

class PasskeyUser {
  /** Random; it tells nobody who it is. */
  id!: string;
  name!: string;
  displayName!: string;
}

class PasskeyAlgorithm {
  @ApiProperty({ enum: ['public-key'] }) type!: 'public-key';
  /** COSE: EdDSA, ES256, RS256. */
  @ApiProperty({ type: 'integer' }) alg!: number;
}

class PasskeyKnown {
  @ApiProperty({ enum: ['public-key'] }) type!: 'public-key';
  id!: string;
}

class PasskeySelection {
  @ApiProperty({ enum: ['required'] }) residentKey!: 'required';
  requireResidentKey!: boolean;
  @ApiProperty({ enum: ['required'] }) userVerification!: 'required';
}

/** What is to be made, as navigator.credentials.create() takes it. */
export class PasskeyCreation {
  /** Good for one answer within five minutes. */
  challenge!: string;
  rp!: PasskeyParty;
  user!: PasskeyUser;
  pubKeyCredParams!: PasskeyAlgorithm[];
  excludeCredentials!: PasskeyKnown[];
  authenticatorSelection!: PasskeySelection;
  @ApiProperty({ enum: ['none'] }) attestation!: 'none';
  /** Milliseconds. */
  @ApiProperty({ type: 'integer' }) timeout!: number;
}

const KINDS = ['this-device', 'security-key', 'other-device', 'unknown'] as const;

export class ListedPasskeyBody {
  id!: string;
  /** Where it is, as far as the browser told: its only name. */
  @ApiProperty({ enum: KINDS }) kind!: (typeof KINDS)[number];
  since!: string;
  @ApiProperty({ type: String, nullable: true }) usedAt!: string | null;
  /** Whether it belongs to an earlier address of the service: at this one no browser offers it. */
  ofOtherAddress!: boolean;
}

/** From the ways to a passkey its kind. */
export function kindOf(transports: readonly string[]): (typeof KINDS)[number] {
  if (transports.includes('internal')) return 'this-device';
  if (['usb', 'nfc', 'ble', 'smart-card'].some((way) => transports.includes(way))) return 'security-key';
  return transports.length > 0 ? 'other-device' : 'unknown';
}

export class PasskeyPlace {
  @IsUUID(undefined, {
    message: 'passkey must be the id of a passkey',
    context: { de: 'passkey ist die Kennung eines Passkeys' },
  })
  passkey!: string;
}
