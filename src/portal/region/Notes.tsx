/** What is missing in the figures, and what there is to do where there are none. */
import type { RegionWords } from '../words/de/region.ts';
import type { Lack } from './load.ts';
import { gaps, type Language, readCell, shareHidden, type Summary, type SummaryRow } from './reading.ts';
import { Button } from '../parts/button.tsx';

export const Gaps = ({
  own,
  parts,
  lang,
  words,
}: {
  readonly own: SummaryRow;
  readonly parts: readonly SummaryRow[];
  readonly lang: Language;
  readonly words: RegionWords;
}) => (
  <section class="card gaps" aria-labelledby="gaps-title">
    <h2 id="gaps-title">{words.gaps.title}</h2>
    <ul>
      {gaps(own, parts, lang, words).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </section>
);

/** Why there is nothing, in a sentence, and a way on. */
export const Lacking = ({
  words,
  lack,
  again,
}: {
  readonly words: RegionWords;
  readonly lack: Lack;
  readonly again: () => void;
}) => (
  <section class="card lacking" role="status">
    <h2>{words.lack[lack].title}</h2>
    <p>{words.lack[lack].way}</p>
    <Button kind="secondary" onClick={again}>
      {words.again}
    </Button>
  </section>
);

/** Four figures at a glance, each with what it leaves out. */
export function Glance({
  own,
  shown,
  lang,
  words,
}: {
  readonly own: Summary;
  /** The answer whose cells are counted. */
  readonly shown: Summary;
  readonly lang: Language;
  readonly words: RegionWords;
}) {
  const { kpi } = words;
  const [row] = own.rows;
  if (!row) return null;
  const total = readCell(row.consultations['REPORTED_TOTAL'], lang, words);
  const pooled = readCell(row.consultations['NOT_ITEMISED'], lang, words);
  const { reported, expected } = row.schools;
  const { hidden, of } = shareHidden(shown.rows);
  return (
    <dl class="card kpis">
      <div>
        <dt>{kpi.consultations}</dt>
        <dd>{total.text}</dd>
        {pooled.kind === 'exact' && <dd>{kpi.pooled(pooled.text)}</dd>}
      </div>
      <div>
        <dt>{kpi.schools}</dt>
        <dd>
          {words.number(reported)} <small>{kpi.of(words.number(expected))}</small>
        </dd>
        <dd>{reported < expected ? kpi.open(expected - reported) : kpi.allIn}</dd>
      </div>
      <div>
        <dt>{kpi.cells}</dt>
        <dd>
          {words.number(hidden)} <small>{kpi.of(words.number(of))}</small>
        </dd>
        <dd>{kpi.cellsWhy}</dd>
      </div>
      <div>
        <dt>{kpi.release}</dt>
        <dd>{words.number(own.release.version)}</dd>
        <dd>{kpi.releaseOf(words.day(own.release.releasedAt))}</dd>
      </div>
    </dl>
  );
}
