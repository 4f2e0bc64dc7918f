/** Draws on pages from above to below: headings, sentences, lists and tables, each tagged as what it is. */
import { setImmediate as breathe } from 'node:timers/promises';
import { artifact, MM, type PdfDocument } from './pdf-document.ts';

/** Millimetres. */
export interface Paper {
  readonly layout: 'portrait' | 'landscape';
  readonly width: number;
  readonly height: number;
}

export const PORTRAIT: Paper = { layout: 'portrait', width: 210, height: 297 };
export const LANDSCAPE: Paper = { layout: 'landscape', width: 297, height: 210 };

/** Millimetres from the edges; on the left there is room for holes (ISO 838). */
const LEFT = 25;
const RIGHT = 15;
const TOP = 16;
const BOTTOM = 18;

const RULE = '#8a99a8';
const SHADE = '#e8eef4';

export interface Column {
  /** Millimetres. */
  readonly width: number;
  readonly align?: 'left' | 'right';
}

export interface TableLook {
  readonly columns: readonly Column[];
  readonly heads: readonly string[];
  readonly size: number;
  /** Points above and below the text of a line. */
  readonly pad: number;
}

export interface Line {
  /** The first cell is the head of the line. */
  readonly cells: readonly string[];
  readonly isSum?: boolean;
}

type Structure = ReturnType<PdfDocument['struct']>;

export class Sheet {
  private readonly part: Structure;
  private y = 0;
  /** Signs and numbers come again, and to set a line only to measure it is dear. */
  private readonly heights = new Map<string, number>();

  constructor(
    private readonly doc: PdfDocument,
    private readonly paper: Paper,
  ) {
    this.part = doc.struct('Sect');
    doc.addStructure(this.part);
    this.page();
  }

  /** Millimetres between the margins. */
  get width(): number {
    return this.paper.width - LEFT - RIGHT;
  }

  page(): void {
    this.doc.addPage({ size: 'A4', layout: this.paper.layout, margin: 0 });
    this.y = TOP * MM;
  }

  heading(level: 'H1' | 'H2', words: string): void {
    const size = level === 'H1' ? 17 : 12;
    if (level === 'H2') this.gap(4);
    const height = this.heightOf(words, 'bold', size, this.width);
    // A heading does not stand alone at the end of a page.
    this.reserve(height + 14 * MM);
    this.put(level, words, { font: 'bold', size });
    this.gap(1.5);
  }

  sentence(words: string, { size = 10, isBold = false } = {}): void {
    this.reserve(this.heightOf(words, isBold ? 'bold' : 'plain', size, this.width));
    this.put('P', words, { font: isBold ? 'bold' : 'plain', size });
    this.gap(1.5);
  }

  /** Names at the left, what they stand for beside them. */
  facts(lines: readonly (readonly [name: string, value: string])[], nameWidth = 62): void {
    this.list(lines, nameWidth, 'bold');
  }

  points(lines: readonly string[]): void {
    this.list(
      lines.map((line) => ['•', line] as const),
      5,
      'plain',
    );
  }

  private list(lines: readonly (readonly [string, string])[], nameWidth: number, font: string): void {
    const { doc } = this;
    const list = doc.struct('L');
    this.part.add(list);
    for (const [name, value] of lines) {
      const width = this.width - nameWidth;
      const height = Math.max(
        this.heightOf(value, 'plain', 10, width),
        this.heightOf(name, font, 10, nameWidth - 3),
      );
      this.reserve(height);
      const at = this.y;
      list.add(
        doc.struct('LI', {}, [
          doc.struct('Lbl', {}, () => this.text(name, LEFT, at, nameWidth - 3, { font, size: 10 })),
          doc.struct('LBody', {}, () =>
            this.text(value, LEFT + nameWidth, at, width, { font: 'plain', size: 10 }),
          ),
        ]),
      );
      this.y = at + height + 1.2 * MM;
    }
    list.end();
    this.gap(0.5);
  }

