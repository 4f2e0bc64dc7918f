/** Who has an account in the demo: one a role that somebody can sign in to, and a reporter for each other school. */
import type { Role } from '../access/actor.ts';
import type { NewAccount } from '../identity/accounts.ts';
import { newPassword } from '../identity/password.ts';
import type { School } from '../reference/reference.ts';
import { regionKey } from '../rules/region.ts';

/** One line of `.data/demo-accounts.json`. */
export interface DemoAccount {
  readonly account: string;
  readonly password: string;
  readonly role: Role;
  readonly scope: string;
}

export interface DemoPeople {
  /** Those with a password. */
  readonly shown: readonly DemoAccount[];
  readonly accounts: readonly NewAccount[];
}

/** Names, roles and offices are the same at each call, the passwords are new. */
export function inventPeople(tenant: string, schools: readonly School[]): DemoPeople {
  const own = schools.slice(0, 2).map((school) => school.number);
  const district = regionKey(`${tenant}1`);
  const county = schools[0]?.region ?? regionKey(`${tenant}111`);
  const person = (
    account: string,
    role: Role,
    office: string,
    scope: Pick<NewAccount, 'region' | 'schools'> = {},
  ) => ({
    name: account,
    role,
    office,
    password: newPassword(),
    ...scope,
  });
  const land = { region: regionKey(tenant) };
  const people = [
    person('meldung', 'reporter', 'Erfundene Schulsozialarbeit', { schools: own }),
    person('koordination', 'coordinator', 'Erfundene Koordination', { region: county }),
    person('bezirk', 'district', 'Erfundene Bezirksregierung', { region: district }),
    person('ministerium', 'state', 'Erfundenes Ministerium', land),
    person('geheimhaltung-1', 'disclosure-officer', 'Erfundene Statistikstelle', land),
    person('geheimhaltung-2', 'disclosure-officer', 'Erfundene Statistikstelle', land),
    person('datenschutz', 'protection-officer', 'Erfundener Datenschutz'),
    person('revision', 'auditor', 'Erfundene Revision'),
    person('verwaltung', 'admin', 'Erfundene Verwaltung'),
  ];
  const silent = schools.slice(2).map((school): NewAccount => ({
    name: `schule-${school.number}`,
    role: 'reporter',
    office: 'Erfundene Schulsozialarbeit',
    schools: [school.number],
  }));
  const shown = people.map(({ name, password, role, region, schools: numbers }): DemoAccount => ({
    account: name,
    password,
    role,
    scope: region ?? numbers?.join(' ') ?? tenant,
  }));
  return { shown, accounts: [...people, ...silent] };
}
