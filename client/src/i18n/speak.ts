import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { remember, remembered } from '../ui/remembered.ts';
import { bestLanguage, builtInLanguages, directionOf, isBuiltIn, type Language } from './languages.ts';
import { numbersByIntl } from './numbersByIntl.ts';
import { fetchJson, fetchTexts, type Part } from './texts.ts';

const choiceKey = 'score.language';
const fallback = 'en';
const wantedParts = new Set<Part>(['start']);
/** What is loaded or on its way, so that nothing is fetched twice. */
const loading = new Map<string, Promise<void>>();
let latestAsked = '';

let offered: readonly Language[] | null = null;

/** The languages on offer: the built-in ones, and those that the site serves as files, named in /locales/index.json. */
export async function offeredLanguages(): Promise<readonly Language[]> {
  if (offered) return offered;
  try {
    const listed = await fetchJson('/locales/index.json');
    const files = Array.isArray(listed) ? listed.filter(isLanguage) : [];
    offered = [...builtInLanguages, ...files.filter((language) => !isBuiltIn(language.code))];
    return offered;
  } catch {
    return builtInLanguages;
  }
}

function isLanguage(value: unknown): value is Language {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'name' in value &&
    typeof value.code === 'string' &&
    typeof value.name === 'string' &&
    /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value.code)
  );
}

/**
 * Starts the interface in the person's language: what they chose last time, else what the browser asks for.
 * Resolves when the first page can be drawn. Call it once, before anything is rendered.
 */
export async function startSpeaking(): Promise<void> {
  const chosen = remembered(choiceKey);
  const wanted = chosen ? [chosen, ...navigator.languages] : navigator.languages;
  await i18next
    .use(initReactI18next)
    .use(numbersByIntl)
    .init({
      resources: {},
      fallbackLng: fallback,
      supportedLngs: false,
      load: 'currentOnly',
      // React escapes; doing it twice would show &amp; to people.
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { useSuspense: false },
    });
  // The list of further languages costs a round trip, so it is asked for only by those who may need it.
  const first = wanted[0];
  const known = first === undefined || /^(zh|en)\b/i.test(first);
  const language = bestLanguage(wanted, known ? builtInLanguages : await offeredLanguages());
  try {
    await speak(language.code);
  } catch {
    await speak(bestLanguage(wanted, builtInLanguages).code);
  }
}

/** Switches the whole interface to a language and remembers it. Throws, and changes nothing, when its texts can't be had. */
export async function chooseLanguage(code: string): Promise<void> {
  await speak(code);
  remember(choiceKey, code);
}

/** Fetches a part of the catalogue before the page that needs it is drawn; quick when it is there already. */
export async function loadTexts(part: Part): Promise<void> {
  wantedParts.add(part);
  await loadWanted(i18next.language);
}

async function speak(code: string): Promise<void> {
  latestAsked = code;
  await loadWanted(code);
  // Of two choices in quick succession the last one counts, whichever texts come first.
  if (latestAsked !== code) return;
  await i18next.changeLanguage(code);
  document.documentElement.lang = code;
  document.documentElement.dir = directionOf(code);
}

async function loadWanted(code: string): Promise<void> {
  // A language from a file may lack texts: English, which is complete, stands in for them.
  const codes = isBuiltIn(code) ? [code] : [code, fallback];
  await Promise.all(codes.flatMap((each) => [...wantedParts].map((part) => loadPart(each, part))));
}

function loadPart(code: string, part: Part): Promise<void> {
  const name = isBuiltIn(code) ? `${code}/${part}` : code;
  const under = loading.get(name) ?? addTexts(code, part);
  loading.set(name, under);
  // What failed may be tried again, once the network is back.
  under.catch(() => loading.delete(name));
  return under;
}

async function addTexts(code: string, part: Part): Promise<void> {
  i18next.addResourceBundle(code, 'translation', await fetchTexts(code, part), true, true);
}
