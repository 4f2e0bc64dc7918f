/** What the environment may set: read once, checked whole, every fault named at once. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { EachApart } from './database/roles.ts';

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Folder for the embedded database, keys and demo passwords. */
  readonly data: string;
  /** Folder outside the database for the newest signed checkpoint of the access log. */
  readonly checkpoints: string;
  /** Lines of the file of verifier keys whose cosignatures count; empty means no witness. */
  readonly witnesses: readonly string[];
  /** Where each new checkpoint is sent; absent means nowhere. */
  readonly checkpointWebhook: string | undefined;
  /** Months after which an entry of the access log is erased. */
  readonly logMonths: number;
  /** Whether the staff council agreed to figures of accesses by office. */
  readonly logStatistics: boolean;
  /** Login of the service; absent means the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Login that owns the schema and runs the migrations; default is `databaseUrl`. */
  readonly databaseOwnerUrl: string | undefined;
  /** Logins that take a role from `databaseUrl`, by what they do; where none is given one login takes all roles. */
  readonly databaseUrlsApart: EachApart<string>;
  /** Fill an empty database with invented schools and reports. */
  readonly demo: boolean;
  /** The Land whose data this service holds: two digits. */
  readonly tenant: string;
  /** `iss` of our tokens and the base of links. */
  readonly publicUrl: string;
  /** Connections to the database. */
  readonly pool: number;
  /** Port of the figures for Prometheus; absent means none are served. */
  readonly metricsPort: number | undefined;
}

/** Thrown with one sentence for each fault. */
export class SettingsFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'SettingsFault';
  }
}

const KNOWN = new Set([
  'KANON_CHECKPOINTS',
  'KANON_CHECKPOINT_WEBHOOK',
  'KANON_DATA',
  'KANON_DEMO',
  'KANON_HOST',
  'KANON_LOG_MONTHS',
  'KANON_LOG_STATISTICS',
  'KANON_METRICS_PORT',
  'KANON_POOL',
  'KANON_PUBLIC_URL',
  'KANON_TENANT',
  'KANON_WITNESSES',
]);
const POSTGRES = ['postgres:', 'postgresql:'];
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
/** Read by tests, benchmarks, and the commands that ask a service. */
const ELSEWHERE = /^KANON_(TEST|BENCH|SHARED|(URL|PASSWORD|DEBUG)$)/;