  /** A table whose heads are repeated where it goes on. Others get their turn between its lines. */
  async table(look: TableLook, lines: readonly Line[]): Promise<void> {
    const table = this.doc.struct('Table');
    this.part.add(table);
    this.headLine(table, look);
    for (const line of lines) {
      const height = this.lineHeight(look, line.cells, line.isSum ? 'bold' : 'plain');
      if (this.y + height > this.end) {
        this.page();
        this.headLine(table, look);
      }
      this.row(table, look, line, height);
      await breathe();
    }
    table.end();
    this.gap(2);
  }

  private headLine(table: Structure, look: TableLook): void {
    const height = this.lineHeight(look, look.heads, 'bold');
    artifact(this.doc, () => {
      this.doc
        .rect(LEFT * MM, this.y, this.width * MM, height)
        .fill(SHADE)
        .fillColor('#000000');
    });
    this.row(table, look, { cells: look.heads }, height, 'head');
  }

  private row(
    table: Structure,
    look: TableLook,
    line: Line,
    height: number,
    kind: 'head' | 'body' = 'body',
  ): void {
    const { doc } = this;
    const at = this.y;
    const row = doc.struct('TR');
    table.add(row);
    let left = LEFT;
    for (const [index, cell] of line.cells.entries()) {
      const { width, align = 'left' } = look.columns[index] ?? { width: 0 };
      const isHead = kind === 'head' || index === 0;
      const from = left;
      row.add(
        doc.struct(
          isHead ? 'TH' : 'TD',
          isHead ? ({ scope: kind === 'head' ? 'Column' : 'Row' } as object) : {},
          () =>
            this.text(cell, from + 0.8, at + look.pad, width - 1.6, {
              font: kind === 'head' || line.isSum ? 'bold' : 'plain',
              size: look.size,
              align,
            }),
        ),
      );
      left += width;
    }
    row.end();
    this.y = at + height;
    artifact(doc, () => {
      doc
        .moveTo(LEFT * MM, this.y)
        .lineTo((LEFT + this.width) * MM, this.y)
        .lineWidth(line.isSum || kind === 'head' ? 0.8 : 0.3)
        .stroke(RULE);
    });
  }

  gap(millimetres: number): void {
    this.y += millimetres * MM;
  }

  private lineHeight({ columns, size, pad }: TableLook, cells: readonly string[], font: string): number {
    const heights = cells.map((cell, at) => this.heightOf(cell, font, size, (columns[at]?.width ?? 0) - 1.6));
    return Math.max(...heights) + 2 * pad;
  }

  private get end(): number {
    return (this.paper.height - BOTTOM) * MM;
  }

  private reserve(height: number): void {
    if (this.y + height > this.end) this.page();
  }

  private heightOf(words: string, font: string, size: number, width: number): number {
    const name = `${font} ${size} ${width} ${words}`;
    const known = this.heights.get(name);
    if (known !== undefined) return known;
    const height = this.doc
      .font(font)
      .fontSize(size)
      .heightOfString(words, { width: width * MM });
    this.heights.set(name, height);
    return height;
  }

  private put(tag: string, words: string, { font, size }: { font: string; size: number }): void {
    const height = this.heightOf(words, font, size, this.width);
    const at = this.y;
    this.part.add(this.doc.struct(tag, {}, () => this.text(words, LEFT, at, this.width, { font, size })));
    this.y = at + height;
  }

  private text(
    words: string,
    left: number,
    top: number,
    width: number,
    { font, size, align = 'left' }: { font: string; size: number; align?: 'left' | 'right' },
  ): void {
    this.doc
      .font(font)
      .fontSize(size)
      .text(words, left * MM, top, { width: width * MM, align });
  }

  /** No more comes; each page says below what it belongs to and which it is. */
  finish(footer: string): void {
    this.part.end();
    const { doc } = this;
    const { start, count } = doc.bufferedPageRange();
    for (let at = start; at < start + count; at += 1) {
      doc.switchToPage(at);
      const top = (this.paper.height - BOTTOM + 6) * MM;
      doc.markContent('Artifact', { type: 'Pagination' });
      doc.font('plain').fontSize(8);
      doc.text(footer, LEFT * MM, top, { width: (this.width - 30) * MM, lineBreak: false });
      doc.text(`Seite ${at - start + 1} von ${count}`, (LEFT + this.width - 30) * MM, top, {
        width: 30 * MM,
        align: 'right',
        lineBreak: false,
      });
      doc.endMarkedContent();
    }
  }
}
