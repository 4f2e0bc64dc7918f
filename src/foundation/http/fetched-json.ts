/** Fetches a small document from an address that a setting names: bounded in time and in bytes, and led nowhere else. */
import { boundedFetch } from './bounded-fetch.ts';

/** Throws where the answer is not 200, not JSON, too long, too late, or a way to somewhere else. */
export async function fetchedJson(url: string): Promise<unknown> {
  const answer = await boundedFetch(url)(url, { headers: { accept: 'application/json' } });
  if (answer.status !== 200) throw new Error(`the issuer answered ${answer.status}`);
  return answer.json();
}
