/** Fetches a small document from an address that a setting names: bounded in time and in bytes, and led nowhere else. */

/** Milliseconds for the whole answer. */
const PATIENCE = 5000;
/** Bytes; sets of keys and metadata of issuers have a few thousand. */
const LONGEST = 256 * 1024;

/** Throws where the answer is not 200, not JSON, too long, too late, or a way to somewhere else. */
export async function fetchedJson(url: string): Promise<unknown> {
  const answer = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (answer.status !== 200 || !answer.body) {
    await answer.body?.cancel();
    throw new Error(`the issuer answered ${answer.status}`);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Breaking off gives the rest up.
  for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > LONGEST) throw new Error('the answer of the issuer is too long');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
