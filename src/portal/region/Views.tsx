/** Map, table, bars and time line of one answer. Each picture has its numbers as a table, and the line of its source. */
import { useEffect, useState } from 'preact/hooks';
import { schemeOf } from '../../rules/schemes/registry.ts';
import { BarChart } from '../charts/BarChart.tsx';
import { LineChart } from '../charts/LineChart.tsx';
import { classesOf } from '../charts/scale.ts';
import { TileMap } from '../charts/TileMap.tsx';
import { VIEWS, type View } from './choice.ts';
import { lackOf, type Lack } from './load.ts';
import { Lacking } from './Notes.tsx';
import { columnsOf, legend, type ReadCell, readCell, type ReadRow, readRows, sourceLine } from './reading.ts';
import type { ViewsProps } from './props.ts';
import { FigureTable, Twin } from './FigureTable.tsx';
import { tilesWithin } from './tiles.ts';

export function Views(props: ViewsProps) {
  const { words, choice, hrefOf, figures, lang, column, period } = props;
  const views = VIEWS.filter((view) => view !== 'map' || hasMap(props));
  const view = views.includes(choice.view) ? choice.view : 'table';
  const all = [...figures.own.rows, ...(figures.parts?.rows ?? [])];
  return (
    <section class="card figure" aria-labelledby="figure-title">
      <div class="figure-top">
        <div>
          <h2 id="figure-title">{titleOf(props, view)}</h2>
          <p class="desc">
            {words.view.desc(column.title, view === 'line' ? undefined : words.period(period))}
          </p>
        </div>
        <nav class="tabs" aria-label={words.view.label}>
          {views.map((one) => (
            <a
              key={one}
              href={hrefOf({ ...choice, view: one })}
              {...(one === view && { 'aria-current': 'page' as const })}
            >
              {words.view.of[one]}
            </a>
          ))}
        </nav>
      </div>
      <Picture {...props} view={view} />
      <ul class="legend">
        {legend(all, lang).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="source">{sourceLine(figures.own, words)}</p>
    </section>
  );
}

function titleOf({ words, column, rows, choice, name }: ViewsProps, view: View): string {
  if (view === 'line') return words.view.lineTitle(column.title);
  if (rows.length === 0) return words.view.titleOf(name);
  if (choice.by === 'school-type') return words.view.title(words.filter.schoolTypes);
  return words.view.title(words.filter.levels[levelShown(choice.level)]);
}

const levelShown = (level: string): 'district' | 'county' => (level === 'district' ? 'district' : 'county');

const hasMap = ({ rows, choice }: ViewsProps): boolean =>
  choice.by === 'benefit' && rows.length > 1 && rows.every(({ region }) => tilesWithin(region).length > 0);

function Picture(props: ViewsProps & { readonly view: View }) {
  const { view, columns, column, rows, whole, words, choice } = props;
  const at = columns.indexOf(column);
  const parts = rows.length > 0 ? rows : [whole];
  if (view === 'table') return <Tables {...props} />;
  if (view === 'line') return <TimeLine {...props} />;
  const named = parts.map((row) => ({ name: rowName(row, parts), cell: row.cells[at]! }));
  const title = words.view.desc(column.title, words.period(props.period));
  if (view === 'bars')
    return (
      <div class="two-bars">
        <BarChart id="bars-parts" title={title} rows={named} />
        <ByBenefit {...props} />
        <Twin
          words={words}
          head={[words.view.row, column.title]}
          rows={named.map(({ name, cell }) => [name, cell.text])}
        />
      </div>
    );
  const shown = new Map<string, { cell: ReadCell; name: string }>();
  for (const row of rows)
    for (const { county } of tilesWithin(row.region))
      shown.set(county, { cell: row.cells[at]!, name: row.name });
  const classes = classesOf(rows.map((row) => row.cells[at]!.from));
  return (
    <>
      <Key classes={classes} {...props} />
      <div class="beside">
        <TileMap id="map" title={title} tiles={tilesWithin(choice.region)} shown={shown} classes={classes} />
        <ByBenefit {...props} />
      </div>
      <Twin
        words={words}
        head={[words.view.row, column.title]}
        rows={named.map(({ name, cell }) => [name, cell.text])}
      />
    </>
  );
}

/** Consultations, and beside them the children behind each benefit, who have no total: a child would count twice. */
function Tables(props: ViewsProps) {
  const { figures, lang, words, name } = props;
  const scheme = schemeOf(figures.own.release.scheme);
  const columns = scheme ? columnsOf('pupils', scheme, lang, words) : [];
  const [whole] = readRows(figures.own.rows, columns, lang, words);
  return (
    <>
      <FigureTable {...props} label={words.view.of.table} />
      {whole && columns.length > 0 && (
        <>
          <h3>{words.view.pupils}</h3>
          <p class="desc">{words.view.pupilsHint}</p>
          <FigureTable
            {...props}
            label={words.view.pupilsTable}
            columns={columns}
            rows={readRows(figures.parts?.rows ?? [], columns, lang, words)}
            whole={whole}
            name={name}
          />
        </>
      )}
    </>
  );
}

/** The columns of the region's own row as bars; the total is their sum and stands above. */
const ByBenefit = ({ words, name, columns, whole }: ViewsProps) => (
  <div>
    <h3>{words.view.byBenefit(name)}</h3>
    <BarChart
      id="bars-benefits"
      title={words.view.byBenefit(name)}
      rows={columns.slice(1).map((one, index) => ({ name: one.title, cell: whole.cells[index + 1]! }))}
    />
  </div>
);

function rowName(row: ReadRow, rows: readonly ReadRow[]): string {
  if (row.schoolType === null) return row.name;
  return new Set(rows.map(({ region }) => region)).size > 1
    ? `${row.schoolType}, ${row.name}`
    : row.schoolType;
}

/** What the shades mean. Ranges are shaded by their lower end, and it says so. */
function Key({ classes, words }: ViewsProps & { readonly classes: readonly number[] }) {
  return (
    <ul class="key">
      {classes.map((from, at) => {
        const next = classes[at + 1];
        return (
          <li key={from}>
            <svg class="swatch" width="22" height="14" aria-hidden="true">
              <rect class={`tile shade-${at}`} width="22" height="14" rx="2" />
            </svg>
            {next === undefined
              ? words.view.from(words.number(from))
              : words.view.below(words.number(from), words.number(next))}
          </li>
        );
      })}
      <li class="key-note">{words.view.shadedBy}</li>
    </ul>
  );
}

function TimeLine(props: ViewsProps) {
  const { source, choice, moments, lang, words, column, name } = props;
  const [found, setFound] = useState<Awaited<ReturnType<typeof source.moments>>>();
  const [lack, setLack] = useState<Lack>();
  useEffect(() => {
    const calling = new AbortController();
    setLack(undefined);
    source
      .moments(choice.region, moments, calling.signal)
      .then(setFound)
      .catch((error: unknown) => {
        if (!calling.signal.aborted) setLack(lackOf(error));
      });
    return () => {
      calling.abort();
    };
  }, [source, choice.region, moments.join(' ')]);
  if (lack !== undefined) return <Lacking words={words} lack={lack} again={props.again} />;
  if (!found)
    return (
      <p class="waiting" role="status">
        {words.waiting}
      </p>
    );
  const points = found.map(({ period, summary }) => {
    const cells = summary?.rows[0]?.consultations;
    return { period, cell: cells && readCell(cells[column.code], lang, words) };
  });
  return (
    <>
      {points.length === 1 && <p class="hint">{words.view.onePeriod}</p>}
      <LineChart
        id="line"
        title={`${words.view.lineTitle(column.title)}, ${name}`}
        moments={points}
        short={words.periodShort}
        number={words.number}
      />
      <Twin
        words={words}
        head={[words.filter.period, column.title]}
        rows={points.map(({ period, cell }) => [words.period(period), cell?.text ?? words.view.noRelease])}
      />
    </>
  );
}
