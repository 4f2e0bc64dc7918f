/** Grants and row-level security alone: what each kind of actor sees and changes when nothing else guards the tables. */
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import {
  ACCOUNTS_OF,
  COUNTIES,
  REPORT_PERIOD,
  SOUND_CHANGE,
  SOUND_NOTICE,
  SOUND_CODE,
  SOUND_OUTCOME,
  SOUND_OUTCOME_RELEASE,
  SOUND_OUTCOME_ROW,
  SOUND_PARTICIPANT,
  SOUND_PASSKEY,
  SOUND_RELEASE,
  SOUND_REPORT,
  SOUND_ROW,
  SOUND_SESSION,
  insertion,
  settle,
  uuid,
} from './two-laender.ts';

/** Every kind of actor, as the gate would set its scope; `nobody` reads code lists and signs in. */
const ACTORS: Readonly<Record<string, { region?: string; schools?: string }>> = {
  reporter: { schools: '990001,990002' },
  provider: { schools: '990001,990002' },
  coordinator: { region: '05111' },
  'benefit-office': { region: '05111' },
  district: { region: '051' },
  state: { region: '05' },
  'disclosure-officer': { region: '05' },
  'protection-officer': {},
  auditor: {},
  admin: {},
  publisher: {},
  sequencer: {},
  retention: {},
  witness: {},
  service: {},
  mailer: {},
  nobody: {},
};
const KINDS = Object.keys(ACTORS);
const DATABASE_ROLES = [
  'kanon_app',
  'kanon_identity',
  'kanon_auditor',
  'kanon_publisher',
  'kanon_status',
  'kanon_sequencer',
  'kanon_retention',
  'kanon_witness',
] as const;
type DatabaseRole = (typeof DATABASE_ROLES)[number];

/** What names a row of each table. */
const NAMES: Readonly<Record<string, string>> = {
  report: 'tenant || school',
  report_revision: 'tenant || school',
  report_return: 'tenant || school',
  release: 'tenant',
  release_row: 'tenant || region || school_type',
  release_certificate: 'tenant',
  release_source: 'tenant',
  correction_kept: 'tenant || school',
  release_preview: 'tenant || period',
  reservation: 'tenant || region',
  release_claim: 'tenant || work',
  benefit_body: 'tenant || body',
  outcome: 'tenant || county || body',
  outcome_release: 'tenant',
  outcome_release_row: 'tenant || region || body',
  outcome_certificate: 'tenant',
  outcome_source: 'tenant',
  signing_key: 'tenant || number',
  retired_key: 'tenant || id',
  demo: 'tenant',
  access_entry: 'tenant',
  participation: 'tenant || school',
  period_school: 'tenant || school',
  participation_change: 'tenant || school',
  report_hand: 'tenant || school',
  account: 'tenant || name',
  account_school: 'tenant || school',
  account_code: 'tenant || account',
  approval: 'tenant || account',
  host_notice: 'tenant || account',
  session: 'tenant || id',
  sign_in_try: 'tenant || key',
  account_totp: 'tenant || account',
  passkey: 'tenant || account',
  recovery_code: 'tenant || account',
  factor_tries: 'tenant || account',
  used_challenge: 'tenant',
  account_link: 'tenant || subject',
  program: 'tenant || account',
  program_key: 'tenant || kid',
  used_proof: 'tenant',
  device_grant: 'tenant',
  outbox: 'tenant || id',
  reminder: 'tenant || account',
  draft_key: 'tenant || account',
  period: 'tenant || key',
  school: 'tenant || number',
  region: 'tenant || key',
  school_succession: 'tenant || school',
  region_succession: 'tenant || region',
  tenant: 'tenant',
  policy: 'tenant || number',
  log_tree: 'tenant',
  log_pending: 'tenant',
  log_node: 'tenant',
  log_checkpoint: 'tenant',
  log_reopening: 'tenant',
  log_hold: 'tenant',
  log_hold_word: 'tenant',
  log_cosignature: 'tenant',
  log_disagreement: 'tenant',
  log_stray: 'tenant',
};
const TABLES = Object.keys(NAMES);
const DISTRICT_ROWS = ['0505', '05051', '0505111', '0505112', '05051Gymnasium'];

type Seen = number | 'refused';
/** Whoever has an account, and nobody of the system. */
const OWN = Object.fromEntries(ACCOUNTS_OF.map((role) => [role, 1]));
/** Rows by kind of actor; `rest` for those not named. */
type Row = 'refused' | (Partial<Record<string, Seen>> & { rest: Seen });

/**
 * How many rows a SELECT shows, by hand. Land 05 has 4 reports, 2 releases, 7 released rows, 59 regions, 11 accounts, 2 policies,
 * and one school and one county that another took over from; who did is as public as the lists.
 * Of the accounts two are reporters' of county 05111; the first has a code and a session.
 * District 051 sees itself, its counties, its school type and the state row. Schools 990001 and 990004 had a report sent back.
 */
