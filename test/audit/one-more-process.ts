/** One more process that numbers and signs the log, for tests that stop it at a step: a round for each line on stdin. */
import { createInterface } from 'node:readline';
import { OldFolder } from './old-folder.ts';
import { openLog } from './log-scene.ts';

const [url = '', folder = '', way] = process.argv.slice(1);
const log = await openLog(url, folder);
const sequencer = log.sequencer(undefined, way === 'old' ? new OldFolder(log.settings) : undefined);
process.stdout.write('ready\n');
for await (const _ of createInterface(process.stdin)) {
  const said = await sequencer.sequence().then(
    () => 'done',
    (error: unknown) => `failed: ${(error as { code?: string }).code ?? (error as Error).name}`,
  );
  process.stdout.write(`${said}\n`);
}
await log.close();
