/** The same figures as files, as the service writes them, and the line with which they are cited. */
import { useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { lackOf } from './load.ts';
import { citation, type Summary } from './reading.ts';
import type { FigureProps } from './props.ts';

/** For people first. */
const FORMATS = [
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['pdf', 'application/pdf', 'pdf'],
  ['csv-de', 'text/csv;charset=utf-8', 'csv'],
  ['csv', 'text/csv;charset=utf-8', 'csv'],
  ['json', 'application/json', 'json'],
  ['json-stat', 'application/json', 'json'],
  ['sdmx-csv', 'application/vnd.sdmx.data+csv', 'csv'],
  ['sdmx-structure', 'application/vnd.sdmx.structure+json', 'json'],
] as const;

export function Downloads(props: FigureProps & { readonly summary: Summary }) {
  const { source, choice, period, summary, words, name, now } = props;
  const [told, tell] = useState('');
  async function fetchFile([format, type, ending]: (typeof FORMATS)[number]) {
    try {
      const bytes = await source.file(choice, period, format, new AbortController().signal);
      save(
        new Blob([new Uint8Array(bytes)], { type }),
        `kanon-${choice.region}-${period}-${format}.${ending}`,
      );
      tell(words.download.done);
    } catch (error) {
      tell(words.lack[lackOf(error)].title);
    }
  }
  const cite = citation(summary, name, now(), words);
  return (
    <section class="card downloads" aria-labelledby="downloads-title">
      <h2 id="downloads-title">{words.download.title}</h2>
      <div class="buttons">
        {FORMATS.map((format) => (
          <Button
            kind="secondary"
            key={format[0]}
            onClick={() => {
              void fetchFile(format);
            }}
          >
            {words.download.of[format[0]]}
          </Button>
        ))}
      </div>
      <p role="status">{told}</p>
      <h3>{words.download.citeTitle}</h3>
      <p class="cite">{cite}</p>
    </section>
  );
}

/** A file that the browser keeps where the person keeps files; the address of its bytes is given back at once. */
function save(blob: Blob, name: string) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
