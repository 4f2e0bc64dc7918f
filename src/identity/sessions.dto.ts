/** Wire shapes of signing in. */
import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { oneOf, optional, readFields, textField } from '../foundation/http/fields.ts';
import { assertionField, PasskeyAssertion } from './passkey-assertion.dto.ts';

export const KEEPS = ['cookie'] as const;

export class Credentials {
  @ApiProperty({ description: 'Name of the account.', example: 'meldung', maxLength: 64 })
  account!: string;

  @ApiProperty({ description: 'Its password.', maxLength: 256, format: 'password' })
  password!: string;

  @ApiProperty({
    description:
      'Where the account has a second factor: the code that its authenticator app shows, or a recovery code.',
    maxLength: 64,
    required: false,
  })
  code?: string;

  @ApiProperty({ description: 'Or, in place of the code, one of its passkeys.', required: false })
  passkey?: PasskeyAssertion;

  @ApiProperty({
    description:
      'Of a browser: the refresh token is kept in a cookie that no script reads, and is not in the answer.',
    enum: KEEPS,
    required: false,
  })
  keep?: (typeof KEEPS)[number];

  /** Strictly these fields; findings name them, never what was typed. */
  static read(bytes: Uint8Array): Credentials {
    const text = textField(1, 256);
    const fields = readFields(bytes, {
      account: text,
      password: text,
      code: optional(textField(1, 64)),
      passkey: optional(assertionField),
      keep: optional(oneOf(KEEPS)),
    });
    return Object.assign(new Credentials(), fields);
  }
}

/** What keeps a session going. */
export class RefreshBody {
  @ApiProperty({ description: 'The newest one; absent where a cookie holds it.', required: false })
  refresh_token?: string;

  static read(bytes: Uint8Array): RefreshBody {
    return Object.assign(
      new RefreshBody(),
      readFields(bytes, { refresh_token: optional(textField(1, 128)) }),
    );
  }
}

export class Session {
  /** Send it as `Authorization: Bearer …`. */
  access_token!: string;
  @ApiProperty({ enum: ['Bearer'] })
  token_type!: 'Bearer';
  /** Seconds. */
  expires_in!: number;
  /** Good for one use at POST /v1/sessions/refresh, which gives the next one; absent where a cookie holds it. */
  refresh_token?: string;
  /** Seconds for which it may be left unused. */
  refresh_expires_in!: number;
  /**
   * Says at the next sign-in, in the header Kanon-Device, that this device came in before, so that it has tries of its own;
   * absent where a cookie holds it.
   */
  device?: string;
  /** Only where it is so: the role works with a second factor, and till one is set up nothing else is open. */
  @ApiProperty({ type: Boolean, enum: [true], required: false })
  factor_missing?: true;
}

export class SessionPlace {
  @IsUUID(undefined, {
    message: 'session must be the id of a session',
    context: { de: 'session ist die Kennung einer Sitzung' },
  })
  session!: string;
}

export class ListedSessionBody {
  id!: string;
  /** When it was signed in. */
  madeAt!: string;
  /** When it was refreshed last. */
  usedAt!: string;
  /** When it ends if it is left unused. */
  endsAt!: string;
  /** Whether it is the one that asks. */
  isCurrent!: boolean;
}

export class SessionList {
  /** Newest first. */
  sessions!: ListedSessionBody[];
  /** Of the next page; null on the last one. */
  @ApiProperty({ type: String, nullable: true }) cursor!: string | null;
}

export class KeySet {
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  keys!: object[];
}
