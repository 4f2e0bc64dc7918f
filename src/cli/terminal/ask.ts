/** Yes-or-no questions to the person at the terminal; on standard error, since standard output may go into a file. */
import { createInterface } from 'node:readline';
import { Failure } from './failure.ts';
import { remark } from './terminal.ts';
import type { Desk } from '../words/words.ts';

/** Whether somebody is there to read a question and to answer it. */
export const isAtTerminal = (): boolean => process.stdin.isTTY && process.stderr.isTTY;

/** Asks until the answer is one. Throws a Failure where the person leaves instead: Ctrl-C or Ctrl-D. */
export async function saysYes(question: string, desk: Desk): Promise<boolean> {
  for (;;) {
    const answer = (await answerTo(question, desk)).trim();
    if (/^(j|ja|y|yes)$/i.test(answer)) return true;
    if (/^(n|nein|no)$/i.test(answer)) return false;
    remark(desk.words.yesOrNo);
  }
}

async function answerTo(question: string, { words }: Desk): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await new Promise<string>((resolve, reject) => {
      const leave = (): void => reject(new Failure([words.notStored]));
      lines.once('SIGINT', leave);
      lines.once('close', leave);
      lines.question(question, resolve);
    });
  } finally {
    lines.close();
  }
}
