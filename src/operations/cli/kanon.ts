/** The command line: `kanon` alone starts the service, `kanon help` lists the rest. */
import { Problem } from '../../foundation/problem.ts';
import { SettingsFault, readSettings } from '../../foundation/settings.ts';
import type { Boot } from '../boot.ts';
import { start } from '../start.ts';
import { anonymiseFile } from './anonymise.ts';
import { importList } from './import.ts';
import { migrateOnce } from './migrate.ts';
import { rehearseWith } from './rehearse.ts';
import { Usage } from './usage.ts';

const HELP = `kanon                          start the service
kanon anonymise FILE           counts of a school (JSON) to the report that loses least, on standard output
kanon import regions FILE      municipalities from a public list (CSV); kanon import help tells more
kanon import schools FILE      schools from a public list (CSV)
kanon migrate                  bring the schema up to date as its owner, and end
kanon rehearse REGIONS SCHOOLS a whole quarter on the real lists with invented counts, timed, then thrown away
kanon help                     this text

Settings: PORT, DATABASE_URL, DATABASE_OWNER_URL, KANON_DATA, KANON_DEMO, KANON_HOST, KANON_POOL,
KANON_PUBLIC_URL, KANON_TENANT; see docs/operations.md.
`;

/** Exit code: 0 done, 1 failed, 2 wrong use. Every failure is said in clear sentences on standard error. */
export async function run(args: readonly string[], boot: Boot): Promise<number> {
  try {
    return await command(args, boot);
  } catch (error) {
    for (const line of sentences(error)) process.stderr.write(`kanon: ${line}\n`);
    return error instanceof Usage ? 2 : 1;
  }
}

async function command([name, ...rest]: readonly string[], boot: Boot): Promise<number> {
  switch (name) {
    case undefined:
      return start(readSettings(process.env), boot);
    case 'anonymise':
      return anonymiseFile(rest);
    case 'import':
      return importList(rest, boot);
    case 'migrate':
      return migrateOnce();
    case 'rehearse':
      return rehearseWith(rest, boot);
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(HELP);
      return 0;
    default:
      throw new Usage(`There is no such command; kanon help lists them.`);
  }
}

/** What a person reads; a fault of ours keeps its stack, since only its message tells where to look. */
function sentences(error: unknown): readonly string[] {
  if (error instanceof SettingsFault) return error.faults;
  if (error instanceof Problem) return [error.body.detail];
  return [error instanceof Error ? error.message : 'failed for an unknown reason'];
}
