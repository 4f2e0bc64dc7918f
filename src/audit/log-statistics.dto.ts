/** Wire shapes of the figures of accesses by office. */
import { Matches } from 'class-validator';

const IsMonth = (): PropertyDecorator =>
  Matches(/^20\d{2}-(0[1-9]|1[0-2])$/, { message: '$property must be a month such as 2026-09' });

export class StatisticsQuery {
  /** First month. */
  @IsMonth() from!: string;
  /** Last month; it must be over. */
  @IsMonth() to!: string;
}

export class OfficeDayBody {
  /** In Berlin. */
  day!: string;
  /** Null stands for all offices in which fewer than five accounts did this in that month. */
  office!: string | null;
  action!: string;
  /** Allowed accesses. */
  accesses!: number;
}

export class StatisticsBody {
  from!: string;
  to!: string;
  /** No account, and no figure behind which fewer than five accounts stand. */
  days!: OfficeDayBody[];
}
