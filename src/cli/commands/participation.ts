/** `kanon participation SCHOOL`: a change of who is expected in a running period, with its reason, beside the database. */
import { Problem } from '../../foundation/problem-shape.ts';
import type { ChangeReason, Participation } from '../../reference/participation.ts';
import { Participations } from '../../reference/participations.ts';
import type { Boot } from '../../operations/boot.ts';
import { administer } from './administer.ts';
import { operatorIn } from './administrator.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { periodIn, schoolIn } from '../service/sign-in.ts';
import { say } from '../terminal/terminal.ts';
import type { Desk } from '../words/words.ts';

export interface ParticipationOptions {
  readonly period: string;
  readonly kind: Participation;
  readonly reason: ChangeReason;
  readonly operator?: string;
}

export async function changeParticipation(
  number: string,
  { period: text, kind, reason, operator: by }: ParticipationOptions,
  boot: Boot,
  desk: Desk,
): Promise<number> {
  const { lang, words } = desk;
  const school = schoolIn(number, desk);
  const period = periodIn(text, desk);
  const operator = operatorIn(by, desk);
  await administer(boot, operator, desk, async ({ app }, admin) => {
    const changed = await app
      .get(Participations)
      .change(admin, { period, school }, { kind, reason })
      .catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        if (error.code === 'not-found') throw new Failure([words.notKnownThere], EXIT.failed, error);
        throw new Failure(
          error.body.findings?.map((finding) => finding.reason[lang]) ?? [error.bodyIn(lang).detail],
          EXIT.failed,
          error,
        );
      });
    const sentence = changed ? words.participationChanged : words.participationSame;
    say(sentence(school, period, kind));
  });
  return EXIT.done;
}
