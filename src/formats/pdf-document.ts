/** What every PDF of ours has: A4, its fonts inside, tags for who reads by ear, and marks for what is no content. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';

export type PdfDocument = InstanceType<typeof PDFDocument>;

/** Points of a millimetre. */
export const MM = 72 / 25.4;

const require = createRequire(import.meta.url);
const font = (weight: string): Buffer =>
  readFileSync(require.resolve(`@expo-google-fonts/fira-sans/${weight}/FiraSans_${weight}.ttf`));

interface Made {
  /** `PDF/A-2a` (ISO 19005-2, tagged) for what is filed, `PDF/UA` (ISO 14289-1) for what is read once. */
  readonly form: 'PDF/A-2a' | 'PDF/UA';
  readonly title: string;
  readonly author: string;
  /** When it was made, where that is no secret and the same content must be the same bytes; without it now. */
  readonly at?: Date;
  /** Pages stay open until the end, so that each can say how many there are. */
  readonly bufferPages?: boolean;
}

/** An empty document in German, with the fonts `plain` and `bold`. */
export async function newPdf({ form, title, author, at, bufferPages = false }: Made): Promise<PdfDocument> {
  // Its fonts cost every start half a second of processor time, and few processes write PDFs.
  const { default: Pdf } = await import('pdfkit');
  const doc = new Pdf({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages,
    pdfVersion: '1.7',
    // Its types know the archive forms alone.
    subset: form as 'PDF/A-2a',
    tagged: true,
    lang: 'de-DE',
    displayTitle: true,
    info: { Title: title, Author: author, ...(at && { CreationDate: at, ModDate: at }) },
  });
  doc.registerFont('plain', font('400Regular'));
  doc.registerFont('bold', font('600SemiBold'));
  return doc;
}

/** What is no content: lines and marks. */
export function artifact(doc: PdfDocument, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}
