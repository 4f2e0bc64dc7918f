/** Who administers from the command line: there is no account behind it, so the log names the login of the machine. */
import { userInfo } from 'node:os';
import type { Actor } from '../../access/actor.ts';
import { objectText } from '../../access/object.ts';
import { Usage } from '../terminal/usage.ts';
import type { Desk } from '../words/words.ts';

/** As long as the name of an office, and nothing that breaks a line. */
const NAME = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{1,120}$/u;

/**
 * The administrator of the host. A login that several people share, such as root, names nobody: then `operator` says who
 * it is. It is believed, as whoever sits there could change the database as well.
 */
export function administratorOf(tenant: string, operator: string | undefined): Actor {
  const words = { login: login(), sudo: named(process.env['SUDO_USER']), by: operator };
  return {
    tenant,
    role: 'admin',
    system: 'command line',
    operator: objectText(words) ?? '',
    schools: [],
  };
}

/** The name after `--operator`; throws Usage for one that is none. */
export function operatorIn(text: string | undefined, { words }: Desk): string | undefined {
  if (text !== undefined && !NAME.test(text)) throw new Usage(words.operatorName);
  return text;
}

/** The name of the login; in a container a number may have none. */
function login(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}

const named = (text: string | undefined): string | undefined =>
  text !== undefined && NAME.test(text) ? text : undefined;
