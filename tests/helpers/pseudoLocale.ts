import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

/**
 * A made-up language that is written from right to left: English between marks that read so, and a third longer,
 * as other languages are. Who sees a text without its marks has found one that is in no catalogue.
 */
export const pseudoCode = 'ar';
const name = '⟦اختبار⟧';

type Texts = { [key: string]: string | Texts };

const english = join(import.meta.dirname, '../../client/src/i18n/en');
/** The plural forms that this language has beside the one that English has too. */
const moreForms = ['zero', 'two', 'few', 'many'];

export function pseudoText(text: string): string {
  const filler = 'تجربة '.repeat(Math.ceil(text.replace(/\{\{.*?\}\}/g, '').length / 3 / 6)).trim();
  return `⟦${text} ${filler}⟧`;
}

function pseudoTexts(texts: Texts): Texts {
  const made: Texts = {};
  for (const [key, value] of Object.entries(texts)) {
    made[key] = typeof value === 'string' ? pseudoText(value) : pseudoTexts(value);
    const [, stem] = /^(.*)_other$/.exec(key) ?? [];
    if (stem) for (const form of moreForms) made[`${stem}_${form}`] = made[key];
  }
  return made;
}

/** The whole catalogue, of all parts. */
export async function pseudoCatalogue(): Promise<Texts> {
  const parts = readdirSync(english).filter((file) => file.endsWith('.part.ts'));
  const read = await Promise.all(
    parts.map((file) => import(join(english, file)) as Promise<{ default: Texts }>),
  );
  return pseudoTexts(Object.assign({}, ...read.map((part) => part.default)) as Texts);
}

/** Offers the language to a browser, as a site does that has its file. */
export async function servePseudo(context: BrowserContext): Promise<void> {
  const catalogue = await pseudoCatalogue();
  await context.route('**/locales/index.json', (route) =>
    route.fulfill({ json: [{ code: pseudoCode, name }] }),
  );
  await context.route(`**/locales/${pseudoCode}.json`, (route) => route.fulfill({ json: catalogue }));
}
