/** `npm run bench [name …]`: builds what changed, then runs the named benchmarks on the loopback. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const args = process.argv.slice(2);
if (!['anonymity', 'control', 'disclosure'].includes(args[0])) {
  // All but these measure the built program.
  const prepare = fileURLToPath(new URL('../../src/operations/prepare.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [prepare], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

await import('../setup/typescript.mjs');
const { run } = await import('./run.ts');
process.exitCode = await run(args);
