/** Wire shapes of holds: entries of some time are kept beyond their retention. */
import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { ProblemFinding } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import { readJson } from '../rules/json.ts';
import { parseMoment } from '../rules/moment.ts';

const HOLD_STATES = ['asked', 'confirmed', 'declined', 'lifted'] as const;
const HOLDERS = ['protection-officer', 'auditor'] as const;
const MOMENTS = ['first', 'before', 'keepUntil'] as const;

export class HoldPlace {
  @IsUUID(undefined, { message: 'hold must be the id of a hold' }) hold!: string;
}

/** Asks that entries of this time are kept longer than the setting says. */
export class HoldBody {
  /** First moment, RFC 3339 with its zone. */
  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-05T00:00:00Z' })
  first!: Date;
  /** Moment after the last. */
  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-06T00:00:00Z' })
  before!: Date;
  /** Until then, whatever the setting says: in the future, and at most twelve months from now. */
  @ApiProperty({ type: String, format: 'date-time', example: '2027-05-01T00:00:00Z' })
  keepUntil!: Date;

  /** Exactly these three: a free text could hold a name. Throws bad-request with every place at fault. */
  static read(bytes: Uint8Array): HoldBody {
    const read = readJson(bytes, { bytes: 1024, words: new Set(MOMENTS) });
    const body: unknown = 'value' in read ? read.value : undefined;
    if (!(body instanceof Map) || body.size !== MOMENTS.length || !MOMENTS.every((name) => body.has(name)))
      throw problems.badRequest([NOT_WHOLE]);
    const moments = MOMENTS.map((name): [string, Date | undefined] => {
      const text: unknown = body.get(name);
      return [name, typeof text === 'string' ? parseMoment(text) : undefined];
    });
    const faults = moments.flatMap(([name, moment]) => (moment ? [] : [notMoment(name)]));
    if (faults.length > 0) throw problems.badRequest(faults);
    const hold = Object.assign(new HoldBody(), Object.fromEntries(moments));
    if (hold.first >= hold.before) throw problems.badRequest([NOT_IN_ORDER]);
    return hold;
  }
}

const NOT_WHOLE: ProblemFinding = {
  rule: 'hold',
  reason: {
    de: 'Der Body besteht aus genau den Zeitpunkten first, before und keepUntil.',
    en: 'The body holds exactly the moments first, before and keepUntil.',
  },
};
const NOT_IN_ORDER: ProblemFinding = {
  rule: 'hold',
  pointer: '/before',
  reason: { de: 'before liegt nach first.', en: 'before must lie after first.' },
};
const notMoment = (name: string): ProblemFinding => ({
  rule: 'moment',
  pointer: `/${name}`,
  reason: {
    de: `${name} ist ein Zeitpunkt nach RFC 3339 mit Zone aus den Jahren 2000 bis 2099, etwa 2026-11-05T00:00:00Z.`,
    en: `${name} must be a moment as in RFC 3339, with its zone, of the years 2000 to 2099, such as 2026-11-05T00:00:00Z.`,
  },
});

/** A hold as it stands now. */
export class HoldStateBody {
  id!: string;
  /** First moment of the time whose entries are kept, ISO 8601, UTC; so are all moments here. */
  first!: string;
  before!: string;
  keepUntil!: string;
  /** `asked` by the protection officer; `confirmed` or `declined` by an auditor; `lifted` by both. */
  @ApiProperty({ enum: HOLD_STATES })
  state!: (typeof HOLD_STATES)[number];
  /** Until when it keeps entries as it stands: of one that is only asked for 14 days; null where it keeps none. */
  holdsUntil!: string | null;
  askedAt!: string;
  /** Account. */
  askedBy!: string;
  answeredAt!: string | null;
  answeredBy!: string | null;
  /** Who asked within 14 days to lift it; the other one has to ask too. */
  @ApiProperty({ enum: HOLDERS, type: String, nullable: true })
  liftAskedBy!: (typeof HOLDERS)[number] | null;
}

export class HoldList {
  /** Newest first. */
  holds!: HoldStateBody[];
  /** Of the next page; null on the last one. */
  @ApiProperty({ type: String, nullable: true }) cursor!: string | null;
}
