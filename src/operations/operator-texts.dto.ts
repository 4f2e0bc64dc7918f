/** Wire shapes of the operator's texts. */
import { ApiProperty } from '@nestjs/swagger';
import { OPERATOR_TEXTS, type OperatorTextName, TEXT_LANGUAGES } from '../foundation/operator-texts.ts';

export class OperatorTextBody {
  @ApiProperty({ enum: OPERATOR_TEXTS })
  name!: OperatorTextName;
  @ApiProperty({ enum: TEXT_LANGUAGES })
  language!: 'de' | 'en';
  /** Plain text; paragraphs stand apart by an empty line. */
  text!: string;
}

export class OperatorTextList {
  texts!: OperatorTextBody[];
}