const REFERENCE = {
  tenant: { rest: 1 },
  policy: { rest: 2 },
  period: { rest: 2 },
  school: { rest: 4 },
  region: { rest: 59 },
  school_succession: { rest: 1 },
  region_succession: { rest: 1 },
} as const;
const SEES: Readonly<Record<DatabaseRole, Partial<Record<string, Row>>>> = {
  kanon_app: {
    ...REFERENCE,
    report: { reporter: 2, provider: 2, rest: 0 },
    report_revision: { reporter: 2, provider: 2, rest: 0 },
    participation: { admin: 2, coordinator: 1, rest: 0 },
    period_school: { admin: 4, coordinator: 2, reporter: 2, provider: 2, rest: 0 },
    participation_change: { admin: 1, coordinator: 1, rest: 0 },
    release: { reporter: 2, coordinator: 2, district: 2, state: 2, 'disclosure-officer': 2, rest: 0 },
    // Own county, district and state; no other county of the district, and no school type.
    release_row: { reporter: 3, coordinator: 3, district: 5, state: 7, 'disclosure-officer': 7, rest: 0 },
    report_return: { reporter: 1, provider: 1, rest: 0 },
    release_certificate: {
      district: 1,
      state: 1,
      'disclosure-officer': 1,
      'protection-officer': 1,
      auditor: 1,
      rest: 0,
    },
    // An office its own bodies; of two of the county one is.
    benefit_body: { 'benefit-office': 1, rest: 0 },
    outcome: { 'benefit-office': 1, rest: 0 },
    outcome_release: { coordinator: 2, district: 2, state: 2, 'disclosure-officer': 2, rest: 0 },
    // Own county, district and state, none by body.
    outcome_release_row: { coordinator: 3, district: 5, state: 5, 'disclosure-officer': 5, rest: 0 },
    outcome_certificate: {
      district: 1,
      state: 1,
      'disclosure-officer': 1,
      'protection-officer': 1,
      auditor: 1,
      rest: 0,
    },
    correction_kept: { 'disclosure-officer': 1, rest: 0 },
    release_preview: { 'disclosure-officer': 1, rest: 0 },
    // Public among those who are signed in.
    reservation: { nobody: 0, rest: 1 },
    // Whether the schools are invented, everybody may know.
    demo: { rest: 1 },
  },
  // Of a school its number and region, of a region its key, which are public.
  kanon_identity: {
    // By name where somebody signs in; afterwards one's own, and those whom one looks after.
    account: { ...OWN, nobody: 11, admin: 11, coordinator: 3, rest: 0 },
    account_school: { nobody: 2, admin: 2, coordinator: 2, reporter: 1, rest: 0 },
    benefit_body: { admin: 1, rest: 0 },
    account_code: { nobody: 1, admin: 1, coordinator: 1, reporter: 1, rest: 0 },
    session: { nobody: 1, admin: 1, coordinator: 1, reporter: 1, rest: 0 },
    // Of one account's code; whoever hands out a new one lets it be forgotten.
    sign_in_try: { nobody: 1, admin: 1, coordinator: 1, rest: 0 },
    region: { rest: 59 },
    // Of whom one looks after, so that lost ones can be taken away; a secret is sealed.
    account_totp: { nobody: 1, admin: 1, coordinator: 1, reporter: 1, rest: 0 },
    passkey: { nobody: 1, admin: 1, coordinator: 1, reporter: 1, rest: 0 },
    recovery_code: { nobody: 1, admin: 1, coordinator: 1, reporter: 1, rest: 0 },
    factor_tries: { nobody: 1, reporter: 1, rest: 0 },
    used_challenge: { rest: 1 },
    // Whoever shows a token has no role yet.
    account_link: { nobody: 1, reporter: 1, rest: 0 },
    program: { nobody: 1, admin: 1, rest: 0 },
    program_key: { nobody: 1, admin: 1, rest: 0 },
    used_proof: { nobody: 1, rest: 0 },
    // By the code that the device shows.
    device_grant: { rest: 1 },
    draft_key: { reporter: 1, rest: 0 },
    // Sealed; nobody reads one but what sends it.
    outbox: { mailer: 1, rest: 0 },
    demo: { rest: 1 },
    approval: { admin: 1, rest: 0 },
    host_notice: { admin: 1, auditor: 1, 'protection-officer': 1, rest: 0 },
    school: { rest: 4 },
    // The host's administrator, who has no account, sees and writes both for all.
    signing_key: { service: 1, rest: 0 },
    retired_key: { service: 1, rest: 0 },
    log_hold: { 'protection-officer': 1, auditor: 1, rest: 0 },
    log_hold_word: { 'protection-officer': 1, auditor: 1, rest: 0 },
  },
  kanon_auditor: {
    access_entry: { auditor: 1, rest: 0 },
    log_tree: { auditor: 1, rest: 0 },
    log_node: { auditor: 1, rest: 0 },
    log_checkpoint: { auditor: 1, rest: 0 },
    log_cosignature: { auditor: 1, rest: 0 },
    log_disagreement: { auditor: 1, rest: 0 },
    // How long a bundle may be kept depends on it.
    log_hold: { auditor: 1, rest: 0 },
    log_hold_word: { auditor: 1, rest: 0 },
  },
  kanon_publisher: {
    ...REFERENCE,
    report: { publisher: 4, rest: 0 },
    report_return: { publisher: 2, rest: 0 },
    release: { publisher: 2, rest: 0 },
    release_row: { publisher: 7, rest: 0 },
    release_source: { publisher: 1, rest: 0 },
    // Within the act that publishes.
    outcome: { 'disclosure-officer': 3, rest: 0 },
    outcome_release: { 'disclosure-officer': 2, rest: 0 },
    outcome_source: { 'disclosure-officer': 1, rest: 0 },
    correction_kept: { publisher: 1, rest: 0 },
    reservation: { publisher: 1, rest: 0 },
    release_preview: { publisher: 1, rest: 0 },
    release_claim: { publisher: 1, rest: 0 },
    // Whose an account is and its role, and who had a report in hand; not who might have.
    account: { publisher: 11, rest: 0 },
    report_hand: { publisher: 1, rest: 0 },
    period_school: { publisher: 4, rest: 0 },
  },
  // That there is a report, and which revision; its counts are a test of their own.
  kanon_status: {
    ...REFERENCE,
    report: { coordinator: 2, district: 3, state: 4, 'disclosure-officer': 4, rest: 0 },
    report_return: { coordinator: 1, district: 1, state: 2, 'disclosure-officer': 2, rest: 0 },
    period_school: { coordinator: 4, district: 4, state: 4, 'disclosure-officer': 4, rest: 0 },
    outcome: { coordinator: 2, district: 3, state: 3, 'disclosure-officer': 3, rest: 0 },
  },
  // Commitments and hashes; of the entries themselves which there are, and what commits to them.
  kanon_sequencer: {
    access_entry: { sequencer: 1, rest: 0 },
    log_stray: { sequencer: 1, rest: 0 },
    log_tree: { sequencer: 1, rest: 0 },
    log_pending: { sequencer: 1, rest: 0 },
    log_node: { sequencer: 1, rest: 0 },
    log_checkpoint: { sequencer: 1, rest: 0 },
    log_reopening: { sequencer: 1, rest: 0 },
    log_cosignature: { sequencer: 1, rest: 0 },
  },
  // That there is an old entry, and when it was; not what it says.
  kanon_retention: {
    access_entry: { retention: 1, rest: 0 },
    log_node: { retention: 1, rest: 0 },
    log_hold: { retention: 1, rest: 0 },
    log_hold_word: { retention: 1, rest: 0 },
  },
  // Hashes and signatures; which columns is a test of its own.
  kanon_witness: {
    log_tree: { witness: 1, rest: 0 },
    log_node: { witness: 1, rest: 0 },
    log_checkpoint: { witness: 1, rest: 0 },
    log_cosignature: { witness: 1, rest: 0 },
    log_disagreement: { witness: 1, rest: 0 },
  },
};

/** How many rows an UPDATE of everything reaches. */
const UPDATES: Readonly<Record<DatabaseRole, Partial<Record<string, Row>>>> = {
  kanon_app: {
    report: { reporter: 2, provider: 2, rest: 0 },
    outcome: { 'benefit-office': 1, rest: 0 },
    participation: { admin: 2, coordinator: 1, rest: 0 },
    period: { 'disclosure-officer': 2, rest: 0 },
    reservation: { district: 1, state: 1, rest: 0 },
    school: { admin: 4, rest: 0 },
    region: { admin: 59, rest: 0 },
    school_succession: { admin: 1, rest: 0 },
    region_succession: { admin: 1, rest: 0 },
    demo: { admin: 1, rest: 0 },
  },
  // What of them, are tests of their own.
  kanon_identity: {
    account: { ...OWN, admin: 11, coordinator: 3, rest: 0 },
    account_code: { nobody: 1, admin: 1, coordinator: 1, rest: 0 },
    session: { nobody: 1, admin: 1, coordinator: 1, reporter: 1, rest: 0 },
    sign_in_try: { nobody: 1, admin: 1, coordinator: 1, rest: 0 },
    account_totp: { nobody: 1, reporter: 1, rest: 0 },
    passkey: { nobody: 1, reporter: 1, rest: 0 },
    factor_tries: { nobody: 1, reporter: 1, rest: 0 },
    device_grant: { nobody: 1, rest: 'refused' },
    outbox: { mailer: 1, rest: 0 },
    approval: { admin: 1, rest: 0 },
  },
  kanon_auditor: {},
  kanon_publisher: {
    period: { publisher: 2, rest: 0 },
    release_preview: { publisher: 1, rest: 0 },
    release_claim: { publisher: 1, rest: 0 },
  },
  kanon_status: {},
  kanon_sequencer: { log_tree: { sequencer: 1, rest: 0 } },
  kanon_retention: {},
  kanon_witness: {},
};

