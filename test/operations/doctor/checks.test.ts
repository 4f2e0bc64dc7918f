/** The checks of the surroundings as a table: one thing is wrong at a time, and exactly that is said. */
import type { ServerFacts } from '../../../src/foundation/database/server.ts';
import { DOCTOR_CHECKS, verdicts } from '../../../src/operations/doctor/checks.ts';
import type { HostFacts, Surroundings } from '../../../src/operations/doctor/facts.ts';

const MIB = 1024 * 1024;
const SERVER: ServerFacts = {
  version: 180_004,
  settings: {
    fsync: 'on',
    log_duration: 'off',
    log_error_verbosity: 'terse',
    log_min_duration_sample: '-1',
    log_min_duration_statement: '-1',
    log_min_error_statement: 'panic',
    log_min_messages: 'log',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_statement: 'none',
    log_transaction_sample_rate: '0',
    synchronous_commit: 'on',
  },
  isRemote: true,
  isEncrypted: true,
  takesWrites: true,
  isSuperuser: false,
  ownsTables: false,
  otherLogins: [],
  clockAhead: 0,
  dataFolder: null,
};
const HOST: HostFacts = {
  node: '24.1.0',
  today: '2026-11-28',
  dataMode: 0o700,
  secrets: [{ name: 'signing-key.pem', mode: 0o600 }],
  freeForData: 10_000 * MIB,
  freeForCheckpoints: 20_000 * MIB,
  checkpointFault: undefined,
  checkpointsBesideDatabase: false,
};
const WELL: Surroundings = {
  declared: { databaseTls: 'required', demo: false },
  host: HOST,
  server: SERVER,
  log: { state: 'signing', refusal: undefined },
  administrators: 3,
};

const server = (facts: Partial<ServerFacts>): Surroundings => ({ ...WELL, server: { ...SERVER, ...facts } });
const settings = (given: ServerFacts['settings']): Surroundings =>
  server({ settings: { ...SERVER.settings, ...given } });
const host = (facts: Partial<HostFacts>): Surroundings => ({ ...WELL, host: { ...HOST, ...facts } });
const declared = (facts: Partial<Surroundings['declared']>, of = WELL): Surroundings => ({
  ...of,
  declared: { ...of.declared, ...facts },
});
const saidOf = (facts: Surroundings): string[] =>
  verdicts(facts).map(({ check, level }) => `${check} ${level}`);

