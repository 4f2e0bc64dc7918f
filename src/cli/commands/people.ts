/** `kanon people`: who may report for the own school, who let them in, and who reported. No person and no count is named. */
import type { Schemas } from '../../client/wire.ts';
import { EXIT } from '../terminal/failure.ts';
import { say, sayJson } from '../terminal/terminal.ts';
import { type AccountOptions, schoolIn, serviceOf, signIn } from '../service/sign-in.ts';
import { OWN_WORDS } from '../words/own-words.ts';
import { type Desk, momentIn } from '../words/words.ts';

export interface PeopleOptions extends AccountOptions {
  readonly json?: true;
}

export async function people(number: string, options: PeopleOptions, desk: Desk): Promise<number> {
  const school = schoolIn(number, desk);
  const service = serviceOf(options, desk);
  await signIn(service, options, desk);
  const { body } = await service.get('/v1/schools/{school}/people', { path: { school } });
  if (options.json) sayJson(body);
  else sayPeople(body, desk);
  return EXIT.done;
}

function sayPeople({ people: all, reports }: Schemas['SchoolPeople'], desk: Desk): void {
  const words = OWN_WORDS[desk.lang];
  if (all.length === 0) say(words.nobody);
  for (const { office, role, isOwn, active, madeAt, from, to, invitedBy, renewedAt, renewedBy } of all) {
    say(words.person(office, role, isOwn, active));
    say(words.invitedBy(invitedBy?.office ?? words.host, momentIn(desk, madeAt)));
    if (from !== null || to !== null) say(words.days(from, to));
    if (renewedAt !== null)
      say(words.renewedBy(renewedBy?.office ?? words.mailbox, momentIn(desk, renewedAt)));
  }
  for (const { period, reportedAt, isOwn, by } of reports)
    say(
      words.report(
        period,
        isOwn ? words.you : (by?.office ?? words.closedOffice),
        momentIn(desk, reportedAt),
      ),
    );
}
