/** Texts by their whole key, such as `join.title`. */
export type FlatTexts = ReadonlyMap<string, string>;

/** Texts as the catalogue's files hold them, by feature and name. */
export type NestedTexts = { readonly [key: string]: string | NestedTexts };

const pluralForm = /_(zero|one|two|few|many|other)$/;

/** A catalogue's texts by their whole keys, in the order of the files. */
export function flatten(texts: NestedTexts, before = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string') flat.set(before + key, text);
    else for (const [inner, value] of flatten(text, `${before}${key}.`)) flat.set(inner, value);
  }
  return flat;
}

/** The key that code asks for: a text that counts is one key, whatever forms a language has for it. */
export function askedKey(key: string, english: FlatTexts): string {
  const base = key.replace(pluralForm, '');
  return english.has(`${base}_other`) ? base : key;
}

/** The keys that a language must have for what English says: English counts in two forms, Chinese in one, Arabic in six. */
export function neededKeys(language: string, english: FlatTexts): Set<string> {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const asked = new Set([...english.keys()].map((key) => askedKey(key, english)));
  return new Set(
    [...asked].flatMap((key) => (english.has(key) ? [key] : forms.map((form) => `${key}_${form}`))),
  );
}

/** What is wrong with a language beside English, as sentences: texts missing, empty, too many, or with other gaps to fill. */
export function compareTexts(language: string, texts: FlatTexts, english: FlatTexts): string[] {
  const needed = neededKeys(language, english);
  const missing = [...needed].filter((key) => !texts.has(key)).map((key) => `${language} lacks ${key}`);
  const extra = [...texts.keys()]
    .filter((key) => !needed.has(key))
    .map((key) => `${language} has ${key}, English has not`);
  const wrong = [...texts].flatMap(([key, text]) => {
    if (text.trim() === '') return [`${language} has an empty ${key}`];
    const original = english.get(key) ?? english.get(key.replace(pluralForm, '_other'));
    if (original === undefined) return [];
    const [filled, wanted] = [gaps(key, text), gaps(key, original)];
    if (filled === wanted) return [];
    return [`${language} fills ${filled || 'nothing'} into ${key}, English ${wanted || 'nothing'}`];
  });
  return [...missing, ...extra, ...wrong];
}

/** Forms that stand for a single number, which may be said in words: "one person", not "1 person". */
const wordedForm = /_(zero|one|two)$/;

/** The `{{names}}` that a text waits for. The count doesn't matter where it may be said in words. */
function gaps(key: string, text: string): string {
  const names = [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name);
  return [...new Set(names)]
    .filter((name) => name !== 'count' || !wordedForm.test(key))
    .sort()
    .join(', ');
}

/**
 * The keys that no source asks for. A key counts as asked for where it stands as a string, or where a
 * template such as `refusals.${code}` could become it.
 */
export function unusedKeys(english: FlatTexts, sources: readonly string[]): string[] {
  const literals = new Set<string>();
  const templates: RegExp[] = [];
  for (const source of sources) {
    for (const [, literal] of source.matchAll(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/g)) literals.add(literal!);
    for (const [, template] of source.matchAll(/`([a-z]\w*\.[^`]*\$\{[^`]*)`/g))
      templates.push(asPattern(template!));
  }
  const asked = new Set([...english.keys()].map((key) => askedKey(key, english)));
  return [...asked].filter((key) => !literals.has(key) && !templates.some((template) => template.test(key)));
}

function asPattern(template: string): RegExp {
  const fixed = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&'));
  return new RegExp(`^${fixed.join('\\w+')}$`);
}
