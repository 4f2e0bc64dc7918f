/** Wire shapes of many reports at once: the file, and what became of each of them. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { FindingBody } from '../foundation/http/problem.dto.ts';
import { problems } from '../foundation/problem.ts';
import { type FiledReport, readReports } from '../rules/reports-file.ts';
import { QuestionBody } from './report.dto.ts';

export class ReportImportQuery {
  /** `true`: all is checked, nothing is stored. */
  @IsOptional() @IsIn(['true', 'false']) dryRun?: 'true' | 'false';
  /** `true`: all reports or none. Else those that the rules refuse are left out. */
  @IsOptional() @IsIn(['true', 'false']) atomic?: 'true' | 'false';
}

/** Reports from the raw bytes. */
export class ReportsBody {
  readonly reports: readonly FiledReport[] = [];

  /** Throws import-refused with every line that cannot be read: a file that was cut off may lack more than it shows. */
  static read(bytes: Uint8Array): ReportsBody {
    const { reports, faults } = readReports(bytes);
    if (faults.length === 0) return Object.assign(new ReportsBody(), { reports });
    throw problems.importRefused(
      faults.map(({ line, pointer, cause, reason }) => ({
        rule: cause,
        pointer: line === 0 ? '' : `/${line}${pointer}`,
        reason: line === 0 ? reason : { de: `Zeile ${line}: ${reason.de}`, en: `Line ${line}: ${reason.en}` },
      })),
    );
  }
}

/** What became of one report. It holds no number of the report; the receipt does. */
export class ImportedReportBody {
  /** Line of the file; of CSV the first of the report. */
  @ApiProperty({ type: 'integer' }) line!: number;
  school!: string;
  period!: string;
  @ApiProperty({ enum: ['stored', 'unchanged', 'checked', 'refused'] }) outcome!: string;
  /** Code of the problem that a request of its own would have been answered with; null where there is none. */
  @ApiProperty({ type: String, nullable: true, example: 'report-refused' }) problem!: string | null;
  @ApiProperty({ type: [FindingBody] }) findings!: readonly FindingBody[];
  @ApiProperty({ type: String, nullable: true }) revision!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) revisionNumber!: number | null;
  @ApiProperty({ type: String, nullable: true }) reportedAt!: string | null;
  /** Something unusual, that is stored once it is confirmed. */
  @ApiProperty({ type: [QuestionBody] }) questions!: readonly QuestionBody[];
  /** What confirms it: `confirm` of this report, when the file is sent again within ten minutes. */
  @ApiProperty({ type: String, nullable: true }) confirm!: string | null;
  /** Compact JWS. */
  @ApiProperty({ type: String, nullable: true }) receipt!: string | null;
}

/** What became of the file: read = stored + unchanged + checked + refused. */
export class ImportedReportsBody {
  dryRun!: boolean;
  atomic!: boolean;
  @ApiProperty({ type: 'integer' }) read!: number;
  @ApiProperty({ type: 'integer' }) stored!: number;
  @ApiProperty({ type: 'integer' }) unchanged!: number;
  @ApiProperty({ type: 'integer' }) checked!: number;
  @ApiProperty({ type: 'integer' }) refused!: number;
  /** In the order of the file. */
  @ApiProperty({ type: [ImportedReportBody] }) reports!: readonly ImportedReportBody[];
}
