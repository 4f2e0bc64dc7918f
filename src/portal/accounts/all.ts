/** Every account that one may look after, page by page. */
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';

/** The most that the service gives at once. */
const PAGE = 500;

export async function allAccounts(): Promise<Schemas['AccountBody'][]> {
  const accounts: Schemas['AccountBody'][] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { body } = await api.get('/v1/accounts', {
      query: { limit: PAGE, ...(cursor !== undefined && { cursor }) },
    });
    accounts.push(...body.accounts);
    cursor = body.cursor;
  }
  return accounts;
}
