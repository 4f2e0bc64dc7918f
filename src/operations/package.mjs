/**
 * Writes dist/package, or the folder it is given: what `npm pack dist/package` packs for users of kanon/client and kanon/disclosure: the files that
 * the entries of package.json reach, with their types, and a package.json of their own. Nothing of the service is in it.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = join(root, 'dist', 'src');
const target = resolve(process.argv[2] ?? join(root, 'dist', 'package'));
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const entries = Object.values(own.exports).flatMap(({ types, default: code }) => [types, code]);
const found = reached(entries.map((path) => join(root, path)));
rmSync(target, { recursive: true, force: true });
for (const file of found.files) copy(file, join(target, relative(built, file)));
copy(join(root, 'LICENSE'), join(target, 'LICENSE'));
writeFileSync(
  join(target, 'README.md'),
  `# kanon\n\n${own.description}\n\nFor programs: \`kanon/client\` reports and reads, \`kanon/disclosure\` protects a table of your own. ` +
    'The latter takes a solver, for instance the one of `kanon/highs`, which needs the package `highs` beside it.\n',
);
const { name, version, description, license, type, engines } = own;
const manifest = { name, version, description, license, type, engines, sideEffects: false };
writeFileSync(
  join(target, 'package.json'),
  `${JSON.stringify({ ...manifest, exports: ownExports(), ...peers(found.packages) }, null, 2)}\n`,
);

/** The entries as they lie in the package: without the folder that the build puts everything into. */
function ownExports() {
  return JSON.parse(JSON.stringify(own.exports).replaceAll('./dist/src/', './'));
}

/** A package that an entry imports is for the user to bring, and only if he uses that entry. */
function peers(packages) {
  return {
    peerDependencies: Object.fromEntries(packages.map((name) => [name, own.dependencies[name]])),
    peerDependenciesMeta: Object.fromEntries(packages.map((name) => [name, { optional: true }])),
  };
}

/** Every file that the given ones import, directly or not, and the packages they name; as tsc writes imports. */
function reached(given) {
  const files = new Set(given);
  const packages = new Set();
  const imported =
    /^(?:import|export)\b.* from ['"](.+)['"];$|^import ['"](.+)['"];$|\bimport\(['"]([^'"]+)['"]\)/gm;
  for (const file of files)
    for (const [, ...names] of readFileSync(file, 'utf8').matchAll(imported)) {
      const name = names.find(Boolean);
      if (!name.startsWith('.')) packages.add(name);
      else if (file.endsWith('.d.ts')) files.add(join(dirname(file), name).replace(/\.(js|ts)$/, '.d.ts'));
      else files.add(join(dirname(file), name));
    }
  const unknown = [...packages].find((name) => !own.dependencies[name]);
  if (unknown) throw new Error(`an entry imports ${unknown}, which is no dependency of Kanon`);
  return { files: [...files].sort(), packages: [...packages].sort() };
}

/** Without the line that names a source map, for the package has none. */
function copy(from, to) {
  if (!existsSync(from)) throw new Error(`${relative(root, from)} is not built: npm run build`);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, readFileSync(from, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
}
