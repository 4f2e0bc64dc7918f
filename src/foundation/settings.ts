/** What the environment may set: read once, checked whole, every fault named at once. */
import { EnvironmentReader } from './environment-reader.ts';
import { join, resolve } from 'node:path';
import { type Trust, trustIn } from './http/trusted-proxies.ts';
import type { PoolMode } from './database/pooler.ts';
import type { EachApart } from './database/roles.ts';
import type { InBoth } from './language.ts';
import { type Issuer, issuersIn } from './issuers-file.ts';
import { type MailSettings, mailSettingsIn } from './mail-settings.ts';
import { type Rates, ratesIn, USUAL_RATES } from './rates.ts';

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
  /** `elsewhere`: the operator declares that the way to the database is protected by other means than TLS. */
  readonly databaseTls: 'required' | 'elsewhere';
  /** Logins that take a role from `databaseUrl`, by what they do; where none is given one login takes all roles. */
  readonly databaseUrlsApart: EachApart<string>;
  /** Fill an empty database with invented schools and reports. */
  readonly demo: boolean;
  /** The Land whose data this service holds: two digits. */
  readonly tenant: string;
  /** `iss` of our tokens and the base of links. */
  readonly publicUrl: string;
  /** Proxies whose X-Forwarded-For is believed; without the setting nobody's is. */
  readonly trustedProxies: Trust;
  /** Whom to tell of a weakness, as an address; absent means that nothing says so. */
  readonly securityContact: string | undefined;
  /** Folder of the texts that the operator publishes; absent means that there are none. */
  readonly texts: string | undefined;
  /** Processes of this installation, which share what an account may ask. */
  readonly processes: number;
  /** Requests of one account in a minute, by class. */
  readonly rates: Rates;
  /** Connections to the database. */
  readonly pool: number;
  /** How a pooler between Kanon and the database shares connections; without one, `session`. */
  readonly pooler: PoolMode;
  /** Port of the figures for Prometheus; absent means none are served. */
  readonly metricsPort: number | undefined;
  /** Of whom a second factor is asked: of all, or of all roles but `reporter`. */
  readonly secondFactor: 'all' | 'but-reporters';
  /** Authorization servers whose tokens count; none without the setting. */
  readonly issuers: readonly Issuer[];
  /** Where mails go out; absent means that none does. */
  readonly mail: MailSettings | undefined;
  /** Names keys that take the place of those the database knows; absent means none may. */
  readonly newKeys: string | undefined;
  /** Seconds between a signal to stop, when /health/ready turns 503, and the end of the listening socket. */
  readonly lameDuck: number;
  /** Names that the environment gave something for; no value. */
  readonly given: ReadonlySet<string>;
}

/** Thrown with one sentence for each fault. */
export class UnusableSettings extends Error {
  /** The English ones. */
  readonly faults: readonly string[];

  constructor(readonly sentences: readonly InBoth[]) {
    const faults = sentences.map(({ en }) => en);
    super(faults.join('\n'));
    this.name = 'UnusableSettings';
    this.faults = faults;
  }
}

const KNOWN = new Set([
  'KANON_CHECKPOINTS',
  'KANON_CHECKPOINT_WEBHOOK',
  'KANON_DATA',
  'KANON_DATABASE_TLS',
  'KANON_DEMO',
  'KANON_HOST',
  'KANON_ISSUERS_FILE',
  'KANON_LAME_DUCK',
  'KANON_LOG_MONTHS',
  'KANON_LOG_STATISTICS',
  'KANON_METRICS_PORT',
  'KANON_NEW_KEYS',
  'KANON_POOL',
  'KANON_POOLER',
  'KANON_PROCESSES',
  'KANON_PUBLIC_URL',
  'KANON_SECOND_FACTOR',
  'KANON_SECURITY_CONTACT',
  'KANON_RATES',
  'KANON_SMTP_FROM',
  'KANON_SMTP_PASSWORD_FILE',
  'KANON_SMTP_TLS',
  'KANON_SMTP_URL',
  'KANON_TENANT',
  'KANON_TEXTS',
  'KANON_TRUSTED_PROXIES',
  'KANON_WITNESSES',
]);
/** Every setting there is; those of the database may stand in a file, as NAME_FILE. */
export const SETTING_NAMES: ReadonlySet<string> = new Set([
  ...KNOWN,
  ...['', '_PUBLISHER', '_SEQUENCER', '_RETENTION'].map((login) => `DATABASE_URL${login}`),
  'DATABASE_OWNER_URL',
  'PORT',
]);
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
/** Read by tests, benchmarks, and the commands that ask a service. */
const ELSEWHERE = /^KANON_(TEST|BENCH|SHARED|(URL|PASSWORD|CODE|DEBUG)$)/;

