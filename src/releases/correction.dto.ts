/** Wire shapes of correcting a released period. */
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsSchool, IsWholeNumber } from '../access/forms.ts';
import type { Problem } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import { parseDay } from '../rules/day.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { readJson } from '../rules/json.ts';

const FIELDS = new Set(['until']);

export class ReopenBody {
  /** Last day on which reports are taken. */
  @ApiProperty({ format: 'date', example: '2026-11-30' })
  until!: string;

  /** Strictly this one field. */
  static read(bytes: Uint8Array): ReopenBody {
    const read = readJson(bytes, { bytes: 1024, words: FIELDS });
    const body: unknown = 'value' in read ? read.value : undefined;
    const until: unknown = body instanceof Map && body.size === 1 ? body.get('until') : undefined;
    if (typeof until !== 'string' || parseDay(until) === undefined) throw notUntil();
    return Object.assign(new ReopenBody(), { until });
  }
}

/** The day is none, or has passed. */
export const notUntil = (): Problem =>
  problems.badRequest([
    {
      rule: 'until',
      pointer: '/until',
      reason: {
        de: 'Der Body besteht aus genau einem Feld until mit einem Tag wie 2026-11-30, der noch nicht vorbei ist.',
        en: 'The body holds exactly one field, until, with a day such as 2026-11-30 that has not passed.',
      },
    },
  ]);

export class KeptQuery {
  /** Schools after this number. */
  @IsOptional() @IsSchool() after?: SchoolNumber;
  /** Schools of one page. */
  @IsOptional() @IsWholeNumber(1, 1000) limit?: number;
}

export class KeptCorrections {
  period!: string;
  /** Schools whose correction the newest release leaves out, so that nobody can tell it from the one before. */
  @ApiProperty({ type: [String], example: ['990001'] })
  kept!: string[];
  /** Pass it as `after` for the next page; null at the end. */
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
