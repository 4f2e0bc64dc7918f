/** Reads single settings from an environment; what is wrong with them is gathered, so that one start tells all of it. */
import { readFileSync } from 'node:fs';
import { addressesIn } from './database/addresses.ts';
import type { InBoth } from './language.ts';
import { parseWholeNumber } from '../rules/whole-number.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export class EnvironmentReader {
  /** Everything that is wrong so far, in the order of reading. */
  readonly faults: InBoth[] = [];

  constructor(private readonly env: Environment) {}

  /** A whole number within both ends; the fallback where it is not set. */
  integer(name: string, fallback: number, least: number, most: number): number {
    const text = this.env[name];
    if (text === undefined || text === '') return fallback;
    const value = parseWholeNumber(text, least, most);
    if (value !== undefined) return value;
    this.faults.push({
      de: `${name} muss eine ganze Zahl von ${least} bis ${most} sein.`,
      en: `${name} must be a whole number from ${least} to ${most}.`,
    });
    return fallback;
  }

  /** Lines of a file, without empty ones and those that begin with #. */
  lines(name: string): readonly string[] {
    const file = this.env[name];
    if (file === undefined || file === '') return [];
    try {
      return readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    } catch {
      this.faults.push(unreadable(name));
      return [];
    }
  }

  /** Address of one server or several, as libpq writes them. */
  database(name: string): string | undefined {
    const text = this.secret(name);
    if (text === undefined || text === '') return undefined;
    if (addressesIn(text)) return text;
    this.faults.push({
      de: `${name} muss eine Adresse sein, die mit postgres:// oder postgresql:// beginnt; mehrere Server stehen als eins:5432,zwei:5432, und target_session_attrs ist, wenn es dasteht, read-write oder primary.`,
      en: `${name} must be a URL that begins with postgres:// or postgresql://; several servers stand as one:5432,two:5432, and target_session_attrs, if any, is read-write or primary.`,
    });
    return undefined;
  }

  /** An address of one of these schemes, such as `https:`. */
  url(name: string, schemes: readonly string[]): string | undefined {
    const text = this.env[name];
    if (text === undefined || text === '') return undefined;
    const isUrl = /^[^\s\p{Cc}]+$/u.test(text) && URL.canParse(text);
    if (isUrl && schemes.includes(new URL(text).protocol)) return text;
    const begins = schemes.map((scheme) => (scheme.startsWith('http') ? `${scheme}//` : scheme));
    this.faults.push({
      de: `${name} muss eine Adresse sein, die mit ${begins.join(' oder ')} beginnt.`,
      en: `${name} must be a URL that begins with ${begins.join(' or ')}.`,
    });
    return undefined;
  }

  /** Whether it is given, by itself or as a file. */
  isSet(name: string): boolean {
    return Boolean(this.env[name] || this.env[`${name}_FILE`]);
  }

  /** A secret may stand in a file, so that no list of processes or variables shows it. */
  secret(name: string): string | undefined {
    const file = this.env[`${name}_FILE`];
    if (file === undefined || file === '') return this.env[name];
    if (this.env[name])
      this.faults.push({
        de: `Bitte ${name} oder ${name}_FILE setzen, nicht beides.`,
        en: `Set ${name} or ${name}_FILE, not both.`,
      });
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      this.faults.push(unreadable(`${name}_FILE`));
      return undefined;
    }
  }
}

const unreadable = (name: string): InBoth => ({
  de: `Die Datei, die ${name} nennt, lässt sich nicht lesen.`,
  en: `The file that ${name} names cannot be read.`,
});
