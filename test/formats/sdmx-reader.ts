/**
 * A strict reader of SDMX-CSV, written from its rules alone: the Data Message Field Guide of the SDMX technical working group
 * (github.com/sdmx-twg/sdmx-csv, docs/data_message_field_guide.md) and RFC 4180. It shares nothing with the writer.
 */
import type { SdmxStructure } from './sdmx-structure.ts';

export interface Observation {
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

const ACTIONS = ['I', 'A', 'R', 'D'];
const ARTEFACT = /^[A-Z][A-Z0-9_]*:[A-Z][A-Z0-9_]*\(\d+\.\d+\.\d+\)$/;
const PERIODS = /^\d{4}(-Q[1-4]|-S[12])?$/;

/** Records of fields, quoted or not; throws where the text is not RFC 4180. */
export function records(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += text[at] === '"' ? 2 : 1) {
        if (at >= text.length) throw new Error('a quotation does not end');
        field += text[at] ?? '';
      }
      at += 1;
    } else
      for (; at < text.length && text[at] !== ',' && text[at] !== '\r'; at += 1) {
        if (text[at] === '"' || text[at] === '\n')
          throw new Error('a quotation or line break within a plain field');
        field += text[at] ?? '';
      }
    line.push(field);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      lines.push(line);
      line = [];
      at += 2;
    } else throw new Error('a record does not end in CRLF');
  }
  if (line.length > 0) throw new Error('the last record does not end');
  return lines;
}

/** Observations, held against the structure that the file names; throws with the first thing that is not as it must be. */
export function readSdmxCsv(text: string, structure: SdmxStructure): Observation[] {
  const [header = [], ...lines] = records(text);
  if (header.slice(0, 3).join() !== 'STRUCTURE,STRUCTURE_ID,ACTION')
    throw new Error('the first columns are others');
  const components = header.slice(3);
  if (new Set(components).size !== components.length) throw new Error('a component stands twice');
  const { dimensions, measures, attributes } = structure;
  if (components.join() !== [...dimensions, ...measures, ...attributes].join())
    throw new Error('the columns are not the components of the structure, in their order');
  const seen = new Set<string>();
  return lines.map((line, at) => {
    const fault = (what: string): Error => new Error(`record ${at + 2}: ${what}`);
    if (line.length !== header.length) throw fault('not as many fields as the header');
    const [kind = '', id = '', action = '', ...values] = line;
    if (kind !== 'dataflow' || !ARTEFACT.test(id) || id !== structure.dataflow)
      throw fault('another structure');
    if (!ACTIONS.includes(action)) throw fault('no action');
    const fields = new Map(components.map((name, field) => [name, values[field] ?? '']));
    for (const name of dimensions) {
      const value = fields.get(name) ?? '';
      const codes = structure.codes.get(name);
      if (codes ? !codes.has(value) : !PERIODS.test(value)) throw fault(`${name} has no such code`);
    }
    for (const name of [...measures, ...attributes]) {
      const value = fields.get(name) ?? '';
      const codes = structure.codes.get(name);
      if (codes && !codes.has(value)) throw fault(`${name} has no such code`);
      if (structure.integers.has(name) && !/^(0|[1-9]\d*)?$/.test(value)) throw fault(`${name} is no number`);
    }
    const key = dimensions.map((name) => fields.get(name)).join('.');
    if (seen.has(key)) throw fault('a key stands twice');
    seen.add(key);
    return { key, fields };
  });
}
