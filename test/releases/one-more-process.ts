/** One more process that publishes, for tests that stop it at a step: a round for each line on stdin. */
import { createInterface } from 'node:readline';
import { createApplication } from '../../src/application.ts';
import { silenceLog } from '../../src/foundation/http/log.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import { ReleaseStore } from '../../src/releases/release.store.ts';
import { publisherByHand } from './publisher-by-hand.ts';

silenceLog();
if (process.argv[1] === 'old') {
  // The control: whichever request the period waits for by now is taken to be the one that was read.
  const { publish } = ReleaseStore.prototype;
  ReleaseStore.prototype.publish = async function (tx, tenant, request, head, rows) {
    const asked = await this.request(tx, tenant, head.period);
    return publish.call(this, tx, tenant, asked?.request ?? request, head, rows);
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
