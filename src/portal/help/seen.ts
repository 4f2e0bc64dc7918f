/** Who sees what, as the table of rights of the service has it; test/portal/help.test.ts compares the two. */
export const ROLES_SHOWN = [
  'reporter',
  'provider',
  'coordinator',
  'benefit-office',
  'district',
  'state',
  'disclosure-officer',
  'protection-officer',
  'auditor',
  'admin',
] as const;

/** What there is to be seen, by the act that shows it. */
export const KINDS = {
  report: 'report.read',
  schools: 'completeness.schools',
  counts: 'completeness.counts',
  figures: 'summary.read',
  log: 'log.read',
  accounts: 'account.list',
} as const;

export type Kind = keyof typeof KINDS;

/** How far it reaches; nothing where a role is missing. */
export const SEEN = {
  report: { reporter: 'own schools', provider: 'own schools' },
  schools: { coordinator: 'own region' },
  counts: { coordinator: 'own region', district: 'own region', state: 'all', 'disclosure-officer': 'all' },
  figures: {
    reporter: 'region rows of own county, district and state',
    coordinator: 'region rows of own county, district and state',
    district: 'own region and the state row',
    state: 'all',
    'disclosure-officer': 'all',
  },
  log: { auditor: 'all' },
  accounts: { coordinator: 'reporters of own region', admin: 'all' },
} as const satisfies Readonly<Record<Kind, Readonly<Partial<Record<(typeof ROLES_SHOWN)[number], string>>>>>;
