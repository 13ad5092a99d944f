import { expect, test } from 'vitest';
import { rulesComplaints, rulesIn, rulesTestedIn } from './rulesHaveTests.mjs';

test('rules are the ids that begin a line or a list item', () => {
  const text =
    '# Rules\n- [POLL3] a poll\n[OBS1] an Observer\n* **[SEAT2]** a seat, see [POLL3]\n- `[ROOM1]` a room';
  expect(rulesIn(text)).toEqual(['POLL3', 'OBS1', 'SEAT2', 'ROOM1']);
});

test("a test proves the rules with which its name begins, and not those in its name's middle", () => {
  const code = [
    "test('[POLL3] anonymous', () => {});",
    'it("[OBS1] [OBS2] counts", () => {});',
    'test.each(cases)(`[SEAT2] each`, () => {});',
    'test.concurrent(\n  "[ROOM1] long", () => {});',
    "test('as [POLL9] says', () => {});",
    '// [POLL8] is elsewhere',
  ].join('\n');
  expect(rulesTestedIn(code)).toEqual(['POLL3', 'OBS1', 'OBS2', 'SEAT2', 'ROOM1']);
});

test('a promise without a test and a test without a promise are told', () => {
  const complaints = rulesComplaints('- [POLL1] one\n- [POLL2] two\n- [POLL2] two again', [
    { path: 'tests/a.test.ts', code: "test('[POLL2] two', () => {}); test('[POLL7] seven', () => {});" },
  ]);
  expect(complaints).toEqual([
    '[POLL2] is there twice in docs/rules.md',
    "[POLL1] is promised, but no test's name begins with it",
    '[POLL7] is tested in tests/a.test.ts, but docs/rules.md does not promise it',
  ]);
});

test('rules without a single promise are no success', () => {
  expect(rulesComplaints('', [])).toHaveLength(1);
});
