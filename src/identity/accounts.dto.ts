/** Wire shapes of accounts: inviting, changing, resetting and closing them, and one's own. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { ROLES, type Role } from '../access/actor.ts';
import { IsWholeNumber } from '../access/forms.ts';
import { listOf, oneOf, optional, readFields, parsedBy, textField } from '../foundation/http/fields.ts';
import { assertionField, PasskeyAssertion } from './passkey-assertion.dto.ts';
import { parseDay } from '../rules/day.ts';
import { parseRegionKey, type RegionKey } from '../rules/region.ts';
import { parseSchoolNumber, type SchoolNumber } from '../rules/school.ts';
import { NAME, parseAccountName, parseMailbox, SCHOOLS } from './account-forms.ts';

const STATES = ['invited', 'active', 'closed'] as const;

const name = parsedBy(
  parseAccountName,
  'ein Name aus 2 bis 64 Zeichen: kleine Buchstaben, Ziffern, Punkt und Bindestrich, vorn ein Buchstabe oder eine Ziffer',
  'a name of 2 to 64 characters: small letters, digits, dots and hyphens, first a letter or a digit',
);
const office = textField(1, 120);
const region = parsedBy(parseRegionKey, 'ein amtlicher Regionsschlüssel', 'an official region key');
const schools = listOf(
  parsedBy(
    parseSchoolNumber,
    'eine amtliche Schulnummer aus sechs Ziffern',
    'an official school number of six digits',
  ),
  SCHOOLS,
);
const mailbox = parsedBy(
  parseMailbox,
  'die Adresse eines Dienstpostfachs',
  'the address of an office mailbox',
);
const day = parsedBy(parseDay, 'ein Tag wie 2026-11-05', 'a day such as 2026-11-05');

export class AccountPlace {
  @IsUUID(undefined, {
    message: 'account must be the id of an account',
    context: { de: 'account ist die Kennung eines Kontos' },
  })
  account!: string;
}

export class AccountQuery {
  /** Of this role alone. */
  @IsOptional()
  @IsIn(ROLES, { context: { de: `role ist eine von ${ROLES.join(', ')}` } })
  @ApiProperty({ enum: ROLES, required: false })
  role?: Role;
  @IsOptional()
  @IsIn(STATES, { context: { de: `state ist eines von ${STATES.join(', ')}` } })
  @ApiProperty({ enum: STATES, required: false })
  state?: (typeof STATES)[number];
  /** Name of the last account of the page before. */
  @IsOptional()
  @Matches(NAME, {
    message: 'cursor must be as the last page gave it',
    context: { de: 'cursor ist so, wie die letzte Seite ihn nannte' },
  })
  cursor?: string;
  /** Accounts of one page. */
  @IsOptional()
  @IsWholeNumber(1, 500)
  limit?: number;
}

/** An account to be. Which scope it needs follows from its role. */
export class InvitationBody {
  @ApiProperty({ example: 'meldung-990001' }) name!: string;
  @ApiProperty({ enum: ROLES }) role!: Role;
  @ApiProperty({ example: 'Erfundene Schule, Sozialarbeit', maxLength: 120 }) office!: string;
  /** Of a coordinator or benefit office the county, of a district government the district. */
  @ApiProperty({ type: String, required: false, example: '05111' }) region?: RegionKey;
  /** Of a reporter or provider. */
  @ApiProperty({ type: [String], required: false, example: ['990001'] }) schools?: SchoolNumber[];
  /** Office mailbox, for reminders. */
  mailbox?: string;
  /** First and last day of a vacation cover. */
  @ApiProperty({ type: String, format: 'date', required: false }) from?: string;
  @ApiProperty({ type: String, format: 'date', required: false }) to?: string;
  /** Another account of the same person, by its name; its accounts count as one person. */
  samePersonAs?: string;

  static read(bytes: Uint8Array): InvitationBody {
    const fields = readFields(bytes, {
      name,
      role: oneOf(ROLES),
      office,
      region: optional(region),
      schools: optional(schools),
      mailbox: optional(mailbox),
      from: optional(day),
      to: optional(day),
      samePersonAs: optional(name),
    });
    return Object.assign(new InvitationBody(), fields);
  }
}

/** What is named changes, the rest stays. */
export class AccountChangeBody {
  @ApiProperty({ required: false, maxLength: 120 }) office?: string;
  @ApiProperty({ type: String, required: false, example: '05111' }) region?: RegionKey;
  /** All schools from now on. */
  @ApiProperty({ type: [String], required: false, example: ['990001'] }) schools?: SchoolNumber[];
  mailbox?: string;
  @ApiProperty({ type: String, format: 'date', required: false }) from?: string;
  @ApiProperty({ type: String, format: 'date', required: false }) to?: string;

