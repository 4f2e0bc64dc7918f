/** Wire shapes of second factors. */
import { ApiProperty } from '@nestjs/swagger';
import { readFields, textField } from '../foundation/http/fields.ts';

export class FactorList {
  /** Whether the role works with a second factor, so that the last one stays. */
  required!: boolean;
  /** Since when an authenticator app is set up; null where none is. */
  @ApiProperty({ type: String, nullable: true }) totpSince!: string | null;
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
