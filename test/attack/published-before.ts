/**
 * Releases of invented worlds as commit 6daf027 of this repository published them, before its attackers were known:
 * `published-before.json` holds their rows, version by version, and the worlds are built here as they were there.
 */
import { readFileSync } from 'node:fs';
import type { EarlierRow } from '../../src/tables/table.ts';
import { lateReports, partnersOf, rowOfThree } from './old-holes.ts';
import { sceneOf, type Scene } from './scene.ts';
import type { World } from './worlds.ts';

const WORLDS = {
  /** Three schools come late, one in each county. */
  late: (): World => lateReports([5, 5, 5]),
  /** A school of its own type beside a type of which three schools have the benefit. */
  beside: (): World => partnersOf(5, [5, 5, 5]),
  /** Three schools in a row. */
  three: (): World => rowOfThree([5, 5, 5]),
} as const;

const PUBLISHED = JSON.parse(
  readFileSync(new URL('./published-before.json', import.meta.url), 'utf8'),
) as Record<keyof typeof WORLDS, readonly (readonly EarlierRow[])[]>;

export function publishedBefore(name: keyof typeof WORLDS): Scene {
  const world = WORLDS[name]();
  const { schools } = world;
  return sceneOf(
    world,
    PUBLISHED[name].map((rows, version) => ({ schools, reports: world.reports[version]!, rows })),
  );
}
