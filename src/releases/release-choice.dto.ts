/** Wire shape of a release that was asked for: what shall become of corrections. */
import { ApiProperty } from '@nestjs/swagger';
import { problems } from '../foundation/problem.ts';
import type { CorrectionChoice } from '../reference/period-progress.ts';
import { readJson } from '../rules/json.ts';

const CHOICES: readonly string[] = ['publish', 'keep'] satisfies CorrectionChoice[];
const FIELDS = new Set(['corrections']);

export class ReleaseChoiceBody {
  /**
   * `publish`: a new version also where it hides what the state or a district was shown. `keep`: all corrections wait
   * for the next time the period is opened, such as the annual closing, and the newest release stays the newest. Without
   * it nothing is published that would hide such a cell, and the state says `would-hide`.
   */
  @ApiProperty({ enum: CHOICES })
  corrections?: CorrectionChoice;

  /** No body at all, or strictly this one field. */
  static read(bytes: Uint8Array): ReleaseChoiceBody {
    if (bytes.length === 0) return new ReleaseChoiceBody();
    const read = readJson(bytes, { bytes: 1024, words: FIELDS });
    const body: unknown = 'value' in read ? read.value : undefined;
    const chosen: unknown = body instanceof Map && body.size === 1 ? body.get('corrections') : undefined;
    if (isChoice(chosen)) return Object.assign(new ReleaseChoiceBody(), { corrections: chosen });
    throw problems.badRequest([
      {
        rule: 'corrections',
        pointer: '/corrections',
        reason: {
          de: 'Der Body fehlt ganz oder besteht aus genau einem Feld corrections mit publish oder keep.',
          en: 'There is no body at all, or it holds exactly one field, corrections, with publish or keep.',
        },
      },
    ]);
  }
}

const isChoice = (value: unknown): value is CorrectionChoice =>
  typeof value === 'string' && CHOICES.includes(value);
