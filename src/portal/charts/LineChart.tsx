/** Figures of up to twelve periods: numbers as points on a line, ranges as standing strokes, hidden ones as their sign on the ground. */
import { HatchPattern } from './Hatch.tsx';
import { lineShape, type LinePoint, type Moment } from './line-shape.ts';
import { useWidth } from './width.ts';

const HEIGHT = 260;

/** title  says what the picture shows; short  writes a period below the line; number  writes a tick */
export function LineChart({
  id,
  title,
  moments,
  short,
  number,
}: {
  readonly id: string;
  readonly title: string;
  readonly moments: readonly Moment[];
  readonly short: (period: string) => readonly [string, string];
  readonly number: (value: number) => string;
}) {
  const { box, width } = useWidth<HTMLDivElement>(640);
  const frame = { width, height: HEIGHT, left: 56, right: 12, top: 28, bottom: 46 };
  const { points, pieces, ticks, base } = lineShape(moments, frame);
  return (
    <div class="line-box" ref={box}>
      <svg
        class="line"
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={title}
      >
        <defs>
          <HatchPattern id={`${id}-hatch`} />
        </defs>
        {ticks.map(({ value, y }) => (
          <g key={value}>
            <line class="grid" x1={frame.left} x2={width - frame.right} y1={y} y2={y} />
            <text class="tick" x={frame.left - 8} y={y + 4} text-anchor="end">
              {number(value)}
            </text>
          </g>
        ))}
        <line class="ground" x1={frame.left} x2={width - frame.right} y1={base} y2={base} />
        {pieces.map((piece) => (
          <polyline class="stroke" key={piece} points={piece} />
        ))}
        {points.map((point) => (
          <Point key={point.period} point={point} base={base} hatch={`url(#${id}-hatch)`} short={short} />
        ))}
      </svg>
    </div>
  );
}

function Point({
  point: { x, y, yTo, cell, period },
  base,
  hatch,
  short,
}: {
  readonly point: LinePoint;
  readonly base: number;
  readonly hatch: string;
  readonly short: (period: string) => readonly [string, string];
}) {
  const [part, year] = short(period);
  return (
    <g>
      <text class="tick" x={x} y={base + 18} text-anchor="middle">
        {part}
      </text>
      <text class="tick" x={x} y={base + 34} text-anchor="middle">
        {year}
      </text>
      {cell && (cell.kind === 'hidden' || cell.kind === 'pending') && (
        <rect class="hatch-edge" x={x - 10} y={base - 20} width="20" height="20" fill={hatch} />
      )}
      {cell?.kind === 'range' && <line class="span" x1={x} x2={x} y1={y} y2={yTo} />}
      {cell?.kind === 'least' && (
        <path class="least" d={`M${x - 5} ${y - 7}L${x} ${y - 14}L${x + 5} ${y - 7}`} />
      )}
      {cell && cell.kind !== 'hidden' && cell.kind !== 'pending' && cell.kind !== 'range' && (
        <circle class="dot" cx={x} cy={y} r="4.5" />
      )}
      {cell && (
        <text class="value" x={x} y={labelAt(cell.kind, yTo, base)} text-anchor="middle">
          {cell.text}
        </text>
      )}
    </g>
  );
}

const labelAt = (kind: string, y: number, base: number): number =>
  kind === 'hidden' || kind === 'pending' ? base - 26 : y - (kind === 'least' ? 20 : 10);
