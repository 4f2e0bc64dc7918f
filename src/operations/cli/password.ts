/** The password of an account: from a file, the environment or the keyboard, and never from the command itself. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Failure } from './failure.ts';
import { readText } from './input.ts';
import { Usage } from './usage.ts';
import type { Desk } from './words.ts';

export async function passwordOf(account: string, file: string | undefined, desk: Desk): Promise<string> {
  // What editors and PowerShell put around a text is no part of the password: their marks, and line breaks at the end.
  if (file !== undefined) return (await readText(file, desk)).replace(/[\r\n]+$/, '');
  const fromEnvironment = process.env['KANON_PASSWORD'];
  if (fromEnvironment) return fromEnvironment;
  if (!process.stdin.isTTY) throw new Usage(desk.words.noPassword);
  return typed(desk.words.passwordFor(account), desk);
}

/** What is typed, shown nowhere. */
async function typed(question: string, { words }: Desk): Promise<string> {
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
