/** `kanon account invite LIST.csv`: accounts of a whole list, and one printable letter a person. */
import type { Schemas } from '../../client/wire.ts';
import { decodeText } from '../../rules/sheet/text.ts';
import { filled, SHEET_FAULTS } from '../../rules/sheet/sheet-faults.ts';
import { readBytes } from '../files/input.ts';
import { openKept } from '../files/receipt-file.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { say, sayJson } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { INVITATION_WORDS } from '../words/invitation-words.ts';
import type { Service } from '../service/service.ts';
import { type ServiceOptions, serviceOf, signIn } from '../service/sign-in.ts';
import type { Desk } from '../words/words.ts';

export interface InviteOptions extends ServiceOptions {
  readonly account?: string;
  readonly passwordFile?: string;
  readonly letters?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

const INVITATIONS = '/v1/accounts/invitations';
/** Milliseconds: some two thousand letters are made while the answer leaves. */
const LETTERS_TIME = 300_000;
const LETTERS_BYTES = 64 * 1024 * 1024;
/** Bytes of a list that are read; the service takes less, and says so. */
const LIST_BYTES = 4 * 1024 * 1024;

/** Invites everybody of the list, or checks it alone. The letters go into a new file that its owner alone can read. */
export async function inviteByList(file: string, options: InviteOptions, desk: Desk): Promise<number> {
  const words = INVITATION_WORDS[desk.lang];
  const { account, letters, dryRun, json } = options;
  const ways = [letters, dryRun, json].filter((way) => way !== undefined);
  if (account === undefined || ways.length !== 1) throw new Usage(words.use);
  const list = textOf(await readBytes(file, desk, LIST_BYTES), desk);
  const service = serviceOf(options, desk, { timeout: LETTERS_TIME, largestAnswer: LETTERS_BYTES });
  if (letters !== undefined) {
    const kept = await openKept(letters, words.lettersThere, desk);
    try {
      await signIn(service, { ...options, account }, desk);
      await kept.write(await lettersOf(service, list, desk));
    } finally {
      await kept.close();
    }
    say(words.invited(letters));
    return EXIT.done;
  }
  await signIn(service, { ...options, account }, desk);
  const query = dryRun ? ({ dryRun: 'true' } as const) : {};
  const { body } = await service.post(INVITATIONS, { query, body: { list } });
  if (json) sayJson(body satisfies Schemas['InvitationsAnswer']);
  else say(words.allWell(body.rows));
  return EXIT.done;
}

async function lettersOf(service: Service, list: string, { lang }: Desk): Promise<Uint8Array> {
  try {
    return (await service.file(INVITATIONS, { query: { letters: 'true' }, body: { list } })).body;
  } catch (error) {
    if (!(error instanceof Failure) || error.exitCode !== EXIT.unreachable) throw error;
    throw new Failure([...error.sentences, INVITATION_WORDS[lang].inDoubt], error.exitCode, error);
  }
}

/** The text, in whatever encoding a spreadsheet program saved it. */
function textOf(bytes: Uint8Array, { lang, words }: Desk): string {
  const read = decodeText(bytes);
  if ('text' in read) return read.text;
  const sentence = filled(SHEET_FAULTS[read.fault][lang]);
  throw new Failure([read.line > 0 ? `${words.line(read.line)}: ${sentence}` : sentence]);
}
