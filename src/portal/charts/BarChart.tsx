/** Bars with their numbers as text beside them: solid what is sure, pale what may come on top, hatched what is hidden. */
import type { ReadCell } from '../region/reading.ts';
import { barsOf } from './bar-shape.ts';
import { HatchPattern } from './Hatch.tsx';

export interface BarRow {
  readonly name: string;
  readonly cell: ReadCell;
}

/** title  names the list for who hears it; id  unique within the page */
export function BarChart({
  id,
  title,
  rows,
}: {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly BarRow[];
}) {
  const bars = barsOf(rows.map(({ cell }) => cell));
  return (
    <ul class="bars" aria-label={title}>
      {rows.map(({ name, cell }, at) => (
        <li key={name}>
          <span class="bar-name">{name}</span>
          <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            {bars[at]!.isHidden ? null : (
              <>
                <rect class="bar-sure" x="0" y="0" width={bars[at]!.sure} height="10" />
                <rect class="bar-more" x={bars[at]!.sure} y="0" width={bars[at]!.more} height="10" />
              </>
            )}
          </svg>
          {bars[at]!.isHidden && (
            <svg class="bar-hidden" width="36" height="16" aria-hidden="true">
              <defs>
                <HatchPattern id={`${id}-${at}`} />
              </defs>
              <rect class="hatch-edge" x="0.5" y="0.5" width="35" height="15" fill={`url(#${id}-${at})`} />
            </svg>
          )}
          <span class="bar-value">{cell.text}</span>
        </li>
      ))}
    </ul>
  );
}
