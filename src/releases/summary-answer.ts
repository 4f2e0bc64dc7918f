/** The writer of the format asked for; the same numbers in each. */
import { fileNameOf, type FormatName, FORMATS } from '../formats/formats.ts';
import { jsonStatOf } from '../formats/json-stat.ts';
import { pdfOf } from '../formats/pdf.ts';
import { sdmxCsvOf } from '../formats/sdmx-csv.ts';
import { sdmxStructureOf } from '../formats/sdmx-structure.ts';
import { xlsxOf } from '../formats/xlsx.ts';
import { Answer } from '../foundation/http/answer.ts';
import { schemeOf } from '../rules/schemes/registry.ts';
import type { SummaryBody } from './release.dto.ts';
import { germanCsv, plainCsv } from './summary-csv.ts';

/** Each format has an ETag of its own: they are different bytes of one release. */
export function summaryAnswer(summary: SummaryBody, format: FormatName): Answer {
  const { id } = summary.release;
  const vary = { vary: 'Accept' };
  if (format === 'json') return Answer.json(summary, { revision: id, headers: vary });
  const parts = {
    contentType: FORMATS[format].mediaType,
    revision: `${id}.${format}`,
    headers: { ...vary, 'content-disposition': `attachment; filename="${fileNameOf(summary, format)}"` },
  };
  const scheme = schemeOf(summary.release.scheme);
  switch (format) {
    case 'csv-de':
      return Answer.bytes(scheme ? germanCsv(summary, scheme) : plainCsv(summary), parts);
    case 'csv':
      return Answer.bytes(plainCsv(summary), parts);
    case 'json-stat':
      return Answer.bytes(jsonStatOf(summary, scheme), parts);
    case 'sdmx-csv':
      return Answer.bytes(sdmxCsvOf(summary), parts);
    case 'sdmx-structure':
      return Answer.bytes(sdmxStructureOf(summary, scheme), parts);
    // These two take longer than a transaction should last, and need nothing of it: they are made once it has ended.
    case 'xlsx':
      return Answer.export(workbook(summary), parts);
    case 'pdf':
      return Answer.export(pdfOf(summary, scheme), parts);
  }
}

async function* workbook(summary: SummaryBody): AsyncGenerator<Buffer> {
  yield await xlsxOf(summary, schemeOf(summary.release.scheme));
}
