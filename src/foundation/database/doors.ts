/** By which login and under which name a transaction takes its role. */
import type { DataSource } from 'typeorm';
import { ownRoles } from './role-suffix.ts';
import { APART, type Apart, roleName } from './roles.ts';

export interface Doors {
  /** What this database calls the role. */
  nameOf(role: string): string;
  /** The pool of the login that may take it. */
  poolOf(role: string): DataSource;
  close(): Promise<void>;
}

/** One login for every role, in a database whose roles have no suffix. */
export const oneDoor = (source: DataSource): Doors => ({
  nameOf: (role) => role,
  poolOf: () => source,
  close: async () => {
    if (source.isInitialized) await source.destroy();
  },
});

/**
 * The doors of a database: the pool of the service, and one for each role with a login of its own.
 *
 * service  an open pool
 * open     opens the pool of a login apart, with the limits of the service's
 */
export async function openDoors(
  service: DataSource,
  apart: Readonly<Partial<Record<Apart, string>>>,
  open: (url: string) => Promise<DataSource>,
): Promise<Doors> {
  const own = await ownRoles((text, values) => service.query(text, values));
  const suffix = own?.suffix ?? '';
  const pools = new Map<string, DataSource>();
  for (const [which, url] of Object.entries(apart) as [Apart, string][])
    pools.set(APART[which], await open(url));
  return {
    nameOf: (role) => roleName(role, suffix),
    poolOf: (role) => pools.get(role) ?? service,
    close: async () => {
      for (const pool of [...pools.values(), service]) if (pool.isInitialized) await pool.destroy();
    },
  };
}