/** Settings from an environment. Throws UnusableSettings with all faults. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const read = new EnvironmentReader(env);
  const { faults } = read;
  for (const name of Object.keys(env))
    if (name.startsWith('KANON_') && !KNOWN.has(name) && !ELSEWHERE.test(name))
      faults.push({
        de: `${name} ist keine Einstellung von Kanon; es gibt ${[...KNOWN].join(', ')}.`,
        en: `${name} is not a setting of Kanon; the known ones are ${[...KNOWN].join(', ')}.`,
      });

  const port = read.integer('PORT', 3000, 0, 65535);
  const metricsPort = read.integer('KANON_METRICS_PORT', 0, 1, 65535);
  const lameDuck = read.integer('KANON_LAME_DUCK', 0, 0, 300);
  const pool = read.integer('KANON_POOL', 16, 2, 200);
  const processes = read.integer('KANON_PROCESSES', 1, 1, 100);
  const rates = ratesIn(env['KANON_RATES'] || USUAL_RATES);
  if (!rates)
    faults.push({
      de: 'KANON_RATES muss aus drei ganzen Zahlen wie 600/240/60 bestehen: lesen, schreiben, Aufwendiges.',
      en: 'KANON_RATES must be three whole numbers such as 600/240/60: reading, writing, heavy requests.',
    });
  const pooler = env['KANON_POOLER'] || 'session';
  if (pooler !== 'session' && pooler !== 'transaction')
    faults.push({
      de: 'KANON_POOLER muss session oder transaction sein.',
      en: 'KANON_POOLER must be session or transaction.',
    });
  const logMonths = read.integer('KANON_LOG_MONTHS', 12, 1, 120);
  const databaseUrl = read.database('DATABASE_URL');
  const databaseOwnerUrl = read.database('DATABASE_OWNER_URL');
  const databaseUrlsApart = Object.fromEntries(
    Object.entries({
      publisher: read.database('DATABASE_URL_PUBLISHER'),
      sequencer: read.database('DATABASE_URL_SEQUENCER'),
      retention: read.database('DATABASE_URL_RETENTION'),
    }).filter(([, given]) => given !== undefined),
  ) as EachApart<string>;
  if (read.isSet('DATABASE_OWNER_URL') && !read.isSet('DATABASE_URL'))
    faults.push({
      de: 'DATABASE_OWNER_URL braucht DATABASE_URL, die Anmeldung, die der Dienst selbst benutzt.',
      en: 'DATABASE_OWNER_URL needs DATABASE_URL, the login that the service itself uses.',
    });
  for (const name of ['DATABASE_URL_PUBLISHER', 'DATABASE_URL_SEQUENCER', 'DATABASE_URL_RETENTION'])
    if (read.isSet(name) && !read.isSet('DATABASE_URL'))
      faults.push({
        de: `${name} braucht DATABASE_URL, die Anmeldung für alles, was diese nicht tut.`,
        en: `${name} needs DATABASE_URL, the login of all that it does not do.`,
      });
  const checkpointWebhook = read.url('KANON_CHECKPOINT_WEBHOOK', ['https:', 'http:']);
  if (checkpointWebhook !== undefined) {
    const { protocol, hostname, username, password } = new URL(checkpointWebhook);
    if (protocol === 'http:' && !LOOPBACK.test(hostname))
      faults.push({
        de: 'KANON_CHECKPOINT_WEBHOOK muss mit https:// beginnen, außer wenn es auf diesen Rechner selbst führt.',
        en: 'KANON_CHECKPOINT_WEBHOOK must begin with https://, unless it leads to this machine itself.',
      });
    if (username || password)
      faults.push({
        de: 'KANON_CHECKPOINT_WEBHOOK darf keinen Namen und kein Passwort enthalten.',
        en: 'KANON_CHECKPOINT_WEBHOOK must hold no name or password.',
      });
  }
  const witnesses = read.lines('KANON_WITNESSES');
  const publicUrl = read.url('KANON_PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`;

  const issuers = issuersIn(env['KANON_ISSUERS_FILE'], publicUrl.replace(/\/$/, ''), (fault) =>
    faults.push(fault),
  );

  const mail = mailSettingsIn(read, env);
  const securityContact = read.url('KANON_SECURITY_CONTACT', ['mailto:', 'https:', 'tel:']);

  const demo = env['KANON_DEMO'] ?? (databaseUrl ? 'off' : 'on');
  if (demo !== 'on' && demo !== 'off')
    faults.push({ de: 'KANON_DEMO muss on oder off sein.', en: 'KANON_DEMO must be on or off.' });
  const tls = env['KANON_DATABASE_TLS'] || 'required';
  if (tls !== 'required' && tls !== 'elsewhere')
    faults.push({
      de: 'KANON_DATABASE_TLS muss required sein, oder elsewhere, wo der Weg zur Datenbank auf andere Weise geschützt ist.',
      en: 'KANON_DATABASE_TLS must be required, or elsewhere where the way to the database is protected by other means.',
    });
  const statistics = env['KANON_LOG_STATISTICS'] ?? 'off';
  if (statistics !== 'agreed' && statistics !== 'off')
    faults.push({
      de: 'KANON_LOG_STATISTICS muss off sein, oder agreed, wo der Personalrat zugestimmt hat.',
      en: 'KANON_LOG_STATISTICS must be off, or agreed where the staff council has agreed.',
    });
  const secondFactor = env['KANON_SECOND_FACTOR'] || 'but-reporters';
  if (secondFactor !== 'all' && secondFactor !== 'but-reporters')
    faults.push({
      de: 'KANON_SECOND_FACTOR muss all sein, oder but-reporters: von allen, die nicht melden.',
      en: 'KANON_SECOND_FACTOR must be all, or but-reporters: of everybody who does not report.',
    });
  const tenant = env['KANON_TENANT'] ?? '05';
  if (!/^\d{2}$/.test(tenant))
    faults.push({
      de: 'KANON_TENANT muss der zweistellige Schlüssel eines Landes sein, etwa 05.',
      en: 'KANON_TENANT must be the two-digit key of a Land, such as 05.',
    });
  const data = env['KANON_DATA'] ?? '.data';
  if (data === '')
    faults.push({ de: 'KANON_DATA muss einen Ordner nennen.', en: 'KANON_DATA must name a folder.' });

  const trustedProxies = trustIn(env['KANON_TRUSTED_PROXIES'] ?? '');
  if (!trustedProxies)
    faults.push({
      de: 'KANON_TRUSTED_PROXIES muss Adressen oder Netze aufzählen, etwa 10.0.0.0/8, ::1.',
      en: 'KANON_TRUSTED_PROXIES must list addresses or networks, such as 10.0.0.0/8, ::1.',
    });
  const newKeys = env['KANON_NEW_KEYS'] || undefined;
  if (newKeys !== undefined && !/^[0-9a-f]{16}$/.test(newKeys))
    faults.push({
      de: 'KANON_NEW_KEYS muss aus den 16 Zeichen bestehen, die der abgelehnte Start genannt hat.',
      en: 'KANON_NEW_KEYS must be the 16 characters that the refused start has named.',
    });

  if (faults.length > 0 || !trustedProxies || !rates) throw new UnusableSettings(faults);
  return {
    port,
    host: env['KANON_HOST'] ?? '127.0.0.1',
    data: resolve(data),
    checkpoints: resolve(env['KANON_CHECKPOINTS'] || join(data, 'checkpoints')),
    witnesses,
    checkpointWebhook,
    databaseUrl,
    databaseOwnerUrl: databaseOwnerUrl ?? databaseUrl,
    databaseTls: tls === 'elsewhere' ? tls : 'required',
    databaseUrlsApart,
    demo: demo === 'on',
    tenant,
    publicUrl: publicUrl.replace(/\/$/, ''),
    trustedProxies,
    securityContact,
    texts: env['KANON_TEXTS'] ? resolve(env['KANON_TEXTS']) : undefined,
    processes,
    rates,
    pool,
    pooler: pooler === 'transaction' ? 'transaction' : 'session',
    logMonths,
    logStatistics: statistics === 'agreed',
    metricsPort: metricsPort === 0 ? undefined : metricsPort,
    secondFactor: secondFactor === 'all' ? 'all' : 'but-reporters',
    issuers,
    mail,
    newKeys,
    lameDuck,
    given: new Set(Object.keys(env).filter((name) => env[name])),
  };
}
