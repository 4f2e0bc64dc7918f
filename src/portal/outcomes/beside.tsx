/** Counselling and what was granted side by side, each with its own completeness; nothing is linked and no rate is formed. */
import { useEffect, useState } from 'preact/hooks';
import type { KanonClient } from '../../client/kanon-client.ts';
import { KanonProblem } from '../../client/failures.ts';
import type { Schemas } from '../../client/wire.ts';
import { outcomeSchemeOf } from '../../rules/schemes/outcome-registry.ts';
import { inWords, type ReadableCell } from '../../tables/marks.ts';
import { outcomeLegend } from '../../tables/outcome-legend.ts';
import { NOT_ITEMISED, REPORTED_TOTAL } from '../../tables/table-columns.ts';
import type { Purpose } from '../region/choice.ts';
import type { Language, SummaryRow } from '../region/reading.ts';
import de from '../words/de/outcomes.ts';
import en from '../words/en/outcomes.ts';

export interface BesideProps {
  readonly client: KanonClient;
  readonly region: string;
  readonly period: string;
  readonly purpose: Purpose;
  /** The row of the counselling. */
  readonly row: SummaryRow;
  readonly lang: Language;
}

type Shown = Schemas['OutcomesOfRegionBody'] | 'not-released' | 'failed';

export default function Beside({ client, region, period, purpose, row, lang }: BesideProps) {
  const { beside: words, benefit, grants } = { de, en }[lang];
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    const calling = new AbortController();
    setShown(undefined);
    client
      .get('/v1/regions/{region}/outcomes/{period}', {
        path: { region, period },
        header: { 'kanon-purpose': purpose },
        signal: calling.signal,
      })
      .then(
        ({ body }) => setShown(body),
        (error: unknown) => {
          if (calling.signal.aborted) return;
          setShown(error instanceof KanonProblem && error.status === 404 ? 'not-released' : 'failed');
        },
      );
    return () => {
      calling.abort();
    };
  }, [region, period, purpose]);
  if (shown === undefined)
    return (
      <p class="hint" role="status">
        {words.waiting}
      </p>
    );
  if (typeof shown === 'string')
    return <p role="status">{shown === 'failed' ? words.failed : words.notReleased}</p>;
  const [own] = shown.rows;
  const benefits = outcomeSchemeOf(shown.release.scheme)?.benefits ?? [];
  const lines = [
    ...benefits.map(({ code, label }) => [code, label[lang]] as const),
    [NOT_ITEMISED, words.notItemised] as const,
    [REPORTED_TOTAL, words.total] as const,
  ];
  const text = (cell: ReadableCell | undefined): string => {
    if (!cell) return '';
    const number = new Intl.NumberFormat(lang === 'de' ? 'de-DE' : 'en-GB');
    return String(inWords(cell, lang)).replace(/\d+/g, (digits) => number.format(Number(digits)));
  };
  return (
    <>
      <div class="scroll" role="region" aria-label={words.title} tabIndex={0}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">{benefit}</th>
              {[words.consultations, grants, words.children].map((head) => (
                <th scope="col" class="num" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(([code, label]) => (
              <tr key={code}>
                <th scope="row">{label}</th>
                <td class="num">
                  {row.consultations[code] ? text(row.consultations[code]) : words.otherwise}
                </td>
                <td class="num">{text(own?.grants[code])}</td>
                <td class="num">{text(own?.children[code])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{words.schools(row.schools.reported, row.schools.expected)}</p>
      <ul class="hint">
        {own &&
          outcomeLegend([...Object.values(own.grants), ...Object.values(own.children)], lang).map((line) => (
            <li key={line}>{line}</li>
          ))}
      </ul>
      {own && <p>{words.bodies(own.bodies.reported, own.bodies.inGap, own.bodies.expected)}</p>}
      <p>
        <b>{shown.note[lang]}</b>
      </p>
    </>
  );
}
