/** The roles, for whom pages are. A wall keeps the portal from the room that names them, so a test compares the two. */
export const ROLES = [
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

export type Role = (typeof ROLES)[number];
