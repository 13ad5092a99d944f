/**
 * Checks what the interface says: `node scripts/checkCatalogues.ts` names texts that a language lacks,
 * has too many or fills differently than English, and keys that no source asks for; it fails if there are any.
 *
 * `node scripts/checkCatalogues.ts --template` prints the English catalogue as JSON: the file that a
 * translator fills and that the site then serves as /locales/<code>.json. A page shows English for what such a
 * file lacks, so that a site may add a language bit by bit; the languages that come with the product are complete.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { builtInLanguages } from '../client/src/i18n/languages.ts';
import { compareTexts, type FlatTexts, flatten, type NestedTexts, unusedKeys } from './catalogues.ts';
import { localeProblems } from './localeFiles.ts';

const client = join(import.meta.dirname, '../client');
const i18n = join(client, 'src/i18n');

/** All parts of a built-in language together. */
async function readBuiltIn(code: string): Promise<NestedTexts> {
  const parts = await Promise.all(globSync(`${i18n}/${code}/*.part.ts`).map((file) => import(file)));
  return Object.assign({}, ...parts.map((part: { default: NestedTexts }) => part.default));
}

/** Files of texts that no part takes in, and so nobody would ever read. */
function filesInNoPart(code: string): string[] {
  const parts = globSync(`${i18n}/${code}/*.part.ts`).map((file) => readFileSync(file, 'utf8'));
  const files = globSync(`${i18n}/${code}/*.ts`).filter((file) => !file.endsWith('.part.ts'));
  return files
    .map((file) => basename(file))
    .filter((file) => !parts.some((part) => part.includes(`'./${file}'`)))
    .map(
      (file) =>
        `${code}/${file} is in no part: name it in ${code}/start.part.ts, class.part.ts or staff.part.ts`,
    );
}

/** What is wrong with the languages that come as files, in the folder that the site serves as /locales. */
function problemsOfFiles(english: FlatTexts): string[] {
  const folder = join(client, 'public/locales');
  const contents = globSync(`${folder}/*.json`).map(
    (file) => [basename(file), readFileSync(file, 'utf8')] as const,
  );
  return localeProblems(new Map(contents), english);
}

const nestedEnglish = await readBuiltIn('en');
if (process.argv.includes('--template')) {
  console.log(JSON.stringify(nestedEnglish, null, 2));
} else {
  const english = flatten(nestedEnglish);
  const others = builtInLanguages.map(({ code }) => code);
  const compared = await Promise.all(
    others.map(async (code) => compareTexts(code, flatten(await readBuiltIn(code)), english)),
  );
  const sources = globSync(`${client}/src/**/*.{ts,tsx}`)
    .filter((file) => !/\.test\.tsx?$/.test(file) && !others.some((code) => file.includes(`/i18n/${code}/`)))
    .map((file) => readFileSync(file, 'utf8'));
  const problems = [
    ...compared.flat(),
    ...others.flatMap(filesInNoPart),
    ...problemsOfFiles(english),
    ...unusedKeys(english, sources).map((key) => `nothing asks for ${key}`),
  ];
  for (const problem of problems) console.error(problem);
  console.log(`${english.size} English texts, ${problems.length} problems`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
