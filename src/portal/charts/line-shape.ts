/** Where the points of a time line stand. A hidden period is a gap with its sign, at a place that tells nothing. */
import type { ReadCell } from '../region/reading.ts';
import { ticksTo } from './scale.ts';

export interface Moment {
  /** Such as `2026-Q2`. */
  readonly period: string;
  /** Undefined where the period has no release. */
  readonly cell: ReadCell | undefined;
}

export interface LinePoint {
  readonly period: string;
  readonly x: number;
  readonly cell: ReadCell | undefined;
  /** Of the lower end; the base line where no number is shown. */
  readonly y: number;
  /** Of the upper end, above the lower one. */
  readonly yTo: number;
}

export interface LineShape {
  readonly points: readonly LinePoint[];
  /** Pieces of line between numbers that stand beside each other; `x,y` pairs as SVG writes them. */
  readonly pieces: readonly string[];
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly base: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const isDrawn = (cell: ReadCell | undefined): cell is ReadCell =>
  cell !== undefined && cell.kind !== 'hidden' && cell.kind !== 'pending';

/** One number each: only such points are joined, as nobody knows where in a range the number lies. */
const isPoint = (cell: ReadCell | undefined): boolean => cell?.kind === 'exact' || cell?.kind === 'nothing';

/** moments  in the order of time. Cost: linear. */
export function lineShape(moments: readonly Moment[], frame: Frame): LineShape {
  const { top, at } = ticksTo(Math.max(0, ...moments.map(({ cell }) => (isDrawn(cell) ? cell.to : 0))));
  const base = frame.height - frame.bottom;
  const yOf = (value: number): number => base - (value / top) * (base - frame.top);
  const inner = frame.width - frame.left - frame.right;
  const step = inner / Math.max(1, moments.length);
  const points = moments.map(({ period, cell }, index): LinePoint => {
    const x = frame.left + (index + 0.5) * step;
    if (!isDrawn(cell)) return { period, x, cell, y: base, yTo: base };
    return { period, x, cell, y: yOf(cell.from), yTo: yOf(cell.to) };
  });
  return { points, pieces: piecesOf(points), ticks: at.map((value) => ({ value, y: yOf(value) })), base };
}

function piecesOf(points: readonly LinePoint[]): string[] {
  const pieces: string[][] = [[]];
  for (const { cell, x, y } of points)
    if (isPoint(cell)) pieces.at(-1)?.push(`${round(x)},${round(y)}`);
    else pieces.push([]);
  return pieces.filter((piece) => piece.length > 1).map((piece) => piece.join(' '));
}

const round = (value: number): number => Math.round(value * 10) / 10;