/** How many rows a DELETE of everything reaches: what waits for its number is taken away by who numbers it, a claim let go. */
const DELETES: Partial<Record<DatabaseRole, Partial<Record<string, Row>>>> = {
  // An old preview goes before a new one is asked for.
  kanon_app: {
    release_preview: { 'disclosure-officer': 1, rest: 0 },
    // Unanswered, by the county that stated it.
    reservation: { coordinator: 1, rest: 0 },
  },
  // Other schools take the place of those so far; a code goes when it is used, or its account is closed.
  kanon_identity: {
    account_school: { admin: 2, coordinator: 2, rest: 0 },
    benefit_body: { admin: 1, rest: 0 },
    account_code: { admin: 1, coordinator: 1, reporter: 1, rest: 0 },
    sign_in_try: { nobody: 1, rest: 0 },
    // Those that were over a month ago.
    session: { rest: 0 },
    account_totp: { admin: 1, coordinator: 1, reporter: 1, rest: 0 },
    passkey: { admin: 1, coordinator: 1, reporter: 1, rest: 0 },
    // One is used up by signing in.
    recovery_code: { nobody: 1, admin: 1, coordinator: 1, reporter: 1, rest: 0 },
    used_challenge: { rest: 1 },
    account_link: { reporter: 1, rest: 0 },
    draft_key: { reporter: 1, rest: 0 },
    program_key: { admin: 1, rest: 0 },
    // What still counts stays.
    used_proof: { nobody: 1, rest: 0 },
    device_grant: { rest: 0 },
    outbox: { rest: 0 },
    // Young ones stay.
    approval: { rest: 0 },
    host_notice: { rest: 0 },
  },
  kanon_publisher: { release_claim: { publisher: 1, rest: 0 } },
  kanon_sequencer: { log_pending: { sequencer: 1, rest: 0 } },
  kanon_retention: { access_entry: { retention: 1, rest: 0 } },
};

/** How many rows an INSERT of one sound row of Land 05 adds. */
const EVERYBODY_SIGNS = { access_entry: { rest: 1 } } as const;
const INSERTS: Readonly<Record<DatabaseRole, Partial<Record<string, Row>>>> = {
  kanon_app: {
    ...EVERYBODY_SIGNS,
    report: { reporter: 1, provider: 1, rest: 'refused' },
    report_revision: { reporter: 1, provider: 1, rest: 'refused' },
    report_hand: { reporter: 1, provider: 1, rest: 'refused' },
    outcome: { 'benefit-office': 1, rest: 'refused' },
    participation: { admin: 1, coordinator: 1, rest: 'refused' },
    release_preview: { 'disclosure-officer': 1, rest: 'refused' },
    reservation: { coordinator: 1, rest: 'refused' },
    period: { admin: 1, rest: 'refused' },
    school: { admin: 1, rest: 'refused' },
    region: { admin: 1, rest: 'refused' },
    school_succession: { admin: 1, rest: 'refused' },
    region_succession: { admin: 1, rest: 'refused' },
    demo: { admin: 1, rest: 'refused' },
  },
  kanon_identity: {
    ...EVERYBODY_SIGNS,
    account: { admin: 1, rest: 'refused' },
    account_school: { admin: 1, coordinator: 1, rest: 'refused' },
    benefit_body: { admin: 1, rest: 'refused' },
    account_code: { admin: 1, coordinator: 1, rest: 'refused' },
    session: { nobody: 1, reporter: 1, rest: 'refused' },
    sign_in_try: { nobody: 1, rest: 'refused' },
    // Nobody sets up a factor of somebody else.
    account_totp: { admin: 1, rest: 'refused' },
    passkey: { reporter: 1, rest: 'refused' },
    recovery_code: { reporter: 1, rest: 'refused' },
    factor_tries: { nobody: 1, admin: 1, rest: 'refused' },
    used_challenge: { rest: 1 },
    draft_key: { provider: 1, rest: 'refused' },
    // Nobody links an account of somebody else.
    account_link: { reporter: 1, rest: 'refused' },
    program: { admin: 1, rest: 'refused' },
    program_key: { admin: 1, rest: 'refused' },
    used_proof: { nobody: 1, rest: 'refused' },
    device_grant: { nobody: 1, rest: 'refused' },
    // Whatever somebody does may be told by mail.
    outbox: { rest: 1 },
    approval: { admin: 1, rest: 'refused' },
    // The host alone puts one, and has no account.
    host_notice: { rest: 'refused' },
    log_reopening: { admin: 1, rest: 'refused' },
    log_hold: { 'protection-officer': 1, rest: 'refused' },
    signing_key: { service: 1, rest: 'refused' },
    // Each under their own role.
    log_hold_word: { auditor: 1, rest: 'refused' },
  },
  kanon_auditor: EVERYBODY_SIGNS,
  kanon_publisher: {
    ...EVERYBODY_SIGNS,
    release: { publisher: 1, rest: 'refused' },
    release_row: { publisher: 1, rest: 'refused' },
    release_certificate: { publisher: 1, rest: 'refused' },
    release_source: { publisher: 1, rest: 'refused' },
    outcome_release: { 'disclosure-officer': 1, rest: 'refused' },
    outcome_release_row: { 'disclosure-officer': 1, rest: 'refused' },
    outcome_certificate: { 'disclosure-officer': 1, rest: 'refused' },
    outcome_source: { 'disclosure-officer': 1, rest: 'refused' },
    correction_kept: { publisher: 1, rest: 'refused' },
    release_preview: { publisher: 1, rest: 'refused' },
    release_claim: { publisher: 1, rest: 'refused' },
  },
  kanon_status: { ...EVERYBODY_SIGNS, report_return: { coordinator: 1, rest: 'refused' } },
  kanon_sequencer: {
    log_stray: { sequencer: 1, rest: 'refused' },
    log_tree: { sequencer: 1, rest: 'refused' },
    log_node: { sequencer: 1, rest: 'refused' },
    log_checkpoint: { sequencer: 1, rest: 'refused' },
  },
  kanon_retention: EVERYBODY_SIGNS,
  kanon_witness: {
    log_cosignature: { witness: 1, rest: 'refused' },
    log_disagreement: { witness: 1, rest: 'refused' },
  },
};

