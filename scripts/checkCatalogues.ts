/**
 * Checks what the interface says: `node scripts/checkCatalogues.ts` names texts that a language lacks,
 * has too many or fills differently than English, and keys that no source asks for; it fails if there are any.
 *
 * `node scripts/checkCatalogues.ts --template` prints the English catalogue as JSON: the file that a
 * translator fills and that the site then serves as /locales/<code>.json. Such a file may lack texts,
 * English stands in; how much it has is said, and what is wrong in it fails.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { builtInLanguages } from '../client/src/i18n/languages.ts';
import {
  compareTexts,
  type FlatTexts,
  flatten,
  type NestedTexts,
  neededKeys,
  unusedKeys,
} from './catalogues.ts';

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

/** What is wrong with the languages that come as files. Prints how complete each is. */
function checkFiles(english: FlatTexts): string[] {
  const folder = join(client, 'public/locales');
  const listed: { code: string; name: string }[] = JSON.parse(
    readFileSync(join(folder, 'index.json'), 'utf8'),
  );
  return listed.flatMap(({ code, name }) => {
    const file = join(folder, `${code}.json`);
    if (!existsSync(file)) return [`locales/index.json names ${code}, but there is no ${code}.json`];
    const texts = flatten(JSON.parse(readFileSync(file, 'utf8')));
    const needed = neededKeys(code, english).size;
    const problems = compareTexts(code, texts, english);
    const lacking = problems.filter((problem) => problem.startsWith(`${code} lacks `));
    console.log(`${name} (${code}): ${needed - lacking.length} of ${needed} texts, English for the others`);
    return problems.filter((problem) => !lacking.includes(problem));
  });
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
    ...checkFiles(english),
    ...unusedKeys(english, sources).map((key) => `nothing asks for ${key}`),
  ];
  for (const problem of problems) console.error(problem);
  console.log(`${english.size} English texts, ${problems.length} problems`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
