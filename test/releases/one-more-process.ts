/** One more process that publishes, for tests that stop it at a step: a round for each line on stdin. */
import { createInterface } from 'node:readline';
import { createApplication } from '../../src/application.ts';
import { silenceLog } from '../../src/foundation/http/log.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import { Periods } from '../../src/reference/periods.ts';
import { publisherByHand } from './publisher-by-hand.ts';

silenceLog();
if (process.argv[1] === 'old') {
  // The control: whichever request the period waits for by now is taken to be the one that was read.
  const { release } = Periods.prototype;
  Periods.prototype.release = async function (tx, tenant, period, request) {
    const asked = await this.request(tx, tenant, period);
    return release.call(this, tx, tenant, period, asked?.request ?? request);
  };
}
const settings = readSettings(process.env);
const app = await createApplication(settings);
await app.init();
const publisher = await publisherByHand(app, settings);
process.stdout.write('ready\n');
for await (const _ of createInterface(process.stdin)) {
  const said = await publisher.publishAsked().then(
    () => 'done',
    (error: unknown) => `failed: ${(error as Error).name}`,
  );
  process.stdout.write(`${said}\n`);
}
await app.close();
