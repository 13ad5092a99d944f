import { expect, test } from 'vitest';
import { readJournals, recordedVersions, replay } from './journals.ts';

test.each(recordedVersions())(
  '[LAW7] the Journals that release %s wrote are replayed to the same State',
  (version) => {
    const { classes } = readJournals(version);
    expect(classes.length).toBeGreaterThan(0);
    for (const { rows, state } of classes) {
      const was = JSON.parse(state) as Record<string, unknown>;
      const is = JSON.parse(JSON.stringify(replay(rows))) as Record<string, unknown>;
      // A feature that came later begins empty, and is no difference.
      for (const [feature, before] of Object.entries(was)) expect(is[feature], feature).toEqual(before);
    }
  },
);
