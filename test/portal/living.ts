/** The service with an empty database and the portal on it, at an address that a browser takes a session's cookie from. */
import { furnish, startApp, type TestApp } from '../setup/app.ts';
import { freePort } from '../setup/service.ts';

export interface Living extends TestApp {
  /** As people type it, and as letters and the command line print it. */
  readonly url: string;
}

export async function livingService(env: Record<string, string> = {}): Promise<Living> {
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const kanon = await startApp({ PORT: port, KANON_PUBLIC_URL: url, ...env });
  await furnish(kanon);
  return { ...kanon, url };
}
