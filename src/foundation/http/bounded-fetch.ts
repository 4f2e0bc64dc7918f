/** A fetch that reaches one host, waits so long, reads so much, and is led nowhere: what a library asks of an issuer goes through it. */

/** Milliseconds for the whole answer. */
const PATIENCE = 5000;
/** Bytes; sets of keys, tokens and metadata of issuers have a few thousand. */
const LONGEST = 256 * 1024;

/** Throws where the address is of another host than `base`, or the answer is too long, too late, or a way to somewhere else. */
export const boundedFetch =
  (base: string) =>
  async (url: string, options: object): Promise<Response> => {
    if (new URL(url).origin !== new URL(base).origin) throw new Error('the issuer names another host');
    const answer = await fetch(url, {
      ...options,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return new Response(await bytesOf(answer), { status: answer.status, headers: answer.headers });
  };

/** Of an answer, as many as there may be. */
async function bytesOf(answer: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Breaking off gives the rest up.
  for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > LONGEST) throw new Error('the answer of the issuer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
