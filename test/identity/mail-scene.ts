/** A service that sends mail to a real SMTP server, and a coordination of Düsseldorf that is signed in. */
import { ownerOf, type Owner } from '../access/house.ts';
import { furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { type MailServer, sendsBySelfNoMore, startMailServer } from '../setup/mail-server.ts';

export interface MailScene {
  readonly smtp: MailServer;
  readonly kanon: TestApp;
  readonly owner: Owner;
  readonly coordinator: Signed;
  end(): Promise<void>;
}

/** Mail goes out only when the test says so. */
export async function openMailScene(env: Record<string, string> = {}): Promise<MailScene> {
  const smtp = await startMailServer();
  const kanon = await startApp({
    KANON_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    KANON_SMTP_FROM: 'kanon@erfunden.example',
    ...env,
  });
  sendsBySelfNoMore(kanon.app);
  await furnish(kanon);
  const owner = await ownerOf(kanon);
  const coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
  return {
    smtp,
    kanon,
    owner,
    coordinator,
    async end() {
      await owner.end();
      await kanon.close();
      await smtp.close();
    },
  };
}
