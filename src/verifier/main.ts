/** kanon-verify: the verifier as one file that runs with Node alone. Exit code: 0 holds, 1 does not, 2 wrong use, 6 nothing verified. */
import { parseArgs } from 'node:util';
import { Unusable, type LogVerdict, verifyFile } from './verify-file.ts';
import { type ReaderLanguage, WORDS } from './words.ts';

const OPTIONS = {
  key: { type: 'string' },
  'witness-key': { type: 'string', multiple: true },
  kept: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/** Another code for what could not be verified than for what contradicts the log. */
const EXIT = { holds: 0, fails: 1, unverified: 6 } as const satisfies Record<LogVerdict, number>;

/** German, unless the caller or the environment says English. */
function languageOf(asked: string | undefined): ReaderLanguage {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return asked === 'en' || (asked !== 'de' && /^en/i.test(LC_ALL || LC_MESSAGES || LANG || '')) ? 'en' : 'de';
}

function given() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || values.key === undefined || more.length > 0) return undefined;
    return {
      file,
      key: values.key,
      witnessKey: values['witness-key'] ?? [],
      kept: values.kept,
      json: values.json ?? false,
      lang: languageOf(values.lang),
    };
  } catch {
    return undefined; // an option that is none
  }
}

const asked = given();
try {
  if (asked) process.exitCode = EXIT[await verifyFile(asked.file, asked)];
  else {
    process.stderr.write(`${WORDS[languageOf(undefined)].use}\n`);
    process.exitCode = 2;
  }
} catch (error) {
  if (!(error instanceof Unusable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = EXIT.unverified;
}
