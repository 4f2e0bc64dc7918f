/** The screen of figures: a sentence with the figure, what is missing, and map, table, bars or time line of the same answer. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { schemeOf } from '../../rules/schemes/registry.ts';
import { type Purpose, purposeOfRole, seesParts } from './choice.ts';
import { Downloads } from './Downloads.tsx';
import { Granted } from './Granted.tsx';
import { Filters, PurposeChoice } from './Filters.tsx';
import { Gaps, Glance, Lacking } from './Notes.tsx';
import { alike, type Figures, figuresOf, type Lack, lackOf } from './load.ts';
import { columnsOf, headline, readRows } from './reading.ts';
import type { FigureProps, RegionScreenProps } from './props.ts';
import { Views } from './Views.tsx';

type Shown =
  | { readonly state: 'waiting' }
  | { readonly state: 'lacking'; readonly lack: Lack }
  | { readonly state: 'there'; readonly figures: Figures; readonly key: string };

export function RegionScreen(props: RegionScreenProps) {
  const { client, role, places, periods, choice, words } = props;
  const [purpose, setPurpose] = useState<Purpose | undefined>(purposeOfRole(role));
  const source = useMemo(() => purpose && figuresOf(client, purpose), [client, purpose]);
  const [shown, setShown] = useState<Shown>({ state: 'waiting' });
  const [round, setRound] = useState(0);
  const period = choice.period ?? periods[0];
  const key = [choice.region, period, choice.version, choice.level, choice.by, purpose].join(' ');
  /** The newest version of a period, once one has asked for it. */
  const [newest, setNewest] = useState<readonly [string, number]>();

  useEffect(() => {
    if (!source || period === undefined) return undefined;
    const calling = new AbortController();
    setShown({ state: 'waiting' });
    source
      .figures(choice, period, seesParts(role, choice.region, places[0]?.key), calling.signal)
      .then((figures) => {
        setShown({ state: 'there', figures, key });
        if (choice.version === undefined) setNewest([period, figures.own.release.version]);
      })
      .catch((error: unknown) => {
        if (!calling.signal.aborted) setShown({ state: 'lacking', lack: lackOf(error) });
      });
    return () => {
      calling.abort();
    };
  }, [source, key, round]);

  const again = () => {
    setRound(round + 1);
  };
  const place = places.find((one) => one.key === choice.region);
  const name = words.region(choice.region, place?.name ?? choice.region);
  return (
    <div class="region">
      <PurposeChoice words={words} role={role} purpose={purpose} choose={setPurpose} />
      {period === undefined ? (
        <Lacking words={words} lack="not-released" again={again} />
      ) : (
        purpose !== undefined && (
          <>
            <Filters {...props} period={period} newest={newest?.[0] === period ? newest[1] : undefined} />
            {shown.state === 'waiting' && (
              <p class="waiting" role="status">
                {words.waiting}
              </p>
            )}
            {shown.state === 'lacking' && <Lacking words={words} lack={shown.lack} again={again} />}
            {shown.state === 'there' && shown.key === key && source && (
              <Figure
                {...props}
                name={name}
                period={period}
                figures={shown.figures}
                source={source}
                purpose={purpose}
                again={again}
              />
            )}
          </>
        )
      )}
    </div>
  );
}

function Figure(props: FigureProps) {
  const { figures, choice, lang, words, name, period, periods } = props;
  const { own, parts } = figures;
  const [row] = own.rows;
  const scheme = schemeOf(own.release.scheme);
  const columns = scheme ? columnsOf('consultations', scheme, lang, words) : [];
  const [whole] = readRows(own.rows, columns, lang, words);
  const column = columns.find(({ code }) => code === choice.column) ?? columns[0];
  if (!row || !whole || !column) return <Lacking words={words} lack="failed" again={props.again} />;
  const rows = readRows(parts?.rows ?? [], columns, lang, words);
  return (
    <>
      <header class="region-head">
        <p class="eyebrow">
          {name}
          {parts && choice.by === 'benefit' && ` · ${words.parts(parts.rows.length, choice.level)}`}
        </p>
        <h1>{headline(row, { period, column: column.code, title: column.title }, lang, words)}</h1>
      </header>
      <Glance own={own} shown={parts ?? own} lang={lang} words={words} />
      <Views
        {...props}
        columns={columns}
        column={column}
        rows={rows}
        whole={whole}
        moments={alike(periods, period)}
      />
      <Gaps own={row} parts={parts?.rows ?? []} lang={lang} words={words} />
      {props.role !== 'reporter' && (
        <Granted
          client={props.client}
          region={choice.region}
          period={period}
          purpose={props.purpose}
          row={row}
          lang={lang}
          words={words}
        />
      )}
      <Downloads {...props} summary={parts ?? own} />
    </>
  );
}
