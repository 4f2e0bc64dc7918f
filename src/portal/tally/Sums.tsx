/** What the strokes come to: by benefit children and consultations, each child once. */
import type { Policy } from '../../rules/policy.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { language, wordsOf } from '../frame/language.ts';
import { CountHead } from '../parts/count-head.tsx';
import { parting } from '../parts/parting.ts';
import de from '../words/de/tally.ts';
import en from '../words/en/tally.ts';
import { countsOf, type Tally } from './tally.ts';

export function Sums({ tally, scheme, policy }: { tally: Tally; scheme: Scheme; policy: Policy }) {
  const words = wordsOf({ de, en });
  const { counts } = countsOf(tally, scheme, policy);
  return (
    <>
      <table class="stored">
        <CountHead words={words} />
        <tbody>
          {scheme.benefits.map(({ code, label }) => (
            <tr key={code}>
              <th scope="row">{parting(label[language.value])}</th>
              <td class="num">{counts[code]?.pupils ?? 0}</td>
              <td class="num">{counts[code]?.consultations ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{words.distinct(tally.children.length)}</p>
    </>
  );
}
