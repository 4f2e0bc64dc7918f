/** What will be stored, as it stands at this moment: what stands alone, what is pooled, what stays at the school. */
import { language, wordsOf } from '../frame/language.ts';
import type { Policy } from '../../rules/policy.ts';
import type { Report } from '../../rules/report.ts';
import type { Scheme } from '../../rules/scheme.ts';
import de from '../words/de/report.ts';
import en from '../words/en/report.ts';
import { CountHead } from '../parts/count-head.tsx';
import { parting } from '../parts/parting.ts';
import { type Decision, type Entry, EMPTY_ROW, rowState } from './entry.ts';

/** A report as a table: each benefit once, and the number for several in a row of its own. */
export function ReportTable({ report, scheme }: { readonly report: Report; readonly scheme: Scheme }) {
  const words = wordsOf({ de, en });
  const labelOf = (code: string): string =>
    scheme.benefits.find((benefit) => benefit.code === code)?.label[language.value] ?? code;
  const pool = report.cells.find(({ benefits }) => benefits.length > 1);
  return (
    <table class="stored">
      <CountHead words={words} />
      <tbody>
        {scheme.benefits.map(({ code, label }) => {
          const alone = report.cells.find(({ benefits }) => benefits.length === 1 && benefits[0] === code);
          const name = parting(label[language.value]);
          if (alone)
            return (
              <Numbers key={code} name={name} pupils={alone.pupils} consultations={alone.consultations} />
            );
          if (pool?.benefits.includes(code))
            return <Said key={code} name={name} kind="pooled" text={words.together} />;
          if (report.none.includes(code))
            return <Said key={code} name={name} kind="none" text={words.none} />;
          return <Said key={code} name={name} kind="withheld" text={words.home} />;
        })}
        {report.cells
          .filter(({ benefits }) => benefits.length > 1)
          .map(({ benefits, pupils, consultations }) => (
            <tr key={benefits.join()} class="pool">
              <th scope="row">
                {words.state.pooled}: <small>{parting(words.and(benefits.map(labelOf)))}</small>
              </th>
              <td class="num">{pupils}</td>
              <td class="num">{consultations}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** The same while rows are missing: what each row says by itself. */
export function OpenTable({ scheme, policy, entry }: { scheme: Scheme; policy: Policy; entry: Entry }) {
  const words = wordsOf({ de, en });
  return (
    <table class="stored">
      <CountHead words={words} />
      <tbody>
        {scheme.benefits.map(({ code, label }) => {
          const row = entry.rows[code] ?? EMPTY_ROW;
          const { state } = rowState(row, policy);
          const name = parting(label[language.value]);
          if (state === 'alone')
            return (
              <Numbers
                key={code}
                name={name}
                pupils={Number(row.pupils)}
                consultations={Number(row.consultations)}
              />
            );
          if (state === 'none') return <Said key={code} name={name} kind="none" text={words.none} />;
          if (state === 'small')
            return <Said key={code} name={name} kind="withheld" text={words.state.small(policy.k)} />;
          return <Said key={code} name={name} kind="open" text="…" />;
        })}
      </tbody>
    </table>
  );
}

const Numbers = ({
  name,
  pupils,
  consultations,
}: {
  name: string;
  pupils: number;
  consultations: number;
}) => (
  <tr>
    <th scope="row">{name}</th>
    <td class="num">{pupils}</td>
    <td class="num">{consultations}</td>
  </tr>
);

const Said = ({ name, kind, text }: { name: string; kind: Decision | 'open'; text: string }) => (
  <tr>
    <th scope="row">{name}</th>
    <td colSpan={2} class={`said is-${kind}`}>
      {text}
    </td>
  </tr>
);

/** How many benefits stand how. */
export function Tally({ decisions }: { readonly decisions: ReadonlyMap<string, Decision> }) {
  const words = wordsOf({ de, en });
  const count = (decision: Decision): number =>
    [...decisions.values()].filter((one) => one === decision).length;
  const lines = [
    [count('itemised'), words.sumAlone] as const,
    [count('pooled'), words.sumPooled] as const,
    [count('withheld'), words.sumHome] as const,
    [count('none'), words.sumNone] as const,
  ].filter(([number]) => number > 0);
  return (
    <ul class="tally">
      {lines.map(([number, text]) => (
        <li key={text(2)}>
          <b>{number}</b> {text(number)}
        </li>
      ))}
    </ul>
  );
}