const SET: Readonly<Record<string, string>> = {
  report: 'reported_at = now()',
  report_revision: 'reported_at = now()',
  report_return: `reason = 'TEST_REPORT'`,
  release: 'hidden_cells = 1',
  release_row: 'position = 7',
  release_certificate: `certificate = 'other'`,
  release_source: `reports = '[]'`,
  correction_kept: `school = '990001'`,
  reservation: `answer = 'NOTED', answered_at = now(), answered_by = '${uuid(100)}'`,
  release_preview: `failure = 'other', done_at = now()`,
  release_claim: 'until = now()',
  benefit_body: `body = 'BKGG'`,
  outcome: 'reported_at = now()',
  outcome_release: 'version = 7',
  outcome_release_row: 'position = 7',
  outcome_certificate: `certificate = 'other'`,
  outcome_source: `outcomes = '[1]'`,
  signing_key: `jwk = '{}'`,
  retired_key: 'retired_at = now()',
  demo: 'done_at = now()',
  access_entry: `decision = 'failed'`,
  participation: `kind = 'OTHER'`,
  period_school: `kind = 'OTHER'`,
  participation_change: `reason = 'LIST_WRONG'`,
  report_hand: `school = '990001'`,
  account: 'epoch = epoch + 1',
  account_school: `school = '990001'`,
  account_code: 'wrong_tries = wrong_tries + 1',
  session: 'ended_at = now()',
  sign_in_try: `tries = '{}'`,
  account_totp: 'last_step = last_step + 1',
  passkey: 'used_at = now()',
  recovery_code: `hash = sha256(hash)`,
  factor_tries: 'tries = tries + 1',
  used_challenge: 'ends_at = now()',
  account_link: `subject = 'other'`,
  program: 'made_at = now()',
  program_key: 'made_at = now()',
  used_proof: 'ends_at = now()',
  device_grant: 'polled_at = now()',
  outbox: 'due_at = now()',
  reminder: 'told_at = now()',
  draft_key: 'made_at = now()',
  approval: `state = 'refused'`,
  host_notice: `reason = 'Etwas ganz anderes'`,
  period: 'release_failure = NULL',
  school: `name = 'Umbenannt'`,
  region: `name = 'Umbenannt'`,
  school_succession: 'withdrawn = true',
  region_succession: 'withdrawn = true',
  tenant: `name = 'Umbenannt'`,
  policy: 'k = 9',
  log_tree: 'size = size + 1',
  log_pending: 'leaf = sha256(leaf)',
  log_node: 'hash = sha256(hash)',
  log_checkpoint: `note = 'other'`,
  log_reopening: 'person = account',
  log_hold: 'keep_until = now()',
  log_hold_word: `word = 'lift'`,
  log_cosignature: 'seen_at = now()',
  log_disagreement: `note = 'other'`,
  log_stray: 'at = now()',
};

const HASH = Buffer.alloc(32, 7);
const LINE = '— first AAAAAAA=\n';
const IN_A_MONTH = new Date(Date.now() + 30 * 86_400_000).toISOString();
/** Of the same county as the first, without a code. */
const SECOND_REPORTER = uuid(120);
const HELD = {
  account: uuid(100),
  person: uuid(200),
  first: '2025-01-01',
  before: '2025-02-01',
  keep_until: IN_A_MONTH,
};
/** The hold that each Land has. */
const HOLD = uuid(300);
const SAID = { hold: HOLD, word: 'lift', role: 'auditor', account: uuid(101), person: uuid(201) };

/** One sound row of a table, in a Land. School 990002 is a reporter's own and has no such row in period 2026-Q2. */
const soundRow = (table: string, tenant: '05' | '09', school = '990002'): Record<string, unknown> =>
  ({
    report: { tenant, period: '2026-Q2', school, ...SOUND_REPORT },
    report_revision: { tenant, period: '2026-Q2', school, number: 1, reported_at: '2026-02-01' },
    report_return: {
      tenant,
      period: '2026-Q2',
      school,
      revision_number: 1,
      reason: 'SCHOOL_ASKED',
      returned_by: uuid(101),
    },
    participation: { tenant, school, valid_from: '2020-01-01', kind: 'OTHER' },
    period_school: { tenant, period: '2026-Q2', school, region: '05111', ...SOUND_PARTICIPANT },
    participation_change: { tenant, period: REPORT_PERIOD, school, ...SOUND_CHANGE },
    report_hand: { tenant, period: '2026-Q2', school, account: uuid(100) },
    release_certificate: { tenant, release: uuid(50), certificate: 'erfunden' },
    release_source: { tenant, release: uuid(50), schools: '[]', reports: '[]' },
    correction_kept: { tenant, period: REPORT_PERIOD, version: 9, school: '990001' },
    reservation: { tenant, period: REPORT_PERIOD, region: '05111', code: 'EFFORT', stated_by: uuid(100) },
    release_preview: { tenant, period: '2026-Q2' },
    benefit_body: { tenant, account: accountOf('benefit-office'), county: COUNTIES[tenant][1], body: 'BKGG' },
    outcome: { tenant, period: '2026-Q2', county: COUNTIES[tenant][1], body: 'SGB2', ...SOUND_OUTCOME },
    outcome_release: { tenant, id: uuid(55), period: '2026-Q2', ...SOUND_OUTCOME_RELEASE },
    outcome_release_row: { tenant, release: uuid(50), region: tenant, ...SOUND_OUTCOME_ROW },
    outcome_certificate: { tenant, release: uuid(50), certificate: 'erfunden' },
    outcome_source: { tenant, release: uuid(50), outcomes: '[]' },
    release_claim: { tenant, work: 'other', holder: uuid(61), until: '2026-02-01' },
    signing_key: { tenant, purpose: 'tokens', number: 2, id: 'K'.repeat(43), jwk: '{}' },
    retired_key: { tenant, purpose: 'tokens', id: 'L'.repeat(43) },
    demo: { tenant, begun_on: '2026-02-01' },
    release: { tenant, id: uuid(55), period: REPORT_PERIOD, ...SOUND_RELEASE },
    release_row: {
      tenant,
      release: uuid(Number(tenant)),
      region: tenant === '05' ? '055' : '091',
      school_type: 'X',
      ...SOUND_ROW,
    },
    access_entry: {
      tenant,
      id: uuid(56),
      at: '2026-02-01',
      action: 'report.read',
      decision: 'allowed',
      leaf_key: HASH,
      leaf: HASH,
    },
    log_tree: { tenant, number: 2, origin: 'other', verifier_key: 'other', size: 0, root: HASH },
    log_pending: { tenant, entry: uuid(59), at: '2026-02-01', leaf: HASH },
    log_stray: { tenant, entry: uuid(59), at: '2026-02-01', leaf: HASH },
    log_node: { tenant, tree: 1, level: 0, index: 1, hash: HASH, entry: uuid(59) },
    log_checkpoint: { tenant, tree: 1, size: 2, note: 'erfunden' },
    log_reopening: { tenant, account: uuid(100), person: uuid(200) },
    log_hold: { tenant, ...HELD },
    log_hold_word: { tenant, ...SAID },
    log_cosignature: { tenant, tree: 1, size: 1, witness: 'second', line: LINE, seen_at: '2026-02-01' },
    log_disagreement: { tenant, tree: 1, witness: 'second', note: 'erfunden' },
    // Of a privileged role a second person would have to approve of it.
    account: { tenant, id: uuid(57), name: 'neu', person: uuid(58), office: 'Amt', role: 'provider' },
    approval: { tenant, what: 'reset', account: uuid(107), role: 'auditor', person: uuid(207) },
    host_notice: { tenant, account: uuid(107), ...SOUND_NOTICE },
    account_school: { tenant, account: uuid(100), school },
    account_code: { tenant, account: SECOND_REPORTER, ...SOUND_CODE, ends_at: IN_A_MONTH },
    session: { tenant, id: uuid(401), account: uuid(100), ...SOUND_SESSION, ends_at: IN_A_MONTH },
    sign_in_try: { tenant, key: Buffer.alloc(32, 8), tries: '{}', ends_at: IN_A_MONTH },
    account_totp: { tenant, account: accountOf('admin'), pending: HASH, pending_at: '2026-02-01' },
    passkey: { tenant, account: uuid(100), ...SOUND_PASSKEY, credential: HASH },
    recovery_code: { tenant, account: uuid(100), hash: HASH },
    factor_tries: { tenant, account: accountOf('admin'), tries: 1 },
    used_challenge: { tenant, hash: HASH, ends_at: IN_A_MONTH },
    program: { tenant, account: uuid(107), owner: uuid(108) },
    program_key: { tenant, account: uuid(101), kid: 'B'.repeat(43), place: 2, jwk: '{}' },
    used_proof: { tenant, hash: HASH, ends_at: IN_A_MONTH },
    reminder: { tenant, account: accountOf('provider'), period: REPORT_PERIOD, kind: 'opened' },
    draft_key: { tenant, account: accountOf('provider'), sealed: Buffer.alloc(60, 8) },
    outbox: { tenant, id: uuid(421), account: uuid(100), sealed: HASH },
    device_grant: { tenant, device: HASH, code: HASH, ends_at: new Date(Date.now() + 600_000).toISOString() },
    account_link: { tenant, account: uuid(100), issuer: 'https://other.example', subject: 'neu' },
    period: {
      tenant,
      key: '2026-Q3',
      scheme: 'but-counselling/1',
      policy: 1,
      k: 5,
      opens_on: '2026-07-01',
      closes_on: '2026-12-01',
    },
    school: {
      tenant,
      number: '990099',
      name: 'Neu',
      type: 'X',
      region: tenant === '05' ? '05111' : '09162',
      valid_from: '2026-01-01',
    },
    region: { tenant, key: `${tenant}6`, name: 'Neu', kind: 'X', parent: tenant, valid_from: '2026-01-01' },
    // The other way round than the rows that are there.
    school_succession: { tenant, school: '990001', successor: tenant === '05' ? '990002' : '990009' },
    region_succession: { tenant, region: COUNTIES[tenant][1], successor: COUNTIES[tenant][0] },
    tenant: { tenant: '03', name: 'Neu' },
    policy: { tenant, number: 9, k: 5, minimum_schools: 3, pooling_weight: 3, width: 4 },
  })[table]!;

