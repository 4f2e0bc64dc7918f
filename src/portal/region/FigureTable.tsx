/** The table of figures, and the small one that stands for a picture. */
import type { RegionWords } from '../words/de/region.ts';
import type { ReadCell, ReadRow } from './reading.ts';
import type { ViewsProps } from './props.ts';

/** Every row and column; the region's own row stands last, as it is no sum that we made. */
export function FigureTable({
  columns,
  rows,
  whole,
  words,
  name,
  label,
}: ViewsProps & { readonly label: string }) {
  const hasTypes = rows.some(({ schoolType }) => schoolType !== null);
  return (
    <div class="table-box" tabIndex={0} role="region" aria-label={label}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{words.view.row}</th>
            {hasTypes && <th scope="col">{words.view.schoolType}</th>}
            {columns.map(({ code, title }) => (
              <th scope="col" key={code} class="number">
                {title}
              </th>
            ))}
            <th scope="col" class="number">
              {words.view.schools}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.region} ${row.schoolType ?? ''}`} row={row} hasTypes={hasTypes} words={words} />
          ))}
        </tbody>
        <tfoot>
          <Row row={{ ...whole, name }} hasTypes={hasTypes} words={words} />
        </tfoot>
      </table>
    </div>
  );
}

function Row({
  row,
  hasTypes,
  words,
}: {
  readonly row: ReadRow;
  readonly hasTypes: boolean;
  readonly words: RegionWords;
}) {
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {hasTypes && <td>{row.schoolType ?? words.noSchoolType}</td>}
      {row.cells.map((cell, at) => (
        <Cell key={at} cell={cell} />
      ))}
      <td class="number">{words.view.nOfM(row.reported, row.expected)}</td>
    </tr>
  );
}

const Cell = ({ cell: { kind, text } }: { readonly cell: ReadCell }) =>
  kind === 'hidden' || kind === 'pending' ? (
    <td class="number">
      <span class="hatched">{text}</span>
    </td>
  ) : (
    <td class="number">{text}</td>
  );

/** The numbers of a picture as a table, folded away beside it. */
export const Twin = ({
  words,
  head,
  rows,
}: {
  readonly words: RegionWords;
  readonly head: readonly [string, string];
  readonly rows: readonly (readonly [string, string])[];
}) => (
  <details class="twin">
    <summary>{words.view.asTable}</summary>
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col" class="number">
            {head[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, text]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="number">{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);
