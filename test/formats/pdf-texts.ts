/** All words of a PDF (ISO 32000-1) that is written plainly: of its pages, in any colour and anywhere, of properties and of tags. */
import { inflateSync } from 'node:zlib';

interface Part {
  readonly dictionary: string;
  /** Unpacked. */
  readonly stream: string | undefined;
}

/** Objects by number. */
function partsOf(pdf: Buffer): ReadonlyMap<string, Part> {
  const text = pdf.toString('latin1');
  return new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(
      ([, number = '', body = '']): [string, Part] => {
        const at = body.indexOf('stream\n');
        if (at < 0) return [number, { dictionary: body, stream: undefined }];
        const dictionary = body.slice(0, at);
        const bytes = Buffer.from(body.slice(at + 7, body.lastIndexOf('endstream')), 'latin1');
        const isPacked = dictionary.includes('/FlateDecode');
        return [number, { dictionary, stream: (isPacked ? inflateSync(bytes) : bytes).toString('latin1') }];
      },
    ),
  );
}

/** Text of pages by the maps of their fonts; strings of dictionaries; whole XML parts. */
export function textsOfPdf(pdf: Buffer): string[] {
  const parts = partsOf(pdf);
  const maps = mapsOf(parts);
  return [...parts.values()].flatMap(({ dictionary, stream }) => {
    const strings = [...dictionary.matchAll(/\((?:\\.|[^\\)])*\)|<(?:[0-9A-Fa-f]{2})+>/g)].map(([one]) =>
      plain(one),
    );
    // Sizes and offsets of fonts and pictures are no words.
    if (stream === undefined || /\/(FontFile|Length1|ICCBased)|\/N 3/.test(dictionary)) return strings;
    if (stream.includes('begincmap')) return strings;
    if (stream.startsWith('<?xpacket') || stream.includes('<x:xmpmeta')) return [...strings, stream];
    return [...strings, ...wordsOf(stream, maps)];
  });
}

/** Of each font by its name on pages: glyph to characters. */
function mapsOf(parts: ReadonlyMap<string, Part>): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const maps = new Map<string, ReadonlyMap<string, string>>();
  for (const { dictionary } of parts.values())
    for (const [, name = '', number = ''] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(parts.get(number)?.dictionary ?? '')?.[1] ?? '';
      maps.set(name, glyphsOf(parts.get(unicode)?.stream ?? ''));
    }
  return maps;
}

/** `<0000> <00ff> [<0020> <0041>]` of a map. */
function glyphsOf(map: string): ReadonlyMap<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, from = '', , list = ''] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi))
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], at) => {
      const glyph = (parseInt(from, 16) + at).toString(16).padStart(4, '0');
      glyphs.set(glyph, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    });
  return glyphs;
}

/** Each text that is drawn, as one line; kerning within it parts no word. */
function wordsOf(stream: string, maps: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  let map: ReadonlyMap<string, string> = new Map();
  const lines: string[] = [];
  for (const [token, font, array] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|<[0-9a-f]+> Tj/gi)) {
    if (font !== undefined) map = maps.get(font) ?? new Map();
    else
      lines.push(
        [...(array ?? token).matchAll(/<([0-9a-f]*)>/gi)]
          .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
          .map((glyph) => map.get(glyph.toLowerCase()) ?? '\u{fffd}')
          .join(''),
      );
  }
  return lines;
}

const plain = (text: string): string => {
  const bytes = text.startsWith('<')
    ? Buffer.from(text.slice(1, -1), 'hex')
    : Buffer.from(text.slice(1, -1).replace(/\\([()\\])/g, '$1'), 'latin1');
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  return bytes.toString('latin1');
};

/** What a page can hold beside what it shows. */
export function hiddenPartsOf(pdf: Buffer): string[] {
  const parts = [...partsOf(pdf).values()];
  const signs: readonly (readonly [RegExp, string])[] = [
    [/\/(EmbeddedFiles|Filespec|EmbeddedFile)\b/, 'a file within'],
    [/\/(Annot|Annots|AcroForm)\b/, 'a note or form'],
    [/\/(OCG|OCProperties)\b/, 'a layer that can be off'],
    [/\/(JavaScript|JS|Launch|OpenAction|AA)\b/, 'a program'],
  ];
  return [
    ...parts.flatMap(({ dictionary }) =>
      signs.filter(([sign]) => sign.test(dictionary)).map(([, what]) => what),
    ),
    ...parts.flatMap(({ stream = '' }) => (/\b3 Tr\b/.test(stream) ? ['text that is not drawn'] : [])),
  ];
}
