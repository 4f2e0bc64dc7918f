/**
 * Whom to tell of a weakness, as RFC 9116 lets programs find it.
 *
 * source  RFC 9116 §2.5 (fields), §2.5.5 (`Expires`, less than a year ahead), §3 (place)
 */
import type { Settings } from '../foundation/settings.ts';

/** Days for which the text may be believed; each answer counts from its own day, so a service that is gone misleads nobody for long. */
const DAYS = 180;
const DAY_MS = 86_400_000;

/** The text, with the day `now` in UTC; undefined where no contact is set. `Canonical` needs https (§2.5.2). */
export function securityText(
  { securityContact, publicUrl }: Pick<Settings, 'securityContact' | 'publicUrl'>,
  now: Date,
): string | undefined {
  if (securityContact === undefined) return undefined;
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  return [
    `Contact: ${securityContact}`,
    `Expires: ${new Date(midnight + DAYS * DAY_MS).toISOString().slice(0, 19)}Z`,
    'Preferred-Languages: de, en',
    ...(publicUrl.startsWith('https:') ? [`Canonical: ${publicUrl}/.well-known/security.txt`] : []),
    '',
  ].join('\n');
}