  static read(bytes: Uint8Array): AccountChangeBody {
    const fields = readFields(bytes, {
      office: optional(office),
      region: optional(region),
      schools: optional(schools),
      mailbox: optional(mailbox),
      from: optional(day),
      to: optional(day),
    });
    return Object.assign(new AccountChangeBody(), fields);
  }
}

export class AccountBody {
  id!: string;
  name!: string;
  @ApiProperty({ enum: ROLES }) role!: Role;
  office!: string;
  @ApiProperty({ type: String, nullable: true }) region!: string | null;
  schools!: string[];
  @ApiProperty({ type: String, nullable: true }) mailbox!: string | null;
  /** `invited`: nobody has set its password yet. */
  @ApiProperty({ enum: STATES }) state!: (typeof STATES)[number];
  madeAt!: string;
  @ApiProperty({ type: String, nullable: true }) activatedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) closedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) from!: string | null;
  @ApiProperty({ type: String, nullable: true }) to!: string | null;
}

export class AccountList {
  /** By name. */
  accounts!: AccountBody[];
  /** Of the next page; null on the last one. */
  @ApiProperty({ type: String, nullable: true }) cursor!: string | null;
}

/** A one-time code, which is told here and nowhere else. */
export class HandedBody {
  account!: AccountBody;
  /** Its person sets a password with it at POST /v1/activations. */
  @ApiProperty({ example: 'k3mh-a8xd-2pqr-zz7u' }) code!: string;
  /** Last moment at which it can be used. */
  codeEndsAt!: string;
  /** Page on which its person sets the password; with `#` and the code behind it the code need not be typed. */
  @ApiProperty({ example: 'https://kanon.example/aktivieren' }) page!: string;
}

const FACTOR_CODE =
  'Where the account has a second factor: the code that its authenticator app shows, or a recovery code.';

/** Sets a password by a one-time code. */
export class ActivationBody {
  @ApiProperty({ description: 'Name of the account.', maxLength: 64 }) account!: string;
  @ApiProperty({ description: 'The one-time code, with or without its hyphens.' }) code!: string;
  @ApiProperty({ description: 'The password to be.', maxLength: 256, format: 'password' }) password!: string;
  @ApiProperty({ description: FACTOR_CODE, maxLength: 64, required: false }) factorCode?: string;
  @ApiProperty({
    description:
      'An access token of an issuer that this service knows: its subject is this account from now on.',
    maxLength: 6000,
    required: false,
  })
  issuerToken?: string;
  @ApiProperty({
    description:
      'Of a browser that has just come from an issuer without being linked: it is linked from now on.',
    enum: ['cookie'],
    required: false,
  })
  link?: 'cookie';
  @ApiProperty({
    description: 'Or, in place of factorCode, one of the passkeys of the account.',
    required: false,
  })
  passkey?: PasskeyAssertion;
  @ApiProperty({
    description:
      'Of a browser: the refresh token is kept in a cookie that no script reads, and is not in the answer.',
    enum: ['cookie'],
    required: false,
  })
  keep?: 'cookie';

  static read(bytes: Uint8Array): ActivationBody {
    const fields = readFields(bytes, {
      account: textField(1, 256),
      code: textField(1, 64),
      password: textField(1, 256),
      factorCode: optional(textField(1, 64)),
      issuerToken: optional(textField(1, 6000)),
      link: optional(oneOf(['cookie'])),
      passkey: optional(assertionField),
      keep: optional(oneOf(['cookie'])),
    });
    return Object.assign(new ActivationBody(), fields);
  }
}

/** Sets a new password in place of the old one. */
export class PasswordBody {
  @ApiProperty({ description: 'Name of the account.', maxLength: 64 }) account!: string;
  @ApiProperty({ description: 'The password so far.', maxLength: 256, format: 'password' }) old!: string;
  @ApiProperty({ description: 'The password to be.', maxLength: 256, format: 'password' }) password!: string;
  @ApiProperty({ description: FACTOR_CODE, maxLength: 64, required: false }) factorCode?: string;
  @ApiProperty({
    description: 'Or, in place of factorCode, one of the passkeys of the account.',
    required: false,
  })
  passkey?: PasskeyAssertion;

  static read(bytes: Uint8Array): PasswordBody {
    const fields = readFields(bytes, {
      account: textField(1, 256),
      old: textField(1, 256),
      password: textField(1, 256),
      factorCode: optional(textField(1, 64)),
      passkey: optional(assertionField),
    });
    return Object.assign(new PasswordBody(), fields);
  }
}