/** Settings from an environment. Throws SettingsFault with all faults. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const faults: string[] = [];
  const integer = (name: string, fallback: number, least: number, most: number): number => {
    const text = env[name];
    if (text === undefined || text === '') return fallback;
    const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    faults.push(`${name} must be a whole number from ${least} to ${most}.`);
    return fallback;
  };
  /** A secret may stand in a file, so that no list of processes or variables shows it. */
  const secret = (name: string): string | undefined => {
    const file = env[`${name}_FILE`];
    if (file === undefined || file === '') return env[name];
    if (env[name]) faults.push(`Set ${name} or ${name}_FILE, not both.`);
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      faults.push(`The file that ${name}_FILE names cannot be read.`);
      return undefined;
    }
  };
  const lines = (name: string): readonly string[] => {
    const file = env[name];
    if (file === undefined || file === '') return [];
    try {
      return readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    } catch {
      faults.push(`The file that ${name} names cannot be read.`);
      return [];
    }
  };
  const url = (name: string, schemes: readonly string[], text = env[name]): string | undefined => {
    if (text === undefined || text === '') return undefined;
    if (URL.canParse(text) && schemes.includes(new URL(text).protocol)) return text;
    faults.push(`${name} must be a URL that begins with ${schemes.map((s) => `${s}//`).join(' or ')}.`);
    return undefined;
  };

  for (const name of Object.keys(env))
    if (name.startsWith('KANON_') && !KNOWN.has(name) && !ELSEWHERE.test(name))
      faults.push(`${name} is not a setting of Kanon; the known ones are ${[...KNOWN].join(', ')}.`);

  const port = integer('PORT', 3000, 0, 65535);
  const metricsPort = integer('KANON_METRICS_PORT', 0, 1, 65535);
  const pool = integer('KANON_POOL', 16, 2, 200);
  const logMonths = integer('KANON_LOG_MONTHS', 12, 1, 120);
  const databaseUrl = url('DATABASE_URL', POSTGRES, secret('DATABASE_URL'));
  const databaseOwnerUrl = url('DATABASE_OWNER_URL', POSTGRES, secret('DATABASE_OWNER_URL'));
  const databaseUrlsApart = Object.fromEntries(
    Object.entries({
      publisher: url('DATABASE_URL_PUBLISHER', POSTGRES, secret('DATABASE_URL_PUBLISHER')),
      sequencer: url('DATABASE_URL_SEQUENCER', POSTGRES, secret('DATABASE_URL_SEQUENCER')),
      retention: url('DATABASE_URL_RETENTION', POSTGRES, secret('DATABASE_URL_RETENTION')),
    }).filter(([, given]) => given !== undefined),
  ) as EachApart<string>;
  const isSet = (name: string): boolean => Boolean(env[name] || env[`${name}_FILE`]);
  if (isSet('DATABASE_OWNER_URL') && !isSet('DATABASE_URL'))
    faults.push('DATABASE_OWNER_URL needs DATABASE_URL, the login that the service itself uses.');
  for (const name of ['DATABASE_URL_PUBLISHER', 'DATABASE_URL_SEQUENCER', 'DATABASE_URL_RETENTION'])
    if (isSet(name) && !isSet('DATABASE_URL'))
      faults.push(`${name} needs DATABASE_URL, the login of all that it does not do.`);
  const checkpointWebhook = url('KANON_CHECKPOINT_WEBHOOK', ['https:', 'http:']);
  if (checkpointWebhook !== undefined) {
    const { protocol, hostname, username, password } = new URL(checkpointWebhook);
    if (protocol === 'http:' && !LOOPBACK.test(hostname))
      faults.push(
        'KANON_CHECKPOINT_WEBHOOK must begin with https://, unless it leads to this machine itself.',
      );
    if (username || password) faults.push('KANON_CHECKPOINT_WEBHOOK must hold no name or password.');
  }
  const witnesses = lines('KANON_WITNESSES');
  const publicUrl = url('KANON_PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`;

  const demo = env['KANON_DEMO'] ?? (databaseUrl ? 'off' : 'on');
  if (demo !== 'on' && demo !== 'off') faults.push('KANON_DEMO must be on or off.');
  const statistics = env['KANON_LOG_STATISTICS'] ?? 'off';
  if (statistics !== 'agreed' && statistics !== 'off')
    faults.push('KANON_LOG_STATISTICS must be off, or agreed where the staff council has agreed.');
  const tenant = env['KANON_TENANT'] ?? '05';
  if (!/^\d{2}$/.test(tenant)) faults.push('KANON_TENANT must be the two-digit key of a Land, such as 05.');
  const data = env['KANON_DATA'] ?? '.data';
  if (data === '') faults.push('KANON_DATA must name a folder.');

  if (faults.length > 0) throw new SettingsFault(faults);
  return {
    port,
    host: env['KANON_HOST'] ?? '127.0.0.1',
    data: resolve(data),
    checkpoints: resolve(env['KANON_CHECKPOINTS'] || join(data, 'checkpoints')),
    witnesses,
    checkpointWebhook,
    databaseUrl,
    databaseOwnerUrl: databaseOwnerUrl ?? databaseUrl,
    databaseUrlsApart,
    demo: demo === 'on',
    tenant,
    publicUrl: publicUrl.replace(/\/$/, ''),
    pool,
    logMonths,
    logStatistics: statistics === 'agreed',
    metricsPort: metricsPort === 0 ? undefined : metricsPort,
  };
}
