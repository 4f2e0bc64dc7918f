/** A list of invitations (CSV): from bytes to the accounts to be, and every fault that the list alone shows. */
import { ROLES, type Role } from '../access/actor.ts';
import { parseDay } from '../rules/day.ts';
import { parseRegionKey, levelOf, type RegionKey } from '../rules/region.ts';
import { parseSchoolNumber, type SchoolNumber } from '../rules/school.ts';
import { asRead } from '../rules/sheet/as-read.ts';
import { readSheet } from '../rules/sheet/read-sheet.ts';
import { SCHOOLS_PER_REPORTER } from './account.ts';
import { parseAccountName, parseMailbox, SCHOOLS } from './account-forms.ts';
import type { InvitationFault, InvitationRule } from './invitation-faults.ts';

/** Accounts of one list: all reporters of a large Land, in one go. */
const LIST_LINES = 2_000;
/** Bytes; every line may have an address and a mailbox. */
export const LIST_BYTES = 512 * 1024;
/** Faults after which reading ends: it is the wrong file. */
const FAULTS_MAX = 2_000;
const ADDRESS_LINES = 6;
const ADDRESS_LONG = 60;

/** One line, as it is to become an account. */
export interface Invited {
  readonly line: number;
  readonly name: string;
  readonly role: Role;
  readonly office: string;
  readonly region?: RegionKey;
  readonly schools: readonly SchoolNumber[];
  readonly mailbox?: string;
  readonly from?: string;
  readonly to?: string;
  readonly samePersonAs?: string;
  /** For the window of the envelope; stored nowhere. */
  readonly address: readonly string[];
}

export interface InvitationList {
  readonly invited: readonly Invited[];
  readonly faults: readonly InvitationFault[];
}

const NEEDED = [
  { name: 'name', also: ['konto', 'account'] },
  { name: 'role', also: ['rolle'] },
  { name: 'office', also: ['dienststelle'] },
] as const;
const OPTIONAL = [
  { name: 'region', also: ['kreis'] },
  { name: 'schools', also: ['school', 'schulen', 'schule', 'schulnummer'] },
  { name: 'mailbox', also: ['postfach', 'dienstpostfach'] },
  { name: 'from', also: ['von'] },
  { name: 'to', also: ['bis'] },
  { name: 'same_person_as', also: ['selbe_person_wie'] },
  { name: 'address', also: ['anschrift'] },
] as const;

/** Reads the list as `readSheet` says. Throws nothing. */
export function readInvitations(bytes: Uint8Array): InvitationList {
  const sheet = readSheet(bytes, {
    needed: NEEDED,
    optional: OPTIONAL,
    bytes: LIST_BYTES,
    lines: LIST_LINES,
  });
  const faults: InvitationFault[] = [...sheet.faults];
  const invited: Invited[] = [];
  const lineOf = new Map<string, number>();
  for (const { line, cells } of sheet.rows) {
    if (faults.length >= FAULTS_MAX) break;
    const reader = new Line(line, (column) => asRead(cells[sheet.places.get(column) ?? -1] ?? ''));
    const one = reader.invited();
    const before = lineOf.get(one.name);
    if (before !== undefined) reader.refuse('name-twice', 'name', String(before));
    else if (one.name !== '') lineOf.set(one.name, line);
    if (reader.faults.length === 0) invited.push(one);
    faults.push(...reader.faults);
  }
  return { invited, faults };
}

/** Level of the region that a role has, with its words for people. */
const REGION_OF: Readonly<Partial<Record<Role, { level: ReturnType<typeof levelOf>; about: string }>>> = {
  coordinator: { level: 'county', about: 'Kreis/county (05111)' },
  'benefit-office': { level: 'county', about: 'Kreis/county (05111)' },
  district: { level: 'district', about: 'Bezirk/district (051)' },
  state: { level: 'state', about: 'Land (05)' },
  'disclosure-officer': { level: 'state', about: 'Land (05)' },
};

/** What is wrong comes back as an empty stand-in, and `faults` says where. */
class Line {
  readonly faults: InvitationFault[] = [];

  constructor(
    private readonly line: number,
    private readonly at: (column: string) => string,
  ) {}

  refuse(rule: InvitationRule, column: string, about?: string): void {
    this.faults.push({ rule, line: this.line, column, ...(about === undefined ? {} : { about }) });
  }

  invited(): Invited {
    const name = this.read('name', parseAccountName, 'name') ?? '';
    const role = this.read('role', (text) => ROLES.find((one) => one === text), 'role') ?? 'reporter';
    const office = this.read('office', (text) => (isText(text, 120) ? text : undefined), 'office') ?? '';
    const samePersonAs = this.optional('same_person_as', parseAccountName, 'person-unknown');
    const mailbox = this.optional('mailbox', parseMailbox, 'mailbox');
    const from = this.optional('from', dayOf, 'day');
    const to = this.optional('to', dayOf, 'day');
    if (from && to && to < from) this.refuse('days-in-order', 'to');
    const region = this.region(role);
    return {
      line: this.line,
      name,
      role,
      office,
      schools: this.schools(role),
      address: this.address(),
      ...(region && { region }),
      ...(samePersonAs && { samePersonAs }),
      ...(mailbox && { mailbox }),
      ...(from && { from }),
      ...(to && { to }),
    };
  }

  private region(role: Role): RegionKey | undefined {
    const text = this.at('region');
    const wanted = REGION_OF[role];
    if (!wanted) {
      if (text !== '') this.refuse('region-not-needed', 'region');
      return undefined;
    }
    const key = parseRegionKey(text.replaceAll(' ', ''));
    if (key !== undefined && levelOf(key) === wanted.level) return key;
    this.refuse('region-needed', 'region', wanted.about);
    return undefined;
  }

  private schools(role: Role): readonly SchoolNumber[] {
    const words = this.at('schools')
      .split(/[\s,;/+]+/)
      .filter((word) => word !== '');
    if (role !== 'reporter' && role !== 'provider') {
      if (words.length > 0) this.refuse('schools-not-needed', 'schools');
      return [];
    }
    const schools = [...new Set(words.map(parseSchoolNumber).filter((one) => one !== undefined))];
    const most = role === 'reporter' ? SCHOOLS_PER_REPORTER : SCHOOLS;
    if (words.length === 0 || words.some((word) => parseSchoolNumber(word) === undefined))
      this.refuse('schools-needed', 'schools');
    else if (schools.length > most) this.refuse('schools-too-many', 'schools', String(most));
    return schools;
  }

  private address(): readonly string[] {
    const lines = this.at('address')
      .split('|')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.length <= ADDRESS_LINES && lines.every((line) => isText(line, ADDRESS_LONG))) return lines;
    this.refuse('address', 'address');
    return [];
  }

  private read<T>(
    column: string,
    parse: (text: string) => T | undefined,
    rule: InvitationRule,
  ): T | undefined {
    const value = parse(this.at(column));
    if (value === undefined) this.refuse(rule, column);
    return value;
  }

  private optional<T>(
    column: string,
    parse: (text: string) => T | undefined,
    rule: InvitationRule,
  ): T | undefined {
    return this.at(column) === '' ? undefined : this.read(column, parse, rule);
  }
}

/** Control characters, line and paragraph separators, and those that turn the direction of writing around. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const isText = (text: string, most: number): boolean =>
  text.length > 0 && text.length <= most && !CONTROL.test(text);

/** `2026-08-01` or `01.08.2026` in the first form. */
function dayOf(text: string): string | undefined {
  const german = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  return parseDay(german ? `${german[3]}-${german[2]}-${german[1]}` : text);
}
