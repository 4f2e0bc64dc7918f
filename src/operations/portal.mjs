/**
 * Writes dist/portal: the pages that people use, in files that carry a digest of what they hold in their names, so that
 * a browser may keep them for good. Of the style sheet of KERN only what a page of ours names is taken along.
 */
import { build, transform } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const from = join(root, 'src', 'portal');
const built = join(root, 'dist', 'portal');

/** All classes and custom properties of KERN that a source of ours names. */
async function namedHere() {
  const names = await readdir(from, { recursive: true });
  const texts = await Promise.all(
    names.filter((name) => /\.(tsx?|html|css)$/.test(name)).map((name) => readFile(join(from, name), 'utf8')),
  );
  return new Set(texts.flatMap((text) => text.match(/kern-[a-z0-9_-]+/g) ?? []));
}

/** Rules of a sheet one by one: what stands before the brace, and what stands in it. */
function* rulesOf(sheet) {
  let start = 0;
  for (let at = 0, depth = 0, open = 0; at < sheet.length; at++) {
    if (sheet[at] === '{' && depth++ === 0) open = at;
    if (sheet[at] === ';' && depth === 0) start = at + 1;
    if (sheet[at] !== '}' || --depth > 0) continue;
    yield { head: sheet.slice(start, open).trim(), body: sheet.slice(open + 1, at) };
    start = at + 1;
  }
}

/** The sheet without selectors of classes that nobody names, and without fonts: ours come from elsewhere. */
function prune(sheet, used) {
  const isUsed = (selector) =>
    (selector.match(/\.kern-[a-z0-9_-]+/g) ?? []).every((name) => used.has(name.slice(1)));
  let kept = '';
  for (const { head, body } of rulesOf(sheet)) {
    if (head.startsWith('@font-face')) continue;
    if (head.startsWith('@media') || head.startsWith('@supports')) {
      const inner = prune(body, used);
      if (inner !== '') kept += `${head}{${inner}}`;
      continue;
    }
    const heads = head.startsWith('@') ? [head] : head.split(/,(?![^(]*\))/).filter(isUsed);
    if (heads.length > 0) kept += `${heads.join(',')}{${body}}`;
  }
  return kept;
}

/** The sheet without custom properties that nothing reads any more, and then without those that only they read. */
function withoutUnread(sheet, named) {
  const read = new Set([...sheet.matchAll(/var\(\s*--([\w-]+)/g)].map(([, name]) => name));
  const kept = sheet.replace(
    /--([\w-]+):(?:[^;{}"'(]|"[^"]*"|'[^']*'|\((?:[^()"']|"[^"]*"|'[^']*'|\([^()]*\))*\))*(?:;|(?=\}))/g,
    (declaration, name) => (read.has(name) || named.has(name) ? declaration : ''),
  );
  return kept === sheet ? sheet : withoutUnread(kept, named);
}

const pruned = {
  name: 'pruned',
  setup({ onLoad }) {
    onLoad({ filter: /kern\.min\.css$/ }, async ({ path }) => {
      const named = await namedHere();
      return { contents: withoutUnread(prune(await readFile(path, 'utf8'), named), named), loader: 'css' };
    });
  },
};

/** A sheet that a script imports becomes a file of its own, which the page loads by its address (frame/sheet.ts). */
const sheets = {
  name: 'sheets',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /\.css$/ }, ({ kind, path, resolveDir }) =>
      kind === 'import-statement' ? { path: join(resolveDir, path), namespace: 'sheet' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'sheet' }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, minify: true, write: false });
      return { contents: outputFiles[0].contents, loader: 'file' };
    });
  },
};

await rm(built, { recursive: true, force: true });
await mkdir(built, { recursive: true });
const { metafile } = await build({
  entryPoints: { portal: join(from, 'main.tsx'), style: join(from, 'style', 'style.css') },
  outdir: join(built, 'assets'),
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  publicPath: '/assets',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: ['es2023', 'chrome115', 'firefox115', 'safari16.4'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.woff2': 'file' },
  tsconfig: join(from, 'tsconfig.json'),
  metafile: true,
  plugins: [pruned, sheets],
  logLevel: 'error',
});

const files = Object.keys(metafile.outputs).map((name) => basename(name));
const named = (name, ending) => files.find((file) => file.startsWith(`${name}-`) && file.endsWith(ending));
const page = (await readFile(join(from, 'index.html'), 'utf8'))
  .replace('STYLE', `/assets/${named('style', '.css')}`)
  .replace('SCRIPT', `/assets/${named('portal', '.js')}`);
await writeFile(join(built, 'index.html'), page);

/** What a school needs without a connection: the page with its styles and fonts, and these with all that they may ask for. */
const OFFLINE = [
  'main.tsx',
  'start/start.tsx',
  'report/report.tsx',
  'tally/tally-page.tsx',
  'tally/offline.tsx',
];

function filesOffline() {
  const outputs = new Map(Object.entries(metafile.outputs));
  const kept = new Set();
  const take = (output, isWhole) => {
    if (kept.has(output) || !outputs.has(output)) return;
    kept.add(output);
    for (const { path, kind } of outputs.get(output).imports)
      if (isWhole || kind === 'import-statement') take(path, isWhole);
  };
  for (const [output, { entryPoint = '' }] of outputs) {
    const source = relative(from, join(root, entryPoint));
    // Of the frame only what it begins with: it may ask for each page that there is.
    if (OFFLINE.includes(source)) take(output, source !== 'main.tsx');
    if (/\.(css|woff2)$/.test(output)) take(output, true);
  }
  const names = [...kept].map((output) => `/assets/${basename(output)}`).sort();
  const script = `/assets/${named('portal', '.js')}`;
  return [script, ...names.filter((name) => name !== script)];
}

const kept = filesOffline();
await build({
  entryPoints: [join(from, 'frame', 'worker.ts')],
  outfile: join(built, 'worker.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2023', 'chrome115', 'firefox115', 'safari16.4'],
  tsconfig: join(from, 'tsconfig.json'),
  define: {
    FILES: JSON.stringify(kept),
    VERSION: JSON.stringify(createHash('sha256').update(page).update(kept.join()).digest('hex').slice(0, 16)),
  },
  logLevel: 'error',
});
for (const name of ['manifest.webmanifest', 'icon.svg'])
  await writeFile(join(built, name), await readFile(join(from, name)));

// The service has to know which addresses are pages, and the portal stands above it: so the list is written down here.
const { code } = await transform(await readFile(join(from, 'frame', 'paths.ts'), 'utf8'), {
  loader: 'ts',
  format: 'esm',
});
const { PATHS } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
await writeFile(join(built, 'portal.json'), JSON.stringify({ paths: Object.values(PATHS), files }));
/** Where in the sources it begins; undefined for what several share. */
const sourceOf = (entry) => entry && relative(from, join(root, relative(root, entry.replace(/^sheet:/, ''))));
await writeFile(
  join(built, 'sizes.json'),
  JSON.stringify(
    Object.fromEntries(
      Object.entries(metafile.outputs).map(([name, { imports, inputs, entryPoint }]) => [
        basename(name),
        {
          of: sourceOf(entryPoint ?? (name.endsWith('.css') ? Object.keys(inputs)[0] : undefined)),
          imports: imports
            .filter(({ kind }) => kind === 'import-statement')
            .map(({ path }) => basename(path)),
        },
      ]),
    ),
  ),
);