/** Empty where the actor has none. */
function accountOf(kind: string): string {
  const at = (ACCOUNTS_OF as readonly string[]).indexOf(kind);
  return at < 0 ? '' : uuid(100 + at);
}

const expected = (row: Row | undefined, kind: string): Seen =>
  row === undefined || row === 'refused' ? 'refused' : (row[kind] ?? row.rest);

const isRefusal = (error: unknown): boolean => (error as { code?: string }).code === '42501';

describe('row-level security and grants', () => {
  let database: FreshDatabase;
  let service: pg.Client;
  let owner: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await settle(owner);
    for (const tenant of ['05', '09'])
      await owner.query(
        `INSERT INTO period (tenant, key, scheme, policy, k, opens_on, closes_on)
         VALUES ($1, '2026-Q2', 'but-counselling/1', 1, 5, '2020-01-01', '2090-01-01')`,
        [tenant],
      );
    for (const tenant of ['05', '09'])
      for (const [table, row] of [
        [
          'account',
          { id: SECOND_REPORTER, name: 'zweites', person: uuid(220), office: 'Amt', role: 'reporter' },
        ],
        ['account_school', { account: SECOND_REPORTER, school: '990001' }],
      ] as const)
        await owner.query(insertion(table, { tenant, ...row }));
    // A second version, whose certificate is still to come.
    for (const tenant of ['05', '09'])
      await owner.query(
        insertion('release', { tenant, id: uuid(50), period: REPORT_PERIOD, ...SOUND_RELEASE, version: 9 }),
      );
    for (const tenant of ['05', '09'])
      await owner.query(
        insertion('outcome_release', {
          tenant,
          id: uuid(50),
          period: REPORT_PERIOD,
          ...SOUND_OUTCOME_RELEASE,
        }),
      );
    for (const tenant of ['05', '09'])
      for (const [table, row] of Object.entries({
        demo: { begun_on: '2026-01-01' },
        log_tree: { number: 1, origin: 'log', verifier_key: 'erfunden', size: 1, root: HASH },
        log_node: { tree: 1, level: 0, index: 0, hash: HASH, entry: uuid(60) },
        log_checkpoint: { tree: 1, size: 1, note: 'erfunden' },
        log_reopening: { account: uuid(100), person: uuid(200) },
        log_hold: { id: HOLD, ...HELD },
        log_hold_word: SAID,
        log_cosignature: { tree: 1, size: 1, witness: 'first', line: LINE, seen_at: '2026-02-01' },
        log_disagreement: { tree: 1, witness: 'first', note: 'erfunden' },
        release_claim: { work: 'protect', holder: uuid(61), until: '2026-02-01' },
        sign_in_try: { key: HASH, account: HASH, tries: '{}', ends_at: '2026-02-01' },
        signing_key: { purpose: 'tokens', number: 1, id: 'K'.repeat(43), jwk: '{}' },
        retired_key: { purpose: 'tokens', id: 'K'.repeat(43) },
        log_stray: { entry: uuid(58), at: '2026-02-01', leaf: HASH },
      }))
        await owner.query(insertion(table, { tenant, ...row }));
    service = new pg.Client({ connectionString: database.serviceUrl });
    await service.connect();
  });
  afterAll(async () => {
    await service.end();
    await owner.end();
    await database.drop();
  });

  /** One statement as the gate would run it, rolled back again; its rows or how many it changed. */
  async function as(role: DatabaseRole, kind: string, statement: string | pg.QueryConfig, tenant = '05') {
    const scope = ACTORS[kind] ?? {};
    const region = tenant === '05' ? scope.region : scope.region?.replace(/^05/, tenant);
    const settings = {
      role,
      'kanon.tenant': tenant,
      'kanon.role': kind === 'nobody' ? '' : kind,
      'kanon.region': region ?? '',
      'kanon.schools': scope.schools ?? '',
      'kanon.account': accountOf(kind),
    };
    const calls = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true)`);
    await service.query(`BEGIN; SELECT ${calls.join(', ')}`);
    try {
      const result = await service.query(statement);
      return { rows: result.rows as { name: string }[], count: result.rowCount ?? 0 };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return 'refused' as const;
    } finally {
      await service.query('ROLLBACK');
    }
  }
  const count = async (...asked: Parameters<typeof as>): Promise<Seen> => {
    const outcome = await as(...asked);
    return outcome === 'refused' ? outcome : outcome.count;
  };

  /** What every kind of actor meets at every table, beside what it should. */
  async function compare(
    role: DatabaseRole,
    table: Partial<Record<string, Row>>,
    statement: (name: string) => string | pg.QueryConfig,
  ): Promise<void> {
    const met: Record<string, Seen> = {};
    const wanted: Record<string, Seen> = {};
    for (const name of TABLES)
      for (const kind of KINDS) {
        met[`${kind} ${name}`] = await count(role, kind, statement(name));
        wanted[`${kind} ${name}`] = expected(table[name], kind);
      }
    expect(met).toEqual(wanted);
  }

  describe.each(DATABASE_ROLES)('as %s', (role) => {
    const periods = (row: Partial<Record<string, Row>>): Partial<Record<string, Row>> =>
      // One more period was opened above, for the rows that are put in.
      row['period'] ? { ...row, period: more(row['period'] as Exclude<Row, 'refused'>) } : row;
    const more = (row: Exclude<Row, 'refused'>): Row =>
      Object.fromEntries(
        Object.entries(row).map(([kind, seen]) => [
          kind,
          typeof seen === 'number' && seen > 0 ? seen + 1 : seen,
        ]),
      ) as Row;

    test('each kind of actor sees exactly the rows that are its own', async () => {
      await compare(role, periods(SEES[role]), (name) => `SELECT FROM ${name}`);
    });

    test('each kind of actor may add exactly what it has to, and only here', async () => {
      await compare(role, INSERTS[role], (name) => insertion(name, soundRow(name, '05')));
    });

    test('each kind of actor changes exactly what it has to', async () => {
      await compare(role, periods(UPDATES[role]), (name) => `UPDATE ${name} SET ${SET[name]}`);
    });

    test('nobody empties anything, or deletes more than it has to', async () => {
      await compare(role, DELETES[role] ?? {}, (name) => `DELETE FROM ${name}`);
      await compare(role, {}, (name) => `TRUNCATE ${name} CASCADE`);
    });

    test('nothing of another Land can be seen, added or moved', async () => {
      const leaks: string[] = [];
      for (const kind of KINDS)
        for (const name of TABLES) {
          const seen = await as(role, kind, `SELECT ${NAMES[name]} AS name FROM ${name}`);
          const others = seen === 'refused' ? [] : seen.rows.filter((row) => !row.name.startsWith('05'));
          if (others.length > 0) leaks.push(`${kind} sees ${name} of another Land`);
          if ((await count(role, kind, insertion(name, soundRow(name, '09')))) !== 'refused')
            leaks.push(`${kind} adds ${name} to another Land`);
          const moved = await count(role, kind, `UPDATE ${name} SET tenant = '09'`);
          if (moved !== 'refused' && moved > 0) leaks.push(`${kind} moves ${name} to another Land`);
        }
      expect(leaks).toEqual([]);
    });

    test('without settings nobody sees or changes anything', async () => {
      await service.query(`BEGIN; SELECT set_config('role', '${role}', true)`);
      try {
        for (const name of TABLES)
          for (const statement of [`SELECT FROM ${name}`, `UPDATE ${name} SET ${SET[name]}`]) {
            await service.query('SAVEPOINT try');
            const rows = await service.query(statement).then(
              (result) => result.rowCount,
              (error: unknown) => (isRefusal(error) ? 'refused' : String(error)),
            );
            await service.query('ROLLBACK TO try');
            expect([name, [0, 'refused'].includes(rows as number)]).toEqual([name, true]);
          }
      } finally {
        await service.query('ROLLBACK');
      }
    });

    test('no role but its own can be taken from it for more', async () => {
      for (const wanted of ['kanon_owner', 'postgres', 'pg_read_all_data'])
        expect(await as(role, 'admin', `SET ROLE ${wanted}`)).toBe('refused');
    });
  });

  const names = async (...asked: Parameters<typeof as>): Promise<string[]> => {
    const outcome = await as(...asked);
    return outcome === 'refused' ? ['refused'] : outcome.rows.map((row) => row.name).sort();
  };

  test('a witness sees hashes and signatures, and not even the id of an entry', async () => {
    for (const column of ['hash', 'index'])
      expect(await as('kanon_witness', 'witness', `SELECT ${column} FROM log_node`)).not.toBe('refused');
    for (const [table, column] of [
      ['log_node', 'entry'],
      ['log_tree', 'link'],
      ['access_entry', 'id'],
    ])
      expect(await as('kanon_witness', 'witness', `SELECT ${column} FROM ${table}`)).toBe('refused');
  });

  test('a reporter sees its own schools only, and another Land with the same number is another school', async () => {
    const text = `SELECT ${NAMES['report']} AS name FROM report`;
    expect(await names('kanon_app', 'reporter', text)).toEqual(['05990001', '05990002']);
    expect(await names('kanon_app', 'reporter', text, '09')).toEqual(['09990001']);
  });

  test('a reporter cannot put a report for another school, nor turn its own into one', async () => {
    const other = insertion('report', soundRow('report', '05', '990003'));
    expect(await as('kanon_app', 'reporter', other)).toBe('refused');
    expect(
      await as('kanon_app', 'reporter', `UPDATE report SET school = '990003' WHERE school = '990001'`),
    ).toBe('refused');
    expect(await as('kanon_app', 'reporter', `UPDATE report SET period = '2026-Q2'`)).toBe('refused');
  });

  test('a district sees its own rows, those of its counties and the state row; not its sister', async () => {
    const text = `SELECT ${NAMES['release_row']} AS name FROM release_row`;
    expect(await names('kanon_app', 'district', text)).toEqual(DISTRICT_ROWS);
    expect(await names('kanon_app', 'state', text)).toEqual(DISTRICT_ROWS.concat('05053', '0505315'));
    expect(await names('kanon_app', 'district', text, '09')).toEqual(['0909', '09091', '0909162']);
  });

  test('a reporter and a coordinator see the rows around their county, and none beside it or by school type', async () => {
    const text = `SELECT ${NAMES['release_row']} AS name FROM release_row`;
    for (const kind of ['reporter', 'coordinator'])
      expect([kind, await names('kanon_app', kind, text)]).toEqual([kind, ['0505', '05051', '0505111']]);
    const seen = (settings: Record<string, string>) =>
      countWith({ 'kanon.tenant': '05', ...settings }, 'SELECT FROM release_row');
    expect(await seen({ 'kanon.role': 'reporter', 'kanon.schools': '' })).toBe(0);
    expect(await seen({ 'kanon.role': 'reporter', 'kanon.schools': '990009' })).toBe(0);
    expect(await seen({ 'kanon.role': 'reporter', 'kanon.schools': '990001,990003' })).toBe(4);
    expect(await seen({ 'kanon.role': 'reporter', 'kanon.region': '05' })).toBe(0);
    expect(await seen({ 'kanon.role': 'coordinator', 'kanon.region': '' })).toBe(0);
    expect(await seen({ 'kanon.role': 'coordinator', 'kanon.schools': '990001' })).toBe(0);
  });

  test('a region that merely begins alike is not within, and an empty region is not everywhere', async () => {
    for (const region of ['', '0', '05 ', '%', '51'])
      expect(
        await countWith(
          { 'kanon.tenant': '05', 'kanon.role': 'district', 'kanon.region': region },
          `SELECT FROM release_row WHERE region <> '05'`,
        ),
      ).toBe(region === '0' ? 6 : 0);
  });

  async function countWith(settings: Record<string, string>, text: string): Promise<number | null> {
    const calls = Object.entries({ role: 'kanon_app', ...settings }).map(
      ([name, value]) => `set_config('${name}', '${value}', true)`,
    );
    await service.query(`BEGIN; SELECT ${calls.join(', ')}`);
    try {
      return (await service.query(text)).rowCount;
    } finally {
      await service.query('ROLLBACK');
    }
  }

  test('after COMMIT the settings are gone: the login itself sees and may nothing', async () => {
    await service.query(
      `BEGIN; SELECT set_config('role', 'kanon_app', true), set_config('kanon.tenant', '05', true), set_config('kanon.role', 'state', true), set_config('kanon.region', '05', true)`,
    );
    expect((await service.query('SELECT FROM release_row')).rowCount).toBe(7);
    await service.query('COMMIT');
    const { rows } = await service.query(
      `SELECT current_user AS login, current_setting('kanon.tenant') AS tenant, current_setting('kanon.region') AS region`,
    );
    expect(rows).toEqual([{ login: 'kanon_service', tenant: '', region: '' }]);
    for (const name of TABLES)
      await expect(service.query(`SELECT FROM public.${name}`)).rejects.toMatchObject({ code: '42501' });
  });

  test('one prepared statement answers two actors on one connection each with its own rows', async () => {
    const statement = { name: 'rows-of', text: `SELECT ${NAMES['release_row']} AS name FROM release_row` };
    for (let i = 0; i < 7; i += 1) {
      expect(await names('kanon_app', 'district', statement)).toEqual(DISTRICT_ROWS);
      expect(await names('kanon_app', 'state', statement)).toHaveLength(7);
      expect(await names('kanon_app', 'coordinator', statement)).toEqual(['0505', '05051', '0505111']);
      expect(await names('kanon_app', 'auditor', statement)).toEqual([]);
    }
  });

  test('partitions cannot be read around their table', async () => {
    for (const role of DATABASE_ROLES)
      for (const partition of ['report_2026', 'report_revision_2026'])
        for (const statement of [
          `SELECT FROM ${partition}`,
          `DELETE FROM ${partition}`,
          `TRUNCATE ${partition}`,
        ])
          expect([role, statement, await as(role, 'reporter', statement)]).toEqual([
            role,
            statement,
            'refused',
          ]);
  });

  test('a succession can be withdrawn, and never made one of others', async () => {
    for (const [table, column, other] of [
      ['school_succession', 'school', '990003'],
      ['region_succession', 'region', '05315'],
    ] as const)
      for (const role of DATABASE_ROLES)
        for (const change of [`${column} = '${other}'`, `successor = '${other}'`, `tenant = '09'`])
          expect([change, await as(role, 'admin', `UPDATE ${table} SET ${change}`)]).toEqual([
            change,
            'refused',
          ]);
  });

  test('a policy, once numbered, can be added or changed by nobody who serves', async () => {
    for (const role of DATABASE_ROLES)
      for (const statement of [
        `UPDATE policy SET k = 3`,
        `DELETE FROM policy`,
        `INSERT INTO policy VALUES ('05', 2, 3, 3, 1, 1)`,
        `UPDATE period SET k = 3`,
      ])
        expect([role, statement, await as(role, 'admin', statement)]).toEqual([role, statement, 'refused']);
  });

  test('a coordinator learns that a school has reported, and by no way of asking what', async () => {
    expect(
      await names('kanon_status', 'coordinator', `SELECT ${NAMES['report']} AS name FROM report`),
    ).toEqual(['05990001', '05990002']);
    for (const text of [
      'SELECT pupils FROM report',
      'SELECT * FROM report',
      'SELECT report FROM report',
      'SELECT school FROM report WHERE pupils[1] = 7',
      'SELECT school FROM report ORDER BY consultations',
      'SELECT count(withheld) FROM report',
      'SELECT to_jsonb(report) FROM report',
      'UPDATE report SET revision_number = 2 RETURNING pupils',
      'SELECT FROM release_row',
    ])
      expect([text, await as('kanon_status', 'coordinator', text)]).toEqual([text, 'refused']);
  });

  test('a coordinator sends back reports of its own county only', async () => {
    for (const school of ['990003', '990004'])
      expect(
        await as(
          'kanon_status',
          'coordinator',
          insertion('report_return', soundRow('report_return', '05', school)),
        ),
      ).toBe('refused');
  });

  describe('of accounts', () => {
    const own = (role: string): string => accountOf(role);
    const inCounty = uuid(100);
    const met = async (kind: string, statement: string | pg.QueryConfig) =>
      [kind, await count('kanon_identity', kind, statement)] as const;

    test('each changes the own password, and no more of the own account: neither scope nor days nor office', async () => {
      for (const kind of ACCOUNTS_OF) {
        const set = (change: string) => met(kind, `UPDATE account SET ${change} WHERE id = '${own(kind)}'`);
        expect(await set(`password_hash = 'new', activated_at = now()`)).toEqual([kind, 1]);
        for (const change of [
          `office = 'Anderes'`,
          `region = '053'`,
          `mailbox = 'a@b'`,
          'active = false, closed_at = now()',
          `valid_to = '2099-12-31'`,
          `role = 'admin'`,
          'person = id',
        ])
          expect([change, await set(change)]).toEqual([change, [kind, 'refused']]);
      }
    });

    test('whoever looks after one takes its password, and never sets one', async () => {
      for (const kind of ['admin', 'coordinator']) {
        const set = (change: string) => met(kind, `UPDATE account SET ${change} WHERE id = '${inCounty}'`);
        expect(await set('password_hash = NULL, epoch = epoch + 1')).toEqual([kind, 1]);
        expect(await set(`office = 'Anderes'`)).toEqual([kind, 1]);
        for (const change of [`password_hash = 'mine'`, 'epoch = epoch - 1', `role = 'admin'`, `name = 'a'`])
          expect([change, await set(change)]).toEqual([change, [kind, 'refused']]);
      }
    });

    test('one that is closed stays closed', async () => {
      await owner.query(`UPDATE account SET active = false, closed_at = now() WHERE id = $1`, [
        SECOND_REPORTER,
      ]);
      const open = `UPDATE account SET active = true, closed_at = NULL WHERE id = '${SECOND_REPORTER}'`;
      expect(await met('admin', open)).toEqual(['admin', 'refused']);
      await owner.query(open);
    });

    test('a coordinator invites reporters without a password, and gives schools of the own county to them alone', async () => {
      const invited = { ...soundRow('account', '05'), role: 'reporter', invited_by: own('coordinator') };
      const put = (table: string, row: object) =>
        count('kanon_identity', 'coordinator', insertion(table, { ...row }));
      expect(await put('account', invited)).toBe(1);
      for (const other of [{ invited_by: own('admin') }, { password_hash: 'mine' }, { role: 'provider' }])
        expect([other, await put('account', { ...invited, ...other })]).toEqual([other, 'refused']);
      const given = (account: string, school: string) =>
        put('account_school', { tenant: '05', account, school });
      expect(await given(inCounty, '990003')).toBe('refused');
      for (const account of [own('provider'), own('coordinator'), own('admin')])
        expect(await given(account, '990002')).toBe('refused');
    });

    test('a reporter of whom one school lies elsewhere is out of a coordinator’s sight', async () => {
      await owner.query(`INSERT INTO account_school VALUES ('05', $1, '990003')`, [SECOND_REPORTER]);
      for (const [statement, seen] of [
        ['SELECT FROM account', 2],
        ['SELECT FROM account_school', 1],
        ['UPDATE account SET epoch = epoch + 1', 2],
        ['DELETE FROM account_school', 1],
      ] as const)
        expect([statement, await count('kanon_identity', 'coordinator', statement)]).toEqual([
          statement,
          seen,
        ]);
      await owner.query(`DELETE FROM account_school WHERE account = $1 AND school = '990003'`, [
        SECOND_REPORTER,
      ]);
    });

    test('whoever tries a code counts the wrong try, and neither changes nor prolongs nor revives it', async () => {
      for (const change of [
        'hash = sha256(hash)',
        `kind = 'reset'`,
        `ends_at = ends_at + interval '1 day'`,
        'wrong_tries = -1',
      ])
        expect([change, await met('nobody', `UPDATE account_code SET ${change}`)]).toEqual([
          change,
          ['nobody', 'refused'],
        ]);
    });

    test('whoever tries a code uses steps up, goes back to none, and puts no secret in place of another', async () => {
      for (const change of [
        'last_step = last_step - 1',
        'sealed = sha256(sealed), last_step = last_step + 1',
        'pending = sealed, pending_at = now(), last_step = last_step + 1',
      ])
        expect([change, await met('nobody', `UPDATE account_totp SET ${change}`)]).toEqual([
          change,
          ['nobody', 'refused'],
        ]);
    });

    test('a counter of a passkey does not go back, nor stand still once it has risen', async () => {
      await owner.query('UPDATE passkey SET counter = 7');
      for (const [counter, seen] of [
        [6, 'refused'],
        [7, 'refused'],
        [8, 1],
      ])
        expect(await met('nobody', `UPDATE passkey SET counter = ${counter}`)).toEqual(['nobody', seen]);
    });

    test('nobody hands out a code of the own account', async () => {
      for (const kind of ['admin', 'coordinator', 'reporter']) {
        const row = { ...soundRow('account_code', '05'), account: own(kind) };
        expect(await met(kind, insertion('account_code', row))).toEqual([kind, 'refused']);
      }
    });

    test('others end a session and cannot take it over; what has ended stays so', async () => {
      for (const kind of ['admin', 'coordinator'])
        expect(await met(kind, 'UPDATE session SET hash = sha256(hash)')).toEqual([kind, 'refused']);
      await owner.query('UPDATE session SET ended_at = now()');
      for (const kind of ['nobody', 'admin', 'reporter'])
        expect(await met(kind, 'UPDATE session SET ended_at = NULL')).toEqual([kind, 0]);
      await owner.query('UPDATE session SET ended_at = NULL');
    });
  });

  test.each([
    'access_entry',
    'log_node',
    'log_checkpoint',
    'log_reopening',
    'log_hold',
    'log_hold_word',
    'release',
    'release_row',
    'release_certificate',
    'participation_change',
  ])('not even the owner changes, deletes or empties %s', async (table) => {
    for (const statement of [
      `UPDATE ${table} SET ${SET[table]}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ])
      await expect(owner.query(statement)).rejects.toMatchObject({
        code: '42501',
        message: expect.stringMatching(/append-only/),
      });
  });

  test.each(['size = size', 'size = size - 1', `origin = 'other'`, `verifier_key = 'other'`])(
    'a tree only grows, even for the owner: not SET %s',
    async (change) => {
      for (const statement of [
        `UPDATE log_tree SET ${change}`,
        'DELETE FROM log_tree',
        'TRUNCATE log_tree CASCADE',
      ])
        await expect(owner.query(statement)).rejects.toMatchObject({ code: '42501' });
    },
  );

  test('what waits for its number is neither changed nor emptied, and comes there by an entry alone', async () => {
    for (const statement of [`UPDATE log_pending SET ${SET['log_pending']}`, 'TRUNCATE log_pending'])
      await expect(owner.query(statement)).rejects.toMatchObject({ code: '42501' });
    const { rows } = await owner.query('SELECT entry FROM log_pending');
    expect(rows).toEqual([{ entry: uuid(700) }, { entry: uuid(700) }]);
  });

  describe('open_year', () => {
    test('makes the two tables of a year, once, and they are as closed as the others', async () => {
      const text = `SELECT open_year('2031-Q1'), open_year('2031-S2'), open_year('2031')`;
      await service.query(`BEGIN; SELECT set_config('role', 'kanon_app', true); ${text}; COMMIT`);
      const { rows } = await owner.query(
        `SELECT relname FROM pg_class WHERE relname LIKE '%2031' AND relkind = 'r' ORDER BY 1`,
      );
      expect(rows).toEqual([{ relname: 'report_2031' }, { relname: 'report_revision_2031' }]);
      expect(await as('kanon_app', 'reporter', 'SELECT FROM report_2031')).toBe('refused');
    });

    test.each([
      '',
      '1999',
      '2031x',
      '2031-Q1; DROP TABLE report',
      `2031') TO ('9999'); --`,
      '20310',
      ' 2031',
    ])('makes nothing of %j', async (period) => {
      const { rows: before } = await owner.query('SELECT count(*) FROM pg_class');
      await service.query(`BEGIN; SELECT set_config('role', 'kanon_app', true)`);
      const made = await service
        .query({ text: `SELECT open_year($1)`, values: [period] })
        .catch((error: unknown) => error);
      await service.query('COMMIT');
      const { rows: after } = await owner.query('SELECT count(*) FROM pg_class');
      expect([period.startsWith('2031-') || made instanceof Error, after]).toEqual([true, before]);
    });

    test('is for the service alone', async () => {
      for (const role of ['kanon_identity', 'kanon_auditor', 'kanon_publisher'] as const)
        expect(await as(role, 'admin', `SELECT open_year('2032')`)).toBe('refused');
    });
  });

  test('no table is forgotten here', async () => {
    const { rows } = await owner.query<{ relname: string }>(
      `SELECT relname FROM pg_class
       WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND NOT relispartition
         AND relname <> 'migration'`,
    );
    expect(rows.map((row) => row.relname).sort()).toEqual([...TABLES].sort());
  });

  test('no table of ours is without forced row-level security, and none belongs to a role of the service', async () => {
    const { rows } = await owner.query(
      `SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND NOT relispartition
         AND (NOT relrowsecurity OR NOT relforcerowsecurity OR relowner <> 'kanon_owner'::regrole) ORDER BY 1`,
    );
    expect(rows).toEqual([{ relname: 'migration' }]); // names of migrations, nothing of anybody
    // A view sees what its reader may see, not its owner.
    const { rows: views } = await owner.query(
      `SELECT relname, reloptions FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace`,
    );
    expect(views).toEqual([{ relname: 'log_hold_standing', reloptions: ['security_invoker=true'] }]);
    for (const role of DATABASE_ROLES)
      for (const statement of ['DELETE FROM migration', `UPDATE migration SET name = ''`])
        expect([role, await as(role, 'admin', statement)]).toEqual([role, 'refused']);
  });
});
