/** Password and code of an account: from a file, the environment or the keyboard, and never from the command itself. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Failure } from '../terminal/failure.ts';
import { readFileText } from './input.ts';
import { Usage } from '../terminal/usage.ts';
import type { Desk } from '../words/words.ts';

export async function passwordOf(account: string, file: string | undefined, desk: Desk): Promise<string> {
  // What editors and PowerShell put around a text is no part of the password: their marks, and line breaks at the end.
  if (file !== undefined) return (await readFileText(file, desk)).replace(/[\r\n]+$/, '');
  const fromEnvironment = process.env['KANON_PASSWORD'];
  if (fromEnvironment) return fromEnvironment;
  if (!process.stdin.isTTY) throw new Usage(desk.words.noPassword);
  return hiddenAnswer(desk.words.passwordFor(account), desk);
}

/** A code of the second factor; it is good once, so it is asked for at the keyboard. */
export async function codeOf(account: string, desk: Desk): Promise<string> {
  if (!process.stdin.isTTY) throw new Usage(desk.words.noCode);
  return hiddenAnswer(desk.words.codeFor(account), desk);
}

/** What is typed, shown nowhere. */
export async function hiddenAnswer(question: string, { words }: Desk): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  // Only now does the terminal no longer show what is typed, however quick somebody is.
  process.stderr.write(question);
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.question('', resolve);
      // Ctrl-C and Ctrl-D.
      lines.once('SIGINT', () => reject(new Failure([words.cancelled])));
      lines.once('close', () => reject(new Failure([words.cancelled])));
    });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
