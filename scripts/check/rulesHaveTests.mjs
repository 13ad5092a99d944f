/**
 * The rules that docs/rules.md promises: an id in brackets, such as [POLL3], where a line or a list item
 * begins.
 *
 * @param {string} text
 */
export function rulesIn(text) {
  return [...text.matchAll(/^[ \t]*(?:[-*] +)?(?:\*\*|`)?\[([A-Z]+\d+)\]/gm)].map(([, id = '']) => id);
}

/**
 * The rules that a test file proves: the ids with which a test's name begins, as in
 * `test('[POLL3] an anonymous poll …')` or `test('[POLL3] [POLL4] …')`.
 *
 * @param {string} code
 */
export function rulesTestedIn(code) {
  const names = code.matchAll(/\b(?:test|it)\b[\w.]*(?:\([^()]*\))?\(\s*['"`]((?:\[[A-Z]+\d+\][ ,]*)+)/g);
  return [...names].flatMap(([, ids = '']) => [...ids.matchAll(/\[([A-Z]+\d+)\]/g)].map(([, id = '']) => id));
}

/**
 * What is wrong between the promises and their tests, as sentences.
 *
 * @param {string} rulesText The text of docs/rules.md.
 * @param {readonly { path: string, code: string }[]} testFiles
 */
export function rulesComplaints(rulesText, testFiles) {
  const rules = rulesIn(rulesText);
  const tested = new Map(testFiles.flatMap(({ path, code }) => rulesTestedIn(code).map((id) => [id, path])));
  const twice = rules.filter((id, index) => rules.indexOf(id) !== index);
  return [
    ...(rules.length === 0
      ? ['docs/rules.md promises nothing: no line begins with an id such as [POLL3]']
      : []),
    ...twice.map((id) => `[${id}] is there twice in docs/rules.md`),
    ...rules
      .filter((id) => !tested.has(id))
      .map((id) => `[${id}] is promised, but no test's name begins with it`),
    ...[...tested]
      .filter(([id]) => !rules.includes(id))
      .map(([id, path]) => `[${id}] is tested in ${path}, but docs/rules.md does not promise it`),
  ];
}
