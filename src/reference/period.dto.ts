/** Wire shapes of keeping periods: opening one, its days, a later last day. */
import { ApiProperty } from '@nestjs/swagger';
import { KeyParam } from '../access/forms.ts';
import { optional, parsedBy, readFields } from '../foundation/http/fields.ts';
import { problems } from '../foundation/problem.ts';
import { parseDay } from '../rules/day.ts';
import type { PeriodKey } from '../rules/period.ts';
import { NEWEST_POLICY } from '../rules/policy.ts';
import type { Scheme } from '../rules/scheme.ts';
import { schemeOf } from '../rules/schemes/registry.ts';

export class KeptPeriodPlace {
  /** Period in SDMX form, such as `2026-Q3`. */
  @KeyParam('period') period!: PeriodKey;
}

const day = parsedBy(parseDay, 'ein Tag wie 2026-10-01', 'a day such as 2026-10-01');
const scheme = parsedBy<Scheme>(
  schemeOf,
  'ein Schema, wie GET /v1/schemes es nennt, etwa but-counselling/1',
  'a scheme as GET /v1/schemes names it, such as but-counselling/1',
);
const policy = {
  read: (value: unknown): number | undefined =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 9999 ? value : undefined,
  de: 'die Nummer einer Schutzregel',
  en: 'the number of a policy',
};

export class NewPeriodBody {
  /** Name and version of its scheme. */
  @ApiProperty({ type: String, example: 'but-counselling/1' })
  scheme!: Scheme;
  /** Number of its policy, which is the newest; whoever names it learns where the program has another one by now. */
  @ApiProperty({ type: 'integer', required: false, example: NEWEST_POLICY.number })
  policy?: number;
  /** First and last day on which reports are taken. */
  @ApiProperty({ format: 'date' }) opensOn!: string;
  @ApiProperty({ format: 'date' }) closesOn!: string;

  static read(bytes: Uint8Array): NewPeriodBody {
    const body = readFields(bytes, { scheme, policy: optional(policy), opensOn: day, closesOn: day });
    inOrder(body);
    return Object.assign(new NewPeriodBody(), body);
  }
}

export class PeriodDaysBody {
  /** First and last day on which reports are taken. */
  @ApiProperty({ format: 'date' }) opensOn!: string;
  @ApiProperty({ format: 'date' }) closesOn!: string;

  static read(bytes: Uint8Array): PeriodDaysBody {
    const body = readFields(bytes, { opensOn: day, closesOn: day });
    inOrder(body);
    return Object.assign(new PeriodDaysBody(), body);
  }
}

export class ProlongBody {
  /** New last day; later than the present one. */
  @ApiProperty({ format: 'date' }) closesOn!: string;

  static read(bytes: Uint8Array): ProlongBody {
    return Object.assign(new ProlongBody(), readFields(bytes, { closesOn: day }));
  }
}

function inOrder({ opensOn, closesOn }: { readonly opensOn: string; readonly closesOn: string }): void {
  if (opensOn <= closesOn) return;
  throw problems.badRequest([
    {
      rule: 'days',
      pointer: '/closesOn',
      reason: { de: 'closesOn liegt nicht vor opensOn.', en: 'closesOn must not lie before opensOn.' },
    },
  ]);
}

/** Days of a period as they are now. */
export class KeptPeriodBody {
  period!: string;
  @ApiProperty({ format: 'date' }) opensOn!: string;
  @ApiProperty({ format: 'date' }) closesOn!: string;
}

export class WithdrawnPeriodBody {
  period!: string;
  @ApiProperty({ enum: ['withdrawn'] }) state!: 'withdrawn';
}
