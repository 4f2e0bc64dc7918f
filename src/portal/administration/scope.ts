/** What an account of a role is about. A role never changes: another role is another account. */
import type { Role } from '../frame/roles.ts';

const SCOPES: Readonly<Record<Role, 'schools' | 'region' | 'none'>> = {
  reporter: 'schools',
  provider: 'schools',
  coordinator: 'region',
  'benefit-office': 'region',
  district: 'region',
  state: 'region',
  'disclosure-officer': 'region',
  'protection-officer': 'none',
  auditor: 'none',
  admin: 'none',
};

export const scopeOf = (role: Role): 'schools' | 'region' | 'none' => SCOPES[role];

/** Keys with whatever stands between them. */
export const keysIn = (text: string): string[] => text.split(/[\s,;]+/).filter((one) => one !== '');
