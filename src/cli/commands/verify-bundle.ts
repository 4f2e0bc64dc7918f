/** `kanon verify BUNDLE --key KEYFILE`: the verifier, which is also a file of its own, dist/kanon-verify.mjs. */
import { Unusable, verifyFile } from '../../verifier/verify-file.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import type { Desk } from '../words/words.ts';

export interface VerifyFileFlags {
  readonly key: string;
  readonly witnessKey?: readonly string[];
  readonly kept?: string;
  readonly json?: true;
}

export async function verifyBundleFile(
  file: string,
  flags: VerifyFileFlags,
  { lang }: Desk,
): Promise<number> {
  try {
    const verdict = await verifyFile(file, { ...flags, lang });
    return { holds: EXIT.done, fails: EXIT.failed, unverified: EXIT.otherFile }[verdict];
  } catch (error) {
    throw error instanceof Unusable ? new Failure([error.message], EXIT.otherFile, error) : error;
  }
}
