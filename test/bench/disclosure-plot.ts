/** A small plot in SVG: CPU seconds against size, both on logarithmic axes, beside a line of slope one. */

const [WIDTH, HEIGHT, MARGIN] = [560, 340, 56];

/** points  size and seconds, both positive, ascending; at least two */
export function growthPlot(points: readonly (readonly [number, number])[]): string {
  const [left, right] = decades(points.map(([size]) => size));
  const [bottom, top] = decades(points.map(([, seconds]) => seconds));
  const x = (size: number): string =>
    (MARGIN + ((Math.log10(size) - left) / (right - left)) * (WIDTH - 2 * MARGIN)).toFixed(1);
  const y = (seconds: number): string =>
    (HEIGHT - MARGIN - ((Math.log10(seconds) - bottom) / (top - bottom)) * (HEIGHT - 2 * MARGIN)).toFixed(1);
  const line = (from: [number, number], to: [number, number], look: string): string =>
    `<line x1="${x(from[0])}" y1="${y(from[1])}" x2="${x(to[0])}" y2="${y(to[1])}" ${look}/>`;
  const text = (at: string, label: string, more = ''): string => `<text ${at} ${more}>${label}</text>`;
  const ends = [10 ** left, 10 ** right, 10 ** bottom, 10 ** top] as const;
  const grid = [
    ...steps(left, right).map(
      (size) =>
        line([size, ends[2]], [size, ends[3]], 'stroke="#ddd"') +
        text(
          `x="${x(size)}" y="${HEIGHT - MARGIN + 18}"`,
          size.toLocaleString('en-US'),
          'text-anchor="middle"',
        ),
    ),
    ...steps(bottom, top).map(
      (seconds) =>
        line([ends[0], seconds], [ends[1], seconds], 'stroke="#ddd"') +
        text(`x="${MARGIN - 8}" y="${y(seconds)}"`, String(seconds), 'text-anchor="end" dy="4"'),
    ),
  ];
  const [[size, seconds] = [1, 1]] = points;
  const reach = Math.min(ends[1] / size, ends[3] / seconds);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    '<title>CPU seconds against the number of schools</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...grid,
    line([size, seconds], [size * reach, seconds * reach], 'stroke="#999" stroke-dasharray="4 4"'),
    `<polyline fill="none" stroke="#06c" stroke-width="2" points="${points.map(([a, b]) => `${x(a)},${y(b)}`).join(' ')}"/>`,
    ...points.map(([a, b]) => `<circle cx="${x(a)}" cy="${y(b)}" r="3.5" fill="#06c"/>`),
    text(`x="${WIDTH / 2}" y="${HEIGHT - 12}"`, 'schools', 'text-anchor="middle"'),
    text(`x="${MARGIN}" y="24"`, 'CPU seconds, fast; dashed: linear growth'),
    '</svg>',
    '',
  ].join('\n');
}

/** Exponents of the powers of ten around the values. */
function decades(values: readonly number[]): [number, number] {
  const low = Math.floor(Math.log10(Math.min(...values)));
  return [low, Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))))];
}

const steps = (low: number, high: number): number[] =>
  Array.from({ length: high - low + 1 }, (_, at) => Number(`1e${low + at}`));
