import { expect, test } from 'vitest';
import { readJournals, recordedVersions } from './journals.ts';
import { replay } from './replay.ts';

test('[LAW7] the Journals that each release wrote are replayed to the same State', () => {
  expect(recordedVersions()).toContain('0.1.0');
  for (const version of recordedVersions())
    for (const { rows, state } of readJournals(version).classes) {
      const was = JSON.parse(state) as Record<string, unknown>;
      const is = JSON.parse(JSON.stringify(replay(rows))) as Record<string, unknown>;
      // A feature that came later begins empty, and is no difference.
      for (const [feature, before] of Object.entries(was))
        expect(is[feature], `${version}: ${feature}`).toEqual(before);
    }
});
