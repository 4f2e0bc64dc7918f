/**
 * Invitations on paper: one page a person, A4, with the address where a window of an envelope is (DIN 5008, form B), as one
 * tagged PDF that leaves page by page. Nothing of it is kept.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { encode } from 'uqr';
import { artifact, MM, newPdf, type PdfDocument as Doc } from '../formats/pdf-document.ts';
import {
  addressWithCode,
  BEGIN,
  closing,
  factsOf,
  germanDay,
  GREETING,
  type Letter,
  type LetterHead,
  opening,
  STEPS,
  SUBJECT,
} from './letter-words.ts';

const LEFT = 25 * MM;
const WIDTH = 165 * MM;
/** Where DIN 5008, form B, puts things, in millimetres from the upper edge. */
const ADDRESS = { top: 45, left: 25, width: 80, sender: 57.5, lines: 63 } as const;
const FOLDS = [105, 148.5, 210] as const;
const DATE_TOP = 63;
const SUBJECT_TOP = 103;
const SIGN = 34;
const BOX_PAD = 5;

/** The letters as bytes of one PDF; between two of them others get their turn. */
export async function* lettersPdf(letters: Iterable<Letter>, head: LetterHead): AsyncGenerator<Buffer> {
  const doc = await newPdf({ form: 'PDF/UA', title: SUBJECT, author: head.sender });
  for (const letter of letters) {
    page(doc, letter, head);
    yield* madeSoFar(doc);
    await breathe();
  }
  doc.end();
  for await (const chunk of doc) yield chunk as Buffer;
}

function* madeSoFar(doc: Doc): Generator<Buffer> {
  for (let chunk = doc.read() as Buffer | null; chunk; chunk = doc.read() as Buffer | null) yield chunk;
}

function page(doc: Doc, letter: Letter, head: LetterHead): void {
  doc.addPage();
  const part = doc.struct('Sect');
  doc.addStructure(part);
  const tagged = (tag: string, draw: () => void, options = {}): void => {
    part.add(doc.struct(tag, options, draw));
  };
  artifact(doc, () => {
    for (const at of FOLDS)
      doc
        .moveTo(5 * MM, at * MM)
        .lineTo((at === 148.5 ? 9 : 11) * MM, at * MM)
        .lineWidth(0.4)
        .stroke('#666666');
  });
  addressField(doc, letter, head, tagged);
  tagged('P', () =>
    doc
      .font('plain')
      .fontSize(10)
      .text(germanDay(head.at), 125 * MM, DATE_TOP * MM, { width: 65 * MM }),
  );
  tagged('H1', () =>
    doc
      .font('bold')
      .fontSize(13)
      .text(SUBJECT, LEFT, SUBJECT_TOP * MM, { width: WIDTH }),
  );
  const paragraph = (text: string, gap = 3, left = LEFT): void =>
    tagged('P', () =>
      doc
        .font('plain')
        .fontSize(11)
        .text(text, left, doc.y + gap * MM, { width: WIDTH - (left - LEFT), lineGap: 2 }),
    );
  paragraph(GREETING, 5);
  paragraph(opening(letter));
  paragraph(BEGIN);
  const list = doc.struct('L');
  part.add(list);
  STEPS.forEach((step, at) => {
    list.add(
      doc.struct('LI', {}, [
        doc.struct('Lbl', {}, () =>
          doc
            .font('plain')
            .fontSize(11)
            .text(`${at + 1}.`, LEFT, doc.y + 1.5 * MM, { lineBreak: false }),
        ),
        doc.struct('LBody', {}, () =>
          doc.text(step, LEFT + 7 * MM, doc.y, { width: WIDTH - 7 * MM, lineGap: 2 }),
        ),
      ]),
    );
  });
  list.end();
  box(doc, letter, head, tagged);
  for (const sentence of closing(head)) paragraph(sentence);
  part.end();
}

type Tagged = (tag: string, draw: () => void, options?: object) => void;

/** Sender in small above the line, then at most six lines. */
function addressField(doc: Doc, { address, office }: Letter, { sender }: LetterHead, tagged: Tagged): void {
  const { left, width, sender: senderTop, lines } = ADDRESS;
  tagged('P', () =>
    doc
      .font('plain')
      .fontSize(7.5)
      .text(sender, left * MM, senderTop * MM, { width: width * MM, height: 4 * MM, ellipsis: true }),
  );
  artifact(doc, () => {
    doc
      .moveTo(left * MM, (senderTop + 4) * MM)
      .lineTo((left + width) * MM, (senderTop + 4) * MM)
      .lineWidth(0.3)
      .stroke('#666666');
  });
  tagged('P', () => {
    doc.font('plain').fontSize(11);
    const all = address.length > 0 ? address : [office];
    doc.text(all.join('\n'), left * MM, lines * MM, { width: width * MM, height: 27.3 * MM, ellipsis: true });
  });
}

/** Address of the portal, account and code, and the sign that leads there. */
function box(doc: Doc, letter: Letter, head: LetterHead, tagged: Tagged): void {
  const top = doc.y + 5 * MM;
  const height = SIGN * MM + 2 * BOX_PAD * MM;
  artifact(doc, () => {
    doc
      .roundedRect(LEFT, top, WIDTH, height, 2 * MM)
      .lineWidth(0.8)
      .stroke('#333333');
  });
  const facts = factsOf(letter, head);
  const names = LEFT + BOX_PAD * MM;
  const values = names + 26 * MM;
  const width = WIDTH - (26 + SIGN + 3 * BOX_PAD) * MM;
  const rowOf = (row: number): number => top + BOX_PAD * MM + row * (SIGN / facts.length) * MM;
  facts.forEach(([name, value], row) => {
    tagged('P', () => {
      doc
        .font('plain')
        .fontSize(10)
        .text(name, names, rowOf(row) + 2.5, { lineBreak: false });
      const size = fitting(doc.font('bold'), value, width, name === 'Code' ? 15 : 12);
      doc.fontSize(size).text(value, values, rowOf(row) + (name === 'Code' ? -0.5 : 1), { lineBreak: false });
    });
  });
  tagged(
    'Figure',
    () =>
      sign(
        doc,
        addressWithCode(head.portal, letter.code),
        LEFT + WIDTH - (SIGN + BOX_PAD) * MM,
        top + BOX_PAD * MM,
      ),
    { alt: 'Quadratisches Zeichen zum Scannen: Es führt zur Adresse und trägt den Code schon ein.' },
  );
  doc.x = LEFT;
  doc.y = top + height + 2 * MM;
}

/** The largest size up to `most` points in which the text keeps to one line. */
function fitting(doc: Doc, text: string, width: number, most: number): number {
  let size = most;
  while (size > 6 && doc.fontSize(size).widthOfString(text) > width) size -= 0.5;
  return size;
}

/** A QR code (ISO/IEC 18004) of which a quarter may be lost, as one path. */
function sign(doc: Doc, text: string, left: number, top: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const cell = (SIGN * MM) / size;
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      doc.rect(left + from * cell, top + y * cell, (x + 1 - from) * cell, cell);
    }
  });
  doc.fill('#000000');
}
