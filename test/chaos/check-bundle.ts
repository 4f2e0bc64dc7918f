/** The whole log as an auditor fetches it, held by the verifier against a checkpoint that was kept early in the run. */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRepository } from '../setup/children.ts';
import type { Head } from './check-log.ts';
import type { Keeper } from './service.ts';
import type { World } from './world.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Findings of `kanon-verify`, each a sentence.
 *
 * key     verifier key of the log, as the operator hands it out
 * kept    the checkpoint that the auditor kept
 * folder  for files
 */
export async function checkBundle(
  service: Keeper,
  { auditor }: World,
  key: string,
  kept: Head | undefined,
  folder: string,
): Promise<string[]> {
  if (!kept) return ['no checkpoint was ever exported'];
  const span = new URLSearchParams({
    from: new Date(Date.now() - DAY).toISOString(),
    to: new Date().toISOString(),
  });
  const answer = await fetch(`${service.url}/v1/access-log/bundle?${span.toString()}`, {
    headers: { authorization: `Bearer ${auditor.token()}` },
  });
  if (!answer.ok) return [`no bundle could be fetched: ${answer.status}`];
  const files = {
    bundle: join(folder, 'log.tar'),
    key: join(folder, 'log.vkey'),
    kept: join(folder, 'kept'),
  };
  // A bundle that breaks off on its way is a finding like any other.
  const bytes = await answer.arrayBuffer().catch((error: unknown) => String(error));
  if (typeof bytes === 'string') return [`the bundle broke off: ${bytes}`];
  await writeFile(files.bundle, Buffer.from(bytes));
  await writeFile(files.key, `${key}\n`);
  await writeFile(files.kept, kept.note);
  const verified = spawnSync(
    process.execPath,
    [
      inRepository('dist/kanon-verify.mjs'),
      files.bundle,
      '--lang=en',
      '--key',
      files.key,
      '--kept',
      files.kept,
    ],
    { encoding: 'utf8' },
  );
  return verified.status === 0 ? [] : [`the bundle does not hold: ${verified.stdout}${verified.stderr}`];
}
