/** Wire shapes of second factors. */
import { ApiProperty } from '@nestjs/swagger';
import { optional, readFields, textField } from '../foundation/http/fields.ts';
import { problems } from '../foundation/problem.ts';
import { assertionField, PasskeyAssertion } from './passkey-assertion.dto.ts';
import { ListedPasskeyBody } from './passkeys.dto.ts';

export class FactorList {
  /** Whether the role works with a second factor, so that the last one stays. */
  required!: boolean;
  /** Since when an authenticator app is set up; null where none is. */
  @ApiProperty({ type: String, nullable: true }) totpSince!: string | null;
  /** Oldest first. */
  passkeys!: ListedPasskeyBody[];
  /** Recovery codes that are left. */
  @ApiProperty({ type: 'integer' }) recoveryCodes!: number;
}

/** The secret of an authenticator app, which is told here and nowhere else. */
export class TotpSecret {
  /** In base32, as it is typed into an app. */
  @ApiProperty({ example: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' }) secret!: string;
  /** The same as an app reads it from a QR code. */
  @ApiProperty({ example: 'otpauth://totp/Kanon:meldung?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' })
  uri!: string;
}

const ONE_OF_THEM = {
  rule: 'field',
  pointer: '/code',
  reason: { de: 'Entweder code oder passkey steht da.', en: 'Either code or passkey is there.' },
};

/** A code or a passkey that shows that it is its owner. */
export class ProofBody {
  @ApiProperty({
    description: 'What the authenticator app shows, or a recovery code.',
    maxLength: 64,
    required: false,
  })
  code?: string;
  @ApiProperty({ description: 'Or, in place of the code, one of the own passkeys.', required: false })
  passkey?: PasskeyAssertion;

  static read(bytes: Uint8Array): ProofBody {
    const fields = { code: optional(textField(1, 64)), passkey: optional(assertionField) };
    const read = readFields(bytes, fields);
    if ((read.code === undefined) === (read.passkey === undefined)) throw problems.badRequest([ONE_OF_THEM]);
    return Object.assign(new ProofBody(), read);
  }
}

/** A code that shows that it is its owner. */
export class CodeBody {
  @ApiProperty({ description: 'What the authenticator app shows, or a recovery code.', maxLength: 64 })
  code!: string;

  static read(bytes: Uint8Array): CodeBody {
    return Object.assign(new CodeBody(), readFields(bytes, { code: textField(1, 64) }));
  }
}

/** One-time codes in place of a lost factor, which are told here and nowhere else. */
export class RecoveryCodes {
  /** Each good for one sign-in; empty where those from before still count. */
  @ApiProperty({ type: [String], example: ['k3mh-a8xd-2pqr-zz7u'] }) recoveryCodes!: string[];
}

/** An access token of the same session, which says that a second factor was shown just now. */
export class SteppedUp {
  access_token!: string;
  @ApiProperty({ enum: ['Bearer'] }) token_type!: 'Bearer';
  /** Seconds. */
  expires_in!: number;
}
