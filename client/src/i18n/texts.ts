import type { ResourceLanguage } from 'i18next';
import { type BuiltInCode, isBuiltIn } from './languages.ts';

/**
 * The catalogue comes in parts, so that the first page stays small: `start` for every page, `entry`
 * for what the first page shows a moment later, `class` for whoever is in a class, `staff` for the console
 * and the programme.
 */
export type Part = 'start' | 'entry' | 'class' | 'staff';

/** Nested texts by feature and name, as in `{ polls: { title: '…' } }`. */
export type Texts = ResourceLanguage;

const builtIn: Record<BuiltInCode, Record<Part, () => Promise<{ default: Texts }>>> = {
  'zh-CN': {
    start: () => import('./zh-CN/start.part.ts'),
    entry: () => import('./zh-CN/entry.part.ts'),
    class: () => import('./zh-CN/class.part.ts'),
    staff: () => import('./zh-CN/staff.part.ts'),
  },
  en: {
    start: () => import('./en/start.part.ts'),
    entry: () => import('./en/entry.part.ts'),
    class: () => import('./en/class.part.ts'),
    staff: () => import('./en/staff.part.ts'),
  },
};

/**
 * The texts of one part of a language. A language that isn't built in is one file of the site,
 * /locales/<code>.json, in the shape of the English catalogue; it may lack texts, English stands in.
 */
export async function fetchTexts(code: string, part: Part): Promise<Texts> {
  if (isBuiltIn(code)) return (await builtIn[code][part]()).default;
  return readTexts(await fetchJson(`/locales/${encodeURIComponent(code)}.json`));
}

/** Fetches JSON of the site; throws on any status but success, so that no error page is taken for texts. */
export async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

/** What of a fetched file is texts; the rest is left out, since a page must not fall over a translator's slip. */
export function readTexts(value: unknown): Texts {
  const texts: Texts = {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return texts;
  for (const [key, entry] of Object.entries(value)) {
    if (typeof entry === 'string') texts[key] = entry;
    else if (typeof entry === 'object') texts[key] = readTexts(entry);
  }
  return texts;
}
