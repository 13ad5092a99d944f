import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { pwa } from './pwa/pwaPlugin.ts';

const compress = promisify(brotliCompress);
const server = `http://localhost:${process.env.PORT ?? 3000}`;

/** Above this many bytes the best compression takes tens of seconds, and a lesser one is as small within a few per cent. */
const large = 1_000_000;

/**
 * Writes a `.br` beside every text file of the build, and beside code and models for WebAssembly, so that the server
 * sends the smallest bytes without spending time on them. Pictures and fonts are compressed already.
 */
function brotli(): Plugin {
  return {
    name: 'brotli',
    apply: 'build',
    enforce: 'post',
    // Read back from disk: whatever Vite still puts into the chunks at the very end is in there.
    async writeBundle({ dir }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(js|css|html|svg|json|wasm|tflite)$/.test(name));
      await Promise.all(
        texts.map(async (name) => {
          const file = join(dir ?? '', name);
          const bytes = await readFile(file);
          const quality = bytes.length > large ? 9 : constants.BROTLI_MAX_QUALITY;
          const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
          await writeFile(`${file}.br`, await compress(bytes, { params }));
        }),
      );
    },
  };
}

/**
 * react-aria's few own words ("Dismiss") come in 34 languages, 2 kB of every page that opens a menu.
 * Those kept are the ones that the interface speaks; it uses English for the others.
 */
function fewerReactAriaLanguages(): Plugin {
  const unspoken = /\/react-(aria|stately)\/.*\/intl\/.*\/(?!en-US|zh-CN|es-ES)[a-z]{2}-[A-Z]{2}\.m?js$/;
  return {
    name: 'fewer-react-aria-languages',
    apply: 'build',
    load: (id) => (unspoken.test(id) ? 'export default {};' : null),
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), fewerReactAriaLanguages(), pwa(), brotli()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // WeChat's own browser is Chromium 110 or later; older Android phones that still update have at least 100.
    target: ['es2022', 'chrome100', 'safari15.4', 'firefox100'],
    sourcemap: 'hidden',
    // Every browser of the list but an old Safari knows it, and that one only loads a little later.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What changes only with its package's version: a new release of ours leaves it in the browser's cache.
          groups: [
            {
              name: 'platform',
              test: /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|use-sync-external-store)\/|lucide-react\/dist\/esm\/(?!icons|lucide-react)|rolldown|preload-helper/,
            },
          ],
        },
      },
    },
  },
  css: { transformer: 'lightningcss' },
  server: {
    proxy: {
      '/api': server,
      '/healthz': server,
      '/readyz': server,
      '/socket.io': { target: server, ws: true },
    },
  },
});
