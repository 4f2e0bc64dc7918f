/** The forecasts of a survey as one picture: a bar of consultations and two marks of shown cells a design, in plain SVG. */
import type { InBoth, Language } from '../foundation/language.ts';
import { schemeId } from '../rules/scheme.ts';
import type { Forecast } from './survey-plan.ts';

const WORDS = {
  title: { de: 'Was Schema und k übrig lassen', en: 'What scheme and k leave' },
  itemised: { de: 'einzeln', en: 'itemised' },
  pooled: { de: 'zusammengefasst', en: 'pooled' },
  withheld: { de: 'zurückgehalten', en: 'withheld' },
  counties: { de: 'Kreis × Leistung gezeigt', en: 'county × benefit shown' },
  types: { de: 'Bezirk × Schulform gezeigt', en: 'district × school type shown' },
} as const satisfies Readonly<Record<string, InBoth>>;

/** Each differs in lightness too, so that it can be told apart in print. */
const FILLS = { itemised: '#0b3d6b', pooled: '#6fa3cf', withheld: '#dcdcdc' } as const;
const PARTS = ['itemised', 'pooled', 'withheld'] as const;

/** Pixels. */
const [LEFT, WIDE, ROW, TOP] = [210, 500, 30, 90];

/**
 * about    what was assumed, as the picture says it
 * returns  an SVG document with a title and a description, for those who do not see it too
 */
export function drawPlan(forecasts: readonly Forecast[], about: string, lang: Language): string {
  const height = TOP + ROW * forecasts.length + 20;
  const legend = PARTS.map((part, at) => {
    const x = LEFT + 150 * at;
    return `<rect x="${x}" y="46" width="12" height="12" fill="${FILLS[part]}"/>${text(x + 18, 57, WORDS[part][lang])}`;
  });
  const marks = `${circle(LEFT + 6, 74)}${text(LEFT + 18, 79, WORDS.counties[lang])}${diamond(LEFT + 226, 74)}${text(LEFT + 238, 79, WORDS.types[lang])}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDE + 30} ${height}" font-family="sans-serif" font-size="13" role="img" aria-labelledby="t d">`,
    `<title id="t">${escaped(WORDS.title[lang])}</title>`,
    `<desc id="d">${escaped([about, ...forecasts.map((one) => told(one, lang))].join('. '))}.</desc>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    text(10, 22, `${WORDS.title[lang]}: ${about}`),
    ...legend,
    marks,
    ...forecasts.map((one, at) => row(one, TOP + ROW * at)),
    '</svg>\n',
  ].join('\n');
}

function row({ scheme, k, shares, counties, types }: Forecast, y: number): string {
  let x = LEFT;
  const bars = PARTS.map((part) => {
    const width = (WIDE * shares[part]) / 100;
    const bar = `<rect x="${round(x)}" y="${y + 4}" width="${round(width)}" height="20" fill="${FILLS[part]}"/>`;
    x += width;
    return bar;
  });
  const at = (share: number): number => round(LEFT + WIDE * share);
  return [
    text(10, y + 19, `${schemeId(scheme)}, k = ${k}`),
    ...bars,
    counties ? circle(at(counties.shown), y + 14) : '',
    types ? diamond(at(types.shown), y + 14) : '',
  ].join('');
}

const told = ({ scheme, k, shares, counties, types }: Forecast, lang: Language): string =>
  [
    `${schemeId(scheme)}, k = ${k}`,
    ...PARTS.map((part) => `${WORDS[part][lang]} ${shares[part]} %`),
    ...(counties ? [`${WORDS.counties[lang]} ${Math.round(100 * counties.shown)} %`] : []),
    ...(types ? [`${WORDS.types[lang]} ${Math.round(100 * types.shown)} %`] : []),
  ].join(', ');

const MARK = 'fill="#ffffff" stroke="#000000" stroke-width="2"';
const circle = (x: number, y: number): string => `<circle cx="${x}" cy="${y}" r="5" ${MARK}/>`;
const diamond = (x: number, y: number): string =>
  `<path d="M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z" ${MARK}/>`;
const text = (x: number, y: number, words: string): string =>
  `<text x="${x}" y="${y}" fill="#000000">${escaped(words)}</text>`;
const round = (pixels: number): number => Math.round(10 * pixels) / 10;
const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
