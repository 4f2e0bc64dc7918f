/** What the administration is told of the settings: how each stands and whether somebody set it, never a secret. */
import { type Settings, SETTING_NAMES } from '../foundation/settings.ts';

/** What is asked for of a setting that is told: a text, a number, or whether. */
type Value = string | number | boolean | null;

export interface ToldSetting {
  readonly name: string;
  /** Null where it is absent, or not told. */
  readonly value: Value;
  /** It is, or may hold, a secret: its value is not told. */
  readonly isSecret: boolean;
  readonly from: 'environment' | 'file' | 'default';
}

/** Those that are told; a name without a line here is told as a secret, so that a new one is not told by mistake. */
const TOLD: Readonly<Record<string, (settings: Settings) => Value | undefined>> = {
  KANON_CHECKPOINTS: ({ checkpoints }) => checkpoints,
  KANON_DATA: ({ data }) => data,
  KANON_DATABASE_TLS: ({ databaseTls }) => databaseTls,
  KANON_DEMO: ({ demo }) => demo,
  KANON_HOST: ({ host }) => host,
  KANON_LAME_DUCK: ({ lameDuck }) => lameDuck,
  KANON_LOG_MONTHS: ({ logMonths }) => logMonths,
  KANON_LOG_STATISTICS: ({ logStatistics }) => (logStatistics ? 'agreed' : 'off'),
  KANON_METRICS_PORT: ({ metricsPort }) => metricsPort,
  KANON_POOL: ({ pool }) => pool,
  KANON_POOLER: ({ pooler }) => pooler,
  KANON_PROCESSES: ({ processes }) => processes,
  KANON_PUBLIC_URL: ({ publicUrl }) => publicUrl,
  KANON_RATES: ({ rates: { read, write, heavy } }) => `${read}/${write}/${heavy}`,
  KANON_SECOND_FACTOR: ({ secondFactor }) => secondFactor,
  KANON_SECURITY_CONTACT: ({ securityContact }) => securityContact,
  KANON_SMTP_FROM: ({ mail }) => mail?.from,
  KANON_TENANT: ({ tenant }) => tenant,
  KANON_TEXTS: ({ texts }) => texts,
  PORT: ({ port }) => port,
};

/** By name. */
export function toldSettings(settings: Settings): ToldSetting[] {
  const { given } = settings;
  return [...SETTING_NAMES].sort().map((name) => {
    const tell = TOLD[name];
    return {
      name,
      value: tell?.(settings) ?? null,
      isSecret: tell === undefined,
      from: given.has(`${name}_FILE`) ? 'file' : given.has(name) ? 'environment' : 'default',
    };
  });
}
