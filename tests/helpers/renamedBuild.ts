import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Copies the built client to a folder, from which it can be served. */
export async function copyBuild(to: string): Promise<void> {
  await cp(join(import.meta.dirname, '../../client/dist'), to, { recursive: true });
}

/** Gives every file with a hash in its name another one, as if the next release had changed them all. */
export async function renameBuild(dist: string): Promise<void> {
  const assets = join(dist, 'assets');
  const isExtra = (name: string) => name.endsWith('.br') || name.endsWith('.map');
  const files = await readdir(assets);
  const kept = files.filter((name) => !isExtra(name));
  const renamed = new Map(kept.map((name) => [name, name.replace(/-([\w-]{8})\./, '-next$1.')]));
  const texts = [
    ...kept.filter((name) => /\.(js|css)$/.test(name)).map((name) => join(assets, name)),
    ...(await readdir(dist)).filter((name) => /\.(html|js)$/.test(name)).map((name) => join(dist, name)),
  ];
  for (const file of texts) {
    let text = await readFile(file, 'utf8');
    for (const [before, after] of renamed) text = text.replaceAll(before, after);
    await writeFile(file, text);
  }
  const worker = join(dist, 'sw.js');
  await writeFile(worker, (await readFile(worker, 'utf8')).replace(/score-\w+/, 'score-next'));
  // Compressed beside the plain ones, they would be served with the names of before.
  for (const name of files.filter(isExtra)) await rm(join(assets, name));
  for (const name of await readdir(dist)) if (isExtra(name)) await rm(join(dist, name));
  for (const [before, after] of renamed) await rename(join(assets, before), join(assets, after));
}
