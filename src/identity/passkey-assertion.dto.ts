/** Wire shape of a passkey that is shown. Bytes are base64url. */
import { ApiProperty } from '@nestjs/swagger';
import { base64UrlField, type FieldReader, objectOf, optional } from '../foundation/http/fields.ts';
import type { FactorShown } from './factors.ts';
import type { Assertion } from './webauthn.ts';

/** Characters of base64url; a credential has at most 1023 bytes (WebAuthn level 3, 5.8.3). */
export const CREDENTIAL = 1364;
export const CLIENT_DATA = 2048;
const SIGNED = 2048;
const USER_HANDLE = 88;

export class PasskeyAssertion {
  @ApiProperty({ description: 'Id of the credential.', maxLength: CREDENTIAL })
  credential!: string;
  @ApiProperty({ description: 'clientDataJSON.', maxLength: CLIENT_DATA })
  clientData!: string;
  @ApiProperty({ maxLength: SIGNED })
  authenticatorData!: string;
  @ApiProperty({ maxLength: SIGNED })
  signature!: string;
  @ApiProperty({ description: 'As the authenticator gave it.', maxLength: USER_HANDLE, required: false })
  userHandle?: string;
}

export const ASSERTION = {
  credential: base64UrlField(CREDENTIAL),
  clientData: base64UrlField(CLIENT_DATA),
  authenticatorData: base64UrlField(SIGNED),
  signature: base64UrlField(SIGNED),
  userHandle: optional(base64UrlField(USER_HANDLE)),
};

/** A passkey that is shown besides something else. */
export const assertionField: FieldReader<PasskeyAssertion> = objectOf(
  ASSERTION,
) as FieldReader<PasskeyAssertion>;

export const assertionOf = ({ credential, ...rest }: PasskeyAssertion): Assertion => ({
  ...rest,
  credential: Buffer.from(credential, 'base64url'),
});

/** What is shown besides a password. */
export const shownIn = ({
  code,
  passkey,
}: {
  code?: string | undefined;
  passkey?: PasskeyAssertion | undefined;
}): FactorShown => ({
  code,
  passkey: passkey && assertionOf(passkey),
});
