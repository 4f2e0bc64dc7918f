/** Wire shapes of lists that are imported: a list as text/csv, and what became of it. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { FindingReason } from '../foundation/http/problem.dto.ts';

export class ParticipationImportQuery {
  /** `true`: all is checked, nothing is stored. */
  @IsOptional() @IsIn(['true', 'false']) dryRun?: 'true' | 'false';
}

export class ImportQuery extends ParticipationImportQuery {
  /** Last day of all that is valid beyond it and not in the list; without it they stay as they are. */
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
    message: 'closesMissing must be a day such as 2026-07-31',
    context: { de: 'closesMissing ist ein Tag wie 2026-07-31' },
  })
  closesMissing?: string;
  /** `true`: also where that closes more than a fifth of what is known. */
  @IsOptional() @IsIn(['true', 'false']) force?: 'true' | 'false';
}

/** The bytes as they came: their encoding is found by whoever reads the list. */
export class ListBody {
  constructor(readonly bytes: Uint8Array = new Uint8Array()) {}

  static read(bytes: Uint8Array): ListBody {
    return new ListBody(bytes);
  }
}

/** What was passed over or taken for granted. */
export class ImportNoteBody {
  @ApiProperty({ example: 'dissolved' }) code!: string;
  /** Lines of the list; 1 is its first. */
  @ApiProperty({ type: 'integer', isArray: true }) lines!: readonly number[];
  reason!: FindingReason;
}

/** What became of a list: read = added + updated + unchanged + ignored. */
export class ImportedBody {
  /** Nothing was stored. */
  dryRun!: boolean;
  @ApiProperty({ type: 'integer' }) read!: number;
  @ApiProperty({ type: 'integer' }) added!: number;
  @ApiProperty({ type: 'integer' }) updated!: number;
  @ApiProperty({ type: 'integer' }) unchanged!: number;
  /** Known, not in the list, and given an end. */
  @ApiProperty({ type: 'integer' }) closed!: number;
  /** Lines about another Land. */
  @ApiProperty({ type: 'integer' }) ignored!: number;
  /** Schools that are known by their county only, their municipality not being known. */
  @ApiProperty({ type: 'integer' }) withoutMunicipality!: number;
  @ApiProperty({ type: [ImportNoteBody] }) notes!: readonly ImportNoteBody[];
}
