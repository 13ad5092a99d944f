import { builtInLanguages } from '../client/src/i18n/languages.ts';
import { compareTexts, type FlatTexts, flatten, type NestedTexts } from './catalogues.ts';

const listName = 'index.json';

/**
 * What is wrong with the languages that come as files, as sentences.
 *
 * @param files what the files of /locales hold, by name: `index.json`, the list of `{ code, name }`, and one
 *   `<code>.json` for each language of it
 * @param english the flat English catalogue, which every file must follow key by key
 */
export function localeProblems(files: ReadonlyMap<string, string>, english: FlatTexts): string[] {
  const list = readJson(files.get(listName) ?? '');
  if (!Array.isArray(list) || !list.every(isLanguage))
    return [`${listName} is not a list of languages, each with a code and a name`];
  const codes = list.map(({ code }) => code);
  const unlisted = [...files.keys()].filter((name) => name !== listName && !codes.includes(codeOf(name)));
  return [
    ...codes.filter((code, index) => codes.indexOf(code) < index).map((code) => `${code} is listed twice`),
    ...codes.filter(isBuiltIn).map((code) => `${code} is built in, so nobody would read its file`),
    ...unlisted.map((name) => `${name} is not listed in ${listName}, so nobody can choose it`),
    ...[...new Set(codes)].flatMap((code) => problemsOf(code, files.get(`${code}.json`), english)),
  ];
}

function problemsOf(code: string, content: string | undefined, english: FlatTexts): string[] {
  if (content === undefined) return [`${code} is listed, but there is no ${code}.json`];
  const texts = readJson(content);
  if (!isObject(texts)) return [`${code}.json holds no texts by feature and name`];
  const strays = strayKeys(texts);
  if (strays.length > 0) return strays.map((key) => `${code} has something that is no text in ${key}`);
  return compareTexts(code, flatten(texts as NestedTexts), english);
}

/** The keys under which neither a text nor further keys stand. A page would leave them out without a word. */
function strayKeys(texts: Record<string, unknown>, before = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    if (typeof value === 'string') return [];
    return isObject(value) ? strayKeys(value, `${before}${key}.`) : [before + key];
  });
}

/** JSON's value; undefined for what is no JSON. */
function readJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

const codeOf = (fileName: string): string => fileName.replace(/\.json$/, '');

const isBuiltIn = (code: string): boolean => builtInLanguages.some((language) => language.code === code);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLanguage = (value: unknown): value is { code: string; name: string } =>
  isObject(value) && [value.code, value.name].every((each) => typeof each === 'string' && each.trim() !== '');
