import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import connectionInEnglish from '../src/i18n/en/connection.ts';
import endInEnglish from '../src/i18n/en/end.ts';
import joinInEnglish from '../src/i18n/en/join.ts';
import connectionInChinese from '../src/i18n/zh-CN/connection.ts';
import endInChinese from '../src/i18n/zh-CN/end.ts';
import joinInChinese from '../src/i18n/zh-CN/join.ts';

const locales = join(import.meta.dirname, '../public/locales');

/** What the offline page says. */
type Words = { title: string; text: string; retry: string };

/** As much of a catalogue as that takes. */
type Catalogue = {
  connection: { tryThis: string };
  end: { unreachable: { title: string } };
  join: { retry: string };
};

const builtIn: Record<string, Catalogue> = {
  'zh-CN': { connection: connectionInChinese, end: endInChinese, join: joinInChinese },
  en: { connection: connectionInEnglish, end: endInEnglish, join: joinInEnglish },
};

/**
 * Adds the service worker and its offline page to the build. The page has the words of every language in it, from
 * the same catalogues as all others, since nothing more can be fetched when it is shown.
 */
export function pwa(): Plugin {
  return {
    name: 'pwa',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const own = (name: string) => readFile(join(import.meta.dirname, name), 'utf8');
      const [worker, script, page] = await Promise.all([
        own('sw.js'),
        own('offline.js'),
        own('offline.html'),
      ]);
      const offline = page.replace('<!-- languages -->', (await allWords()).map(section).join('\n'));
      const build = createHash('sha256')
        .update(Object.keys(bundle).sort().join())
        .update(offline)
        .update(script);
      const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
      emit('sw.js', worker.replace('BUILD', build.digest('hex').slice(0, 12)));
      emit('offline.js', script);
      emit('offline.html', offline);
    },
  };
}

async function allWords(): Promise<[code: string, words: Words][]> {
  const files = (await readdir(locales)).filter((name) => name.endsWith('.json') && name !== 'index.json');
  const served = await Promise.all(
    files.map(async (name): Promise<[string, Catalogue]> => {
      const catalogue = JSON.parse(await readFile(join(locales, name), 'utf8')) as Catalogue;
      return [name.replace('.json', ''), catalogue];
    }),
  );
  return [...Object.entries(builtIn), ...served].map(([code, { connection, end, join: texts }]) => [
    code,
    { title: end.unreachable.title, text: connection.tryThis, retry: texts.retry },
  ]);
}

const section = ([code, { title, text, retry }]: [string, Words]): string =>
  `<section lang="${code}" hidden><h1>${safe(title)}</h1><p>${safe(text)}</p><button type="button">${safe(retry)}</button></section>`;

const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