/** [what is so, what is said of it]; each check is here with what it refuses, what it warns of, and what it passes. */
const TABLE: readonly (readonly [string, Surroundings, readonly string[]])[] = [
  ['all is well', WELL, []],
  ['no server was asked and no log looked at', { ...WELL, server: undefined, log: undefined }, []],
  ['all statements, values cut', settings({ log_statement: 'all' }), ['statements warns']],
  ['changes, values cut', settings({ log_statement: 'mod' }), ['statements warns']],
  ['changes of the schema', settings({ log_statement: 'ddl' }), []],
  [
    'all statements with values',
    settings({ log_statement: 'all', log_parameter_max_length: '-1' }),
    ['statements refuses'],
  ],
  [
    'changes with the beginning of values',
    settings({ log_statement: 'mod', log_parameter_max_length: '8' }),
    ['statements refuses'],
  ],
  [
    'slow statements with values',
    settings({ log_min_duration_statement: '0', log_parameter_max_length: '-1' }),
    ['statements refuses'],
  ],
  ['slow statements without', settings({ log_min_duration_statement: '1000' }), ['statements warns']],
  ['a sample of slow ones', settings({ log_min_duration_sample: '5' }), ['statements warns']],
  [
    'a sample of transactions, with values',
    settings({ log_transaction_sample_rate: '0.01', log_parameter_max_length: '-1' }),
    ['statements refuses'],
  ],
  ['values could be logged, but no statement is', settings({ log_parameter_max_length: '-1' }), []],
  [
    'values of failed statements',
    settings({ log_parameter_max_length_on_error: '-1' }),
    ['values-of-errors refuses'],
  ],
  [
    'errors with their details',
    settings({ log_min_messages: 'warning', log_error_verbosity: 'default' }),
    ['values-of-errors warns'],
  ],
  ['errors, tersely', settings({ log_min_messages: 'warning' }), []],
  ['no errors at all', settings({ log_error_verbosity: 'default' }), []],
  ['durations', settings({ log_duration: 'on' }), ['durations warns']],
  ['plans', settings({ 'auto_explain.log_min_duration': '0' }), ['plans refuses']],
  ['no plans', settings({ 'auto_explain.log_min_duration': '-1' }), []],
  [
    'kept utility statements',
    settings({ 'pg_stat_statements.track_utility': 'on' }),
    ['kept-statements warns'],
  ],
  ['kept statements without them', settings({ 'pg_stat_statements.track_utility': 'off' }), []],
  ['no encryption', server({ isEncrypted: false }), ['tls refuses']],
  ['no encryption, declared', declared({ databaseTls: 'elsewhere' }, server({ isEncrypted: false })), []],
  ['no encryption on this machine', server({ isEncrypted: false, isRemote: false }), []],
  ['a standby', server({ takesWrites: false }), ['writes refuses']],
  ['commits that do not wait', settings({ synchronous_commit: 'off' }), ['commits warns']],
  ['commits that wait for this disk only', settings({ synchronous_commit: 'local' }), ['commits warns']],
  ['commits that wait for more', settings({ synchronous_commit: 'remote_apply' }), []],
  ['nothing reaches the disk', settings({ fsync: 'off' }), ['disk-writes warns']],
  ['a superuser', server({ isSuperuser: true, ownsTables: true }), ['login refuses']],
  ['the owner', server({ ownsTables: true }), ['login warns']],
  ['another login', server({ otherLogins: ['somebody'] }), ['other-logins warns']],
  ['two seconds', server({ clockAhead: 2_000 }), []],
  ['a little more', server({ clockAhead: 2_001 }), ['clock warns']],
  ['a minute behind', server({ clockAhead: -60_000 }), ['clock warns']],
  ['more than a minute behind', server({ clockAhead: -60_001 }), ['clock refuses']],
  [
    'an old PostgreSQL',
    { ...server({ version: 150_020 }), host: { ...HOST, today: '2027-11-12' } },
    ['server-version warns'],
  ],
  ['on its last day', { ...server({ version: 150_020 }), host: { ...HOST, today: '2027-11-11' } }, []],
  ['a PostgreSQL that is not known yet', server({ version: 250_001 }), []],
  ['Node 20 after its end', host({ node: '20.20.0' }), ['node-version warns']],
  ['Node 20 on its last day', host({ node: '20.20.0', today: '2026-04-30' }), []],
  ['a Node that is not known yet', host({ node: '99.0.0' }), []],
  ['a data folder that its group may write', host({ dataMode: 0o770 }), ['data-folder warns']],
  ['a data folder that all may write', host({ dataMode: 0o777 }), ['data-folder refuses']],
  ['a data folder that all may enter', host({ dataMode: 0o755 }), []],
  ['no data folder yet, or no modes', host({ dataMode: undefined, secrets: [] }), []],
  ['a key for a group', host({ secrets: [{ name: 'signing-key.pem', mode: 0o640 }] }), ['secrets warns']],
  [
    'keys for all',
    host({
      secrets: [
        { name: 'log-key-05-1', mode: 0o644 },
        { name: 'signing-key.pem', mode: 0o660 },
      ],
    }),
    ['secrets refuses', 'secrets warns'],
  ],
  ['little room', host({ freeForData: 511 * MIB }), ['room warns']],
  ['no room', host({ freeForData: 15 * MIB }), ['room refuses']],
  ['no room for checkpoints', host({ freeForCheckpoints: 0 }), ['room refuses']],
  [
    'one disk for both, told once',
    host({ freeForData: 100 * MIB, freeForCheckpoints: 100 * MIB }),
    ['room warns'],
  ],
  ['nobody knows', host({ freeForData: undefined, freeForCheckpoints: undefined }), []],
  ['a folder that takes no file', host({ checkpointFault: 'EROFS' }), ['checkpoints warns']],
  ['checkpoints beside the database', host({ checkpointsBesideDatabase: true }), ['checkpoints-apart warns']],
  ['so in the demo', declared({ demo: true }, host({ checkpointsBesideDatabase: true })), []],
  ['a database elsewhere', host({ checkpointsBesideDatabase: undefined }), []],
  [
    'a database of this host that hides its folder, told last',
    { ...host({ checkpointsBesideDatabase: 'unknown' }), administrators: 0 },
    ['administrators warns', 'checkpoints-apart unknown'],
  ],
  ['so in the demo, too', declared({ demo: true }, host({ checkpointsBesideDatabase: 'unknown' })), []],
  ['other keys', { ...WELL, otherKeys: { de: 'Andere Schlüssel.', en: 'Other keys.' } }, ['keys refuses']],
  [
    'a log that refuses',
    { ...WELL, log: { state: 'refuses', refusal: { de: 'Zurücklegen.', en: 'Put it back.' } } },
    ['access-log warns'],
  ],
  ['nobody who administers', { ...WELL, administrators: 0 }, ['administrators warns']],
  ['two who administer', { ...WELL, administrators: 2 }, ['administrators warns']],
  ['nobody counted who administers', { ...WELL, administrators: undefined }, []],
  ['two who administer a demo', declared({ demo: true }, { ...WELL, administrators: 2 }), []],
  [
    'passkeys of another address',
    { ...WELL, accounts: { passkeysElsewhere: 1, mails: undefined } },
    ['passkeys warns'],
  ],
  [
    'mails that wait for long and failed',
    {
      ...WELL,
      accounts: { passkeysElsewhere: 0, mails: { waiting: 3, late: 1, failed: 2, accounts: ['a1', 'b2'] } },
    },
    ['mails warns', 'mails warns'],
  ],
  [
    'mails on their way',
    {
      ...WELL,
      accounts: { passkeysElsewhere: 0, mails: { waiting: 3, late: 0, failed: 0, accounts: [] } },
    },
    [],
  ],
  ['no texts of the operator', declared({ missingTexts: ['imprint', 'privacy'] }), ['operator-texts warns']],
  ['no texts of the operator in the demo', declared({ missingTexts: ['imprint'], demo: true }), []],
  ['a late log', { ...WELL, log: { state: 'late', refusal: undefined } }, ['access-log warns']],
  [
    'much at once, refusals first',
    {
      ...settings({ log_duration: 'on', 'auto_explain.log_min_duration': '5' }),
      host: { ...HOST, dataMode: 0o777 },
    },
    ['plans refuses', 'data-folder refuses', 'durations warns'],
  ],
];

test.each(TABLE)('%s', (_, facts, said) => {
  expect(saidOf(facts)).toEqual(said);
});

test('each check has a row that it objects to, and a name of its own', () => {
  const objected = new Set(TABLE.flatMap(([, facts]) => verdicts(facts).map(({ check }) => check)));
  expect([...objected].sort()).toEqual(DOCTOR_CHECKS.map(({ name }) => name).sort());
});

test('each finding says something in both languages, ends like a sentence, and names no path', () => {
  for (const [, facts] of TABLE)
    for (const { said } of verdicts(facts)) {
      expect(said.de).not.toBe(said.en);
      for (const text of [said.de, said.en]) {
        expect(text).toMatch(/^[A-ZÄÖÜa-z].*[.)]$/);
        expect(text).not.toMatch(/\/(home|var|tmp|work)\//);
      }
    }
});
