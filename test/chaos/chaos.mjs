/** `npm run chaos`: builds what changed, then kills, cuts and stops real processes under a bounded load on the loopback. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const prepare = fileURLToPath(new URL('../../src/operations/prepare.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [prepare], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

await import('../setup/typescript.mjs');
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
