/** What is made ready behind the overview of a school: the page itself on this device, and what working without a connection needs. */
import type { Session } from '../frame/session.ts';
import type { KeptDraft } from '../report/draft.ts';
import { offlineAccounts } from '../report/offline-key.ts';
import { openVault } from '../report/vault.ts';
import { keepPlaces } from './place.ts';

/** Keeps the files of the page on this device. A browser that has no such thing, or is told not to, works as before. */
export async function keepPage(): Promise<void> {
  if ('serviceWorker' in navigator)
    await navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' });
}

/** Returns the places, `school period`, whose report is finished and was not sent. */
export async function makeReady(session: Session): Promise<readonly string[]> {
  await keepPage().catch(() => undefined);
  const vault = await openVault(session.account);
  if ((await offlineAccounts()).includes(session.account)) await keepPlaces(vault, session);
  const waiting: string[] = [];
  for (const name of await vault.names('draft '))
    if ((await vault.find<KeptDraft>(name))?.isWaiting) waiting.push(name.slice('draft '.length));
  return waiting;
}
