/** One more process that erases what has expired, for tests that kill it at a step: a round for each line on stdin. */
import { createInterface } from 'node:readline';
import { RetentionStore } from '../../src/audit/retention.store.ts';
import { Retention } from '../../src/audit/retention.ts';
import { openLog } from './log-scene.ts';

const [url = '', folder = ''] = process.argv.slice(1);
const log = await openLog(url, folder);
const settings = { ...log.settings, logMonths: 12 };
const retention = new Retention(log.gate, log.unrecorded, new RetentionStore(), settings);
process.stdout.write('ready\n');
for await (const _ of createInterface(process.stdin)) process.stdout.write(`${await retention.erase()}\n`);
await log.close();
