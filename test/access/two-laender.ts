/** Two Länder with everything that row-level security stands before, put there by the owner of the tables. */
import type pg from 'pg';

export const REPORT_PERIOD = '2026-Q1';
export const RELEASED_PERIOD = '2025-Q4';

export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Of Land 05 two districts; of Land 09 one, so that there is somebody else to see. */
const REGIONS_09 = ['09', '091', '09162'];
const SCHOOLS = {
  '05': { '990001': '05111', '990002': '05111', '990003': '05112', '990004': '05315' },
  '09': { '990001': '09162', '990009': '09162' },
} as const;
/** Of each Land two counties. */
export const COUNTIES = { '05': ['05112', '05111'], '09': ['09163', '09162'] } as const;
/** Of which bodies something was handed in, the own county's first. */
const OUTCOMES = {
  '05': ['05111 SGB2', '05111 SGB12', '05112 SGB2'],
  '09': ['09162 SGB2'],
} as const;
const OUTCOME_ROWS = {
  '05': ['05', '051', '05111', '05112', '051 SGB2'],
  '09': REGIONS_09,
} as const;
const RELEASED_ROWS = {
  '05': ['05', '051', '05111', '05112', '053', '05315', '051 Gymnasium'],
  '09': REGIONS_09,
} as const;
/** Each role's account is uuid(100) and what follows, in this order. */
export const ACCOUNTS_OF = [
  'reporter',
  'coordinator',
  'benefit-office',
  'district',
  'state',
  'disclosure-officer',
  'protection-officer',
  'auditor',
  'admin',
  'provider',
] as const;
const SCOPE: Readonly<Record<string, string>> = {
  coordinator: '05111',
  'benefit-office': '05111',
  district: '051',
  state: '05',
  'disclosure-officer': '05',
};

/** A report of one cell that every constraint accepts. */
export const SOUND_REPORT = {
  scheme: 'but-counselling/1',
  policy: 1,
  k: 5,
  cells: ['LERNFOERDERUNG'],
  pupils: [7],
  consultations: [19],
  none: ['KLASSENFAHRT'],
  withheld: ['SCHULBEDARF'],
  revision: uuid(900),
  revision_number: 1,
  reported_at: '2026-02-01',
  reporter: uuid(901),
};

export const SOUND_RELEASE = {
  version: 1,
  scheme: 'but-counselling/1',
  policy: 1,
  columns: ['LERNFOERDERUNG'],
  hidden_cells: 0,
  withholding_schools: 0,
  released_at: '2026-02-01',
};

export const SOUND_ROW = {
  position: 1,
  schools_expected: 9,
  schools_reported: 9,
  consultations: [40],
  pupils: [20],
};

/** What an office handed in, of one cell. */
export const SOUND_OUTCOME = {
  scheme: 'but-outcomes/1',
  policy: 1,
  k: 5,
  cells: ['MITTAG'],
  children: [7],
  grants: [9],
  none: ['KLASSENFAHRT'],
  withheld: ['SCHULBEDARF'],
  revision: uuid(902),
  revision_number: 1,
  reported_at: '2026-02-01',
  reporter: uuid(102),
};

export const SOUND_OUTCOME_RELEASE = {
  version: 1,
  scheme: 'but-outcomes/1',
  policy: 1,
  columns: ['MITTAG'],
  released_at: '2026-02-01',
};

export const SOUND_OUTCOME_ROW = {
  position: 1,
  bodies_expected: 4,
  bodies_reported: 1,
  bodies_in_gap: 1,
  grants: [9],
  children: [7],
};

/** A one-time code and a session, as far as they say nothing of time. */
export const SOUND_CODE = { hash: Buffer.alloc(32, 3), kind: 'activation' };
export const SOUND_PASSKEY = {
  credential: Buffer.alloc(16, 5),
  public_key: Buffer.alloc(77, 6),
  counter: 0,
  rp_id: 'localhost',
};
export const SOUND_SESSION = { hash: Buffer.alloc(32, 4), idle: '8 hours' };

/** What the host did in place of a second person. */
export const SOUND_NOTICE = {
  what: 'reset',
  role: 'auditor',
  operator: 'login=erfunden',
  reason: 'Erfundener Grund',
};

/** A school as a period keeps it, and a change of it. */
export const SOUND_PARTICIPANT = { type: 'Grundschule', roll: 400, kind: 'FUNDED' };
export const SOUND_CHANGE = { entry: uuid(900), before: 'VACANT', kind: 'FUNDED', reason: 'POST_FILLED' };

