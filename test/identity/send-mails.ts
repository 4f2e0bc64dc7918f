/** The service sends one mail to each mail server whose address is given: started by a test with an authority that Node is to trust. */
import pg from 'pg';
import { createApplication } from '../../src/application.ts';
import { silenceLog } from '../../src/foundation/http/log.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import { Mails } from '../../src/identity/mails.ts';
import { sendsBySelfNoMore } from '../setup/mail-server.ts';

silenceLog();
const client = new pg.Client(process.env['KANON_TEST_OWNER']);
await client.connect();
for (const address of process.argv.slice(2)) {
  await client.query(`UPDATE outbox SET due_at = now()
    WHERE id = (SELECT id FROM outbox WHERE ended_at IS NULL AND tries = 0 ORDER BY made_at, id LIMIT 1)`);
  const app = await createApplication(readSettings({ ...process.env, KANON_SMTP_URL: address }));
  await app.init();
  sendsBySelfNoMore(app);
  const said = await app
    .get(Mails)
    .send()
    .then(
      () => 'sent',
      (error: unknown) => (error as { code?: string }).code ?? (error as Error).name,
    );
  process.stdout.write(`${said}\n`);
  await app.close();
}
await client.end();
