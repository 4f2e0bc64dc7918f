/** Reads the documents of this repository: fences, tables and links of Markdown, as plainly as we write it. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const repository = new URL('../../', import.meta.url);

/** Full path of a file of the repository. */
export const pathOf = (name: string): string => fileURLToPath(new URL(name, repository));

export const readDoc = (name: string): Promise<string> => readFile(pathOf(name), 'utf8');

/** The text between two markers; throws where one is missing. */
export function between(text: string, from: string, to: string): string {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`"${from}" … "${to}" is not there`);
  return text.slice(start + from.length, end);
}

export interface Fence {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks, in order. */
export const fences = (text: string): Fence[] =>
  [...text.matchAll(/^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm)].map(([, language = '', body = '']) => ({
    language,
    text: body,
  }));

/** The rows below the head of the first table, cell by cell, without padding. */
export function rowsOfTable(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