/** `INSERT INTO table …` for one row, as text and values. */
export function insertion(table: string, row: Readonly<Record<string, unknown>>): pg.QueryConfig {
  const columns = Object.keys(row);
  return {
    text: `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')})
           VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    values: Object.values(row),
  };
}

/** Fills a fresh database; the release of Land 05 has id uuid(5), that of Land 09 uuid(9). */
export async function settle(owner: pg.Client): Promise<void> {
  const insert = (table: string, row: Readonly<Record<string, unknown>>) =>
    owner.query(insertion(table, row));
  await insert('tenant', { tenant: '09', name: 'Erfundenes Land' });
  for (const key of REGIONS_09)
    await insert('region', {
      tenant: '09',
      key,
      name: `Erfunden ${key}`,
      kind: 'Land',
      parent: REGIONS_09[REGIONS_09.indexOf(key) - 1] ?? null,
      valid_from: '1975-01-01',
    });
  // A second county, for one to succeed the other.
  await insert('region', {
    tenant: '09',
    key: '09163',
    name: 'Erfunden 09163',
    kind: 'Land',
    parent: '091',
    valid_from: '1975-01-01',
  });
  await insert('policy', {
    tenant: '09',
    number: 1,
    k: 5,
    minimum_schools: 3,
    pooling_weight: 3,
    width: 4,
  });
  await owner.query(`SELECT open_year('2025-Q4'), open_year('2026-Q1')`);
  for (const tenant of ['05', '09'] as const) {
    const seen = { tenant, scheme: 'but-counselling/1', policy: 1, k: 5, closes_on: '2090-01-01' };
    await insert('period', { ...seen, key: REPORT_PERIOD, opens_on: '2020-01-01' });
    await insert('period', {
      ...seen,
      key: RELEASED_PERIOD,
      opens_on: '2020-01-01',
      state: 'released',
      frozen_at: '2026-01-02',
      frozen_by: uuid(801),
      frozen_person: uuid(802),
      release_asked_at: '2026-01-03',
      release_asked_by: uuid(803),
      release_asked_person: uuid(804),
    });
    for (const [number, region] of Object.entries(SCHOOLS[tenant])) {
      const school = {
        tenant,
        number,
        name: 'Erfundene Schule',
        type: 'Grundschule',
        region,
        roll: 400,
        valid_from: '2000-01-01',
      };
      await insert('school', school);
      await insert('report', { tenant, period: REPORT_PERIOD, school: number, ...SOUND_REPORT });
      await insert('report_revision', {
        tenant,
        period: REPORT_PERIOD,
        school: number,
        number: 1,
        reported_at: '2026-02-01',
      });
    }
    await insert('school_succession', {
      tenant,
      school: tenant === '05' ? '990002' : '990009',
      successor: '990001',
    });
    const [region, successor] = COUNTIES[tenant];
    await insert('region_succession', { tenant, region, successor });
    for (const school of ['990001', tenant === '05' ? '990004' : '990009'])
      await insert('report_return', {
        tenant,
        period: REPORT_PERIOD,
        school,
        revision_number: 1,
        reason: 'SCHOOL_ASKED',
        returned_by: uuid(101),
      });
    await insert('release', { tenant, id: uuid(Number(tenant)), period: RELEASED_PERIOD, ...SOUND_RELEASE });
    for (const row of RELEASED_ROWS[tenant]) {
      const [region, school_type = ''] = row.split(' ');
      await insert('release_row', {
        tenant,
        release: uuid(Number(tenant)),
        region,
        school_type,
        ...SOUND_ROW,
      });
    }
    await insert('release_certificate', { tenant, release: uuid(Number(tenant)), certificate: 'erfunden' });
    await insert('release_source', { tenant, release: uuid(Number(tenant)), schools: '[]', reports: '[]' });
    await insert('release_preview', { tenant, period: RELEASED_PERIOD });
    await insert('correction_kept', { tenant, period: RELEASED_PERIOD, version: 1, school: '990001' });
    for (const [i, role] of ACCOUNTS_OF.entries())
      await insert('account', {
        tenant,
        id: uuid(100 + i),
        name: `konto-${role}`,
        person: uuid(200 + i),
        office: 'Erfundenes Amt',
        role,
        region:
          tenant === '05' ? (SCOPE[role] ?? null) : (SCOPE[role]?.replace(/^05(1(11)?)?/, same09) ?? null),
      });
    const office = { tenant, account: uuid(102), county: COUNTIES[tenant][1] };
    await insert('benefit_body', { ...office, body: 'SGB2' });
    for (const one of OUTCOMES[tenant]) {
      const [county, body] = one.split(' ');
      await insert('outcome', { tenant, period: REPORT_PERIOD, county, body, ...SOUND_OUTCOME });
    }
    const outcomes = { tenant, release: uuid(Number(tenant)) };
    await insert('outcome_release', {
      tenant,
      id: uuid(Number(tenant)),
      period: RELEASED_PERIOD,
      ...SOUND_OUTCOME_RELEASE,
    });
    for (const row of OUTCOME_ROWS[tenant]) {
      const [region, body = ''] = row.split(' ');
      await insert('outcome_release_row', { ...outcomes, region, body, ...SOUND_OUTCOME_ROW });
    }
    await insert('outcome_certificate', { ...outcomes, certificate: 'erfunden' });
    await insert('outcome_source', { ...outcomes, outcomes: '[]' });
    await insert('account_school', { tenant, account: uuid(100), school: '990001' });
    const lasts = { made_at: '2026-02-01', ends_at: '2026-02-28' };
    await insert('account_code', { tenant, account: uuid(100), ...SOUND_CODE, ...lasts });
    await insert('session', {
      tenant,
      id: uuid(400),
      account: uuid(100),
      ...SOUND_SESSION,
      ends_at: '2090-01-01',
    });
    const mine = { tenant, account: uuid(100) };
    await insert('account_totp', { ...mine, sealed: Buffer.alloc(48), confirmed_at: '2026-02-01' });
    await insert('passkey', { ...mine, ...SOUND_PASSKEY });
    await insert('recovery_code', { ...mine, hash: Buffer.alloc(32, 6) });
    await insert('factor_tries', { ...mine, tries: 1 });
    await insert('used_challenge', { tenant, hash: Buffer.alloc(32, 6), ends_at: '2026-02-01' });
    await insert('program', { tenant, account: uuid(101), owner: uuid(108) });
    await insert('program_key', { tenant, account: uuid(101), kid: 'A'.repeat(43), place: 1, jwk: '{}' });
    await insert('used_proof', { tenant, hash: Buffer.alloc(32, 6), ends_at: '2026-02-01' });
    await insert('device_grant', {
      tenant,
      device: Buffer.alloc(32, 6),
      code: Buffer.alloc(32, 6),
      ends_at: new Date(Date.now() + 600_000).toISOString(),
    });
    await insert('reminder', { ...mine, period: REPORT_PERIOD, kind: 'opened' });
    await insert('outbox', { ...mine, id: uuid(420), sealed: Buffer.alloc(2076, 6) });
    await insert('draft_key', { ...mine, sealed: Buffer.alloc(60, 6) });
    await insert('account_link', { ...mine, issuer: 'https://issuer.example', subject: 'erfunden' });
    await insert('approval', {
      tenant,
      id: uuid(410),
      what: 'reset',
      account: uuid(106),
      role: 'protection-officer',
      person: uuid(206),
      asked_by: uuid(108),
      asked_person: uuid(208),
    });
    await insert('host_notice', { tenant, account: uuid(106), ...SOUND_NOTICE });
    for (const school of ['990001', tenant === '05' ? '990004' : '990009'])
      await insert('participation', { tenant, school, valid_from: '2020-01-01', kind: 'FUNDED' });
    for (const [school, region] of Object.entries(SCHOOLS[tenant]))
      await insert('period_school', { tenant, period: REPORT_PERIOD, school, region, ...SOUND_PARTICIPANT });
    await insert('reservation', {
      tenant,
      period: REPORT_PERIOD,
      region: Object.values(SCHOOLS[tenant])[0],
      code: 'NOT_KNOWABLE',
      stated_by: uuid(100),
    });
    await insert('participation_change', {
      tenant,
      period: REPORT_PERIOD,
      school: '990001',
      ...SOUND_CHANGE,
    });
    await insert('report_hand', { tenant, period: REPORT_PERIOD, school: '990001', account: uuid(100) });
    await insert('access_entry', {
      tenant,
      id: uuid(700),
      at: '2026-02-01',
      action: 'report.read',
      decision: 'allowed',
      leaf_key: Buffer.alloc(32),
      leaf: Buffer.alloc(32),
    });
  }
}

/** The region of Land 09 that stands where this one of Land 05 does. */
const same09 = (key: string): string => REGIONS_09.find((region) => region.length === key.length) ?? '09';
