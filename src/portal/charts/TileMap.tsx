/** The tile map: a square a county, shaded by what is shown, hatched where it is hidden, plain where it is not ours to see. */
import type { ReadCell } from '../region/reading.ts';
import { borders, type Border, type Tile, TILES } from '../region/tiles.ts';
import { HatchPattern } from './Hatch.tsx';
import { classOf } from './scale.ts';
import { useWidth } from './width.ts';

/** A square is never smaller: its text has to be read. */
const LEAST = 50;
const MOST = 118;
const GAP = 3;
/** From this width on a square has room for a name; below, the letters of the number plate. */
const ROOM_FOR_NAME = 72;

export interface TileText {
  readonly cell: ReadCell;
  readonly name: string;
}

/**
 * tiles   those of the region that is looked at, or all
 * shown   what stands in a square, by county; a county without is drawn plain
 * classes lower ends of the shades
 */
export function TileMap({
  id,
  title,
  tiles,
  shown,
  classes,
}: {
  readonly id: string;
  readonly title: string;
  readonly tiles: readonly Tile[];
  readonly shown: ReadonlyMap<string, TileText>;
  readonly classes: readonly number[];
}) {
  const { box, width } = useWidth<HTMLDivElement>(640);
  const rows = tiles.map(({ row }) => row);
  const columns = tiles.map(({ column }) => column);
  const [north, west] = [Math.min(...rows), Math.min(...columns)];
  const [tall, wide] = [Math.max(...rows) - north + 1, Math.max(...columns) - west + 1];
  const size = Math.min(MOST, Math.max(LEAST, Math.floor((width - 4) / wide)));
  const place = (row: number, column: number) => ({
    x: (column - west) * size + 2,
    y: (row - north) * size + 2,
  });
  const inside = TILES.filter(
    ({ row, column }) => row >= north && row < north + tall && column >= west && column < west + wide,
  );
  return (
    <div class="map-box" ref={box} tabIndex={0} role="region" aria-label={title}>
      <svg class="tiles" width={wide * size + 4} height={tall * size + 4} role="list" aria-label={title}>
        <defs>
          <HatchPattern id={`${id}-hatch`} />
        </defs>
        {inside.map((tile) => (
          <Square
            key={tile.county}
            tile={tile}
            text={shown.get(tile.county)}
            at={place(tile.row, tile.column)}
            size={size}
            classes={classes}
            hatch={`url(#${id}-hatch)`}
          />
        ))}
        <path
          class="district-edge"
          d={borders(inside)
            .map((side) => strokeOf(side, place(side.row, side.column), size))
            .join('')}
        />
      </svg>
    </div>
  );
}

function Square({
  tile,
  text,
  at: { x, y },
  size,
  classes,
  hatch,
}: {
  readonly tile: Tile;
  readonly text: TileText | undefined;
  readonly at: { readonly x: number; readonly y: number };
  readonly size: number;
  readonly classes: readonly number[];
  readonly hatch: string;
}) {
  const side = size - GAP;
  const name = size < ROOM_FOR_NAME ? tile.plate : tile.short;
  if (!text)
    return (
      <g aria-hidden="true">
        <rect class="tile elsewhere" x={x} y={y} width={side} height={side} rx="4" />
        <text class="tile-name elsewhere" x={x + side / 2} y={y + side / 2 + 4} text-anchor="middle">
          {name}
        </text>
      </g>
    );
  const { cell } = text;
  const isHidden = cell.kind === 'hidden' || cell.kind === 'pending';
  const shade = classOf(cell.from, classes);
  const lines = cell.text.split(/ (?=bis |to )/);
  return (
    <g role="listitem" aria-label={`${text.name}: ${cell.text}`}>
      <rect
        class={isHidden ? 'tile hidden' : `tile shade-${shade}`}
        {...(isHidden && { fill: hatch })}
        x={x}
        y={y}
        width={side}
        height={side}
        rx="4"
      />
      <text
        class={isHidden || shade < 3 ? 'tile-name' : 'tile-name on-dark'}
        x={x + side / 2}
        text-anchor="middle"
      >
        <tspan x={x + side / 2} y={y + side / 2 - (lines.length > 1 ? 10 : 3)}>
          {name}
        </tspan>
        {lines.map((line, row) => (
          <tspan
            class="tile-value"
            key={line}
            x={x + side / 2}
            y={y + side / 2 + 14 + (row - (lines.length - 1) / 2) * 13}
          >
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** One side of a square as a stroke. */
function strokeOf(
  { side }: Border,
  { x, y }: { readonly x: number; readonly y: number },
  size: number,
): string {
  const [left, top] = [x - GAP / 2, y - GAP / 2];
  if (side === 'north') return `M${left} ${top}h${size}`;
  if (side === 'south') return `M${left} ${top + size}h${size}`;
  return side === 'west' ? `M${left} ${top}v${size}` : `M${left + size} ${top}v${size}`;
}
