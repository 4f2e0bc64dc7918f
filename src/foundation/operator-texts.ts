/** Texts that whoever runs the service has to publish: plain text out of one folder, read at the start. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Whom to ask, imprint, privacy notice, accessibility statement, and who settles a dispute about it. */
export const OPERATOR_TEXTS = ['contact', 'imprint', 'privacy', 'accessibility', 'arbitration'] as const;
export type OperatorTextName = (typeof OPERATOR_TEXTS)[number];

export const TEXT_LANGUAGES = ['de', 'en'] as const;

export interface OperatorText {
  readonly name: OperatorTextName;
  readonly language: (typeof TEXT_LANGUAGES)[number];
  /** Paragraphs stand apart by an empty line. */
  readonly text: string;
}

/** Bytes of one text: more is none of these. */
const LONGEST = 64 * 1024;

/**
 * The texts of a folder, `imprint.de.txt` and so on, in UTF-8. What is missing, empty, too long or no text is left out: `missingTexts` says so.
 *
 * folder  undefined where the operator named none
 */
export async function readOperatorTexts(folder: string | undefined): Promise<OperatorText[]> {
  if (folder === undefined) return [];
  const all = OPERATOR_TEXTS.flatMap((name) =>
    TEXT_LANGUAGES.map(async (language): Promise<OperatorText[]> => {
      const text = await textAt(join(folder, `${name}.${language}.txt`));
      return text === undefined ? [] : [{ name, language, text }];
    }),
  );
  return (await Promise.all(all)).flat();
}

/** Those without a German text, by their names. */
export const missingTexts = (texts: readonly OperatorText[]): OperatorTextName[] =>
  OPERATOR_TEXTS.filter((name) => !texts.some((one) => one.name === name && one.language === 'de'));

async function textAt(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined || bytes.length > LONGEST) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n').trim();
    return text === '' ? undefined : text;
  } catch {
    // Another encoding would be shown with broken letters.
    return undefined;
  }
}
