/** What an entry of the log says of an account and of a change of it: scope and office, old and new. */
import type { AccountChange, KnownAccount } from './account-life.store.ts';

/** `all`: of a role without a scope. */
export const scopeWords = (
  [scope, officeWord]: readonly [string, string],
  { region, schools, office }: Pick<KnownAccount, 'region' | 'schools' | 'office'>,
): Record<string, string> => ({
  [scope]: region ?? (schools.join('+') || 'all'),
  [officeWord]: office,
});

export const changeWords = (
  account: KnownAccount,
  { office, region, schools, from, to }: AccountChange,
): Record<string, string> => ({
  ...scopeWords(['oldScope', 'oldOffice'], account),
  ...scopeWords(['newScope', 'newOffice'], {
    ...account,
    ...(office && { office }),
    ...(region && { region }),
    ...(schools && { schools }),
  }),
  ...(from && { from }),
  ...(to && { to }),
});
