/** `kanon releases list|document|certificate`: which releases there are, and one of them as a file that `kanon verify-release` checks. */
import type { PURPOSES } from '../../access/entry.ts';
import { everyPage } from '../../client/every-page.ts';
import type { Service } from '../service/service.ts';
import { type AccountOptions, serviceOf, signIn } from '../service/sign-in.ts';
import { EXIT } from '../terminal/failure.ts';
import { say, sayJson, tableLines } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { RELEASE_WORDS } from '../words/release-words.ts';
import { type Desk, momentIn } from '../words/words.ts';

export interface ReleasesOptions extends AccountOptions {
  readonly purpose?: (typeof PURPOSES)[number];
  readonly json?: true;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function releases(
  [what, id, ...more]: readonly string[],
  options: ReleasesOptions,
  desk: Desk,
): Promise<number> {
  const words = RELEASE_WORDS[desk.lang];
  const isList = what === 'list' && id === undefined;
  const isOne = (what === 'document' || what === 'certificate') && id !== undefined && UUID.test(id);
  if (more.length > 0 || !(isList || isOne)) throw new Usage(words.use);
  if (what === 'document' && options.purpose === undefined) throw new Usage(words.needsPurpose);
  const service = serviceOf(options, desk);
  await signIn(service, options, desk);
  if (isList) await list(service, options, desk);
  else if (what === 'document')
    process.stdout.write(
      (
        await service.bytes('/v1/releases/{release}/document', {
          path: { release: id ?? '' },
          header: { 'kanon-purpose': options.purpose ?? 'AUDIT' },
        })
      ).body,
    );
  else
    sayJson((await service.get('/v1/releases/{release}/certificate', { path: { release: id ?? '' } })).body);
  return EXIT.done;
}

async function list(service: Service, { json }: ReleasesOptions, desk: Desk): Promise<void> {
  const words = RELEASE_WORDS[desk.lang];
  const all = await everyPage(async (cursor) => {
    const { body } = await service.get('/v1/releases', { query: cursor === undefined ? {} : { cursor } });
    return { lines: body.releases, next: body.cursor };
  });
  if (json) sayJson({ releases: all });
  else if (all.length === 0) say(words.none);
  else {
    const rows = all.map((one) => [one.period, one.version, momentIn(desk, one.releasedAt), one.id]);
    for (const line of tableLines(words.head, rows, ['left', 'right', 'left', 'left'])) say(line);
  }
}
