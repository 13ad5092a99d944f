import { relative, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { expect, test, vi } from 'vitest';

const project = resolve(import.meta.dirname, '../..');

test('[BUNDLE1] no page loads zod', async () => {
  const { served, importersOf } = await builtModules();
  // What every page folds with: this looks at the right modules.
  expect(served).toContain('shared/src/contract.ts');

  const ofZod = (module: string) => module.includes('node_modules/zod/');
  const whoBringsIt = [...importersOf]
    .filter(([module]) => ofZod(module) && served.some(ofZod))
    .flatMap(([, importers]) => importers.filter((importer) => !ofZod(importer)));
  expect([...new Set(whoBringsIt)]).toEqual([]);
}, 60_000);

/**
 * What the client is built of, as paths in the project: the modules that are served, lazy parts included,
 * and for all that were looked at, used or not, which modules import them.
 */
async function builtModules() {
  const served: string[] = [];
  const importersOf = new Map<string, readonly string[]>();
  const pathOf = (id: string) => relative(project, id);
  const look: Plugin = {
    name: 'look-at-modules',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle))
        if (part.type === 'chunk') served.push(...part.moduleIds.map(pathOf));
      for (const id of this.getModuleIds())
        importersOf.set(pathOf(id), (this.getModuleInfo(id)?.importers ?? []).map(pathOf));
    },
  };
  // Vite takes it for the kind of build, and Vitest says "test": pages for developers would be built too.
  vi.stubEnv('NODE_ENV', 'production');
  try {
    await build({
      configFile: resolve(project, 'client/vite.config.ts'),
      logLevel: 'error',
      plugins: [look],
      build: { write: false, minify: false, sourcemap: false },
    });
  } finally {
    vi.unstubAllEnvs();
  }
  return { served, importersOf };
}
