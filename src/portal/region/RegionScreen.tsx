/** The screen of figures: a sentence with the figure, what is missing, and map, table, bars or time line of the same answer. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { KanonClient } from '../../client/kanon-client.ts';
import { schemeOf } from '../../rules/schemes/registry.ts';
import type { RegionWords } from '../words/de/region.ts';
import { type Choice, type Purpose, purposeOfRole, seesParts } from './choice.ts';
import { Downloads } from './Downloads.tsx';
import { Filters, PurposeChoice } from './Filters.tsx';
import { Gaps, Glance, Lacking } from './Notes.tsx';
import { alike, type Figures, figuresOf, type Lack, lackOf } from './load.ts';
import { columnsOf, headline, type Language, readRows } from './reading.ts';
import { Views } from './Views.tsx';

export interface RegionPlace {
  readonly key: string;
  readonly name: string;
}

export interface RegionScreenProps {
  readonly client: KanonClient;
  readonly role: string;
  /** Regions that the account may look at, its own first. */
  readonly places: readonly RegionPlace[];
  /** Keys of released periods, newest first. */
  readonly periods: readonly string[];
  readonly choice: Choice;
  /** The address of another choice; the same page with it. */
  readonly hrefOf: (choice: Choice) => string;
  readonly go: (choice: Choice) => void;
  readonly lang: Language;
  readonly words: RegionWords;
  /** Moment of reading, ISO 8601. */
  readonly now: () => string;
}

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
  const key = [choice.region, period, choice.level, choice.by, purpose].join(' ');

  useEffect(() => {
    if (!source || period === undefined) return undefined;
    const calling = new AbortController();
    setShown({ state: 'waiting' });
    source
      .figures(choice, period, seesParts(role, choice.region, places[0]?.key), calling.signal)
      .then((figures) => {
        setShown({ state: 'there', figures, key });
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
            <Filters {...props} period={period} />
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
                again={again}
              />
            )}
          </>
        )
      )}
    </div>
  );
}

export interface FigureProps extends RegionScreenProps {
  readonly name: string;
  readonly period: string;
  readonly figures: Figures;
  readonly source: ReturnType<typeof figuresOf>;
  readonly again: () => void;
}

function Figure(props: FigureProps) {
  const { figures, choice, lang, words, name, period, periods } = props;
  const { own, parts } = figures;
  const [row] = own.rows;
  const scheme = schemeOf(own.release.scheme);
  if (!row || !scheme) return <Lacking words={words} lack="failed" again={props.again} />;
  const columns = columnsOf('consultations', scheme, lang, words);
  const column = columns.find(({ code }) => code === choice.column) ?? columns[0]!;
  const rows = readRows(parts?.rows ?? [], columns, lang, words);
  const [whole] = readRows([row], columns, lang, words);
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
        whole={whole!}
        moments={alike(periods, period)}
      />
      <Gaps own={row} parts={parts?.rows ?? []} lang={lang} words={words} />
      <Downloads {...props} summary={parts ?? own} />
    </>
  );
}
