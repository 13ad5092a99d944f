import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { rulesVersion } from '../../server/src/room/features.ts';
import type { Row } from './FakeClass.ts';
import { replay } from './replay.ts';

const folder = join(import.meta.dirname, '../fixtures/journals');

/**
 * Journals as a release wrote them, which all later code must replay to the same State. A release adds
 * a file and changes none; where a Command's meaning changes, it is a new Command type.
 */
export type RecordedJournals = {
  readonly rules: number;
  readonly classes: readonly { readonly rows: readonly Row[]; readonly state: string }[];
};

export const recordedVersions = (): string[] =>
  readdirSync(folder).flatMap((name) =>
    name.endsWith('.json.gz') ? [name.slice(0, -'.json.gz'.length)] : [],
  );

export const readJournals = (version: string): RecordedJournals =>
  JSON.parse(gunzipSync(readFileSync(join(folder, `${version}.json.gz`))).toString()) as RecordedJournals;

/** Keeps as few of these classes as together hold every Command type that any of them does. */
export function recordJournals(version: string, journals: readonly (readonly Row[])[]): void {
  const missing = new Set(journals.flatMap((rows) => [...typesOf(rows)]));
  const kept: (readonly Row[])[] = [];
  while (missing.size > 0) {
    const gain = (rows: readonly Row[]) => [...typesOf(rows)].filter((type) => missing.has(type)).length;
    const best = journals.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    for (const type of typesOf(best)) missing.delete(type);
    kept.push(best);
  }
  const recorded: RecordedJournals = {
    rules: rulesVersion,
    classes: kept.map((rows) => ({ rows, state: JSON.stringify(replay(rows)) })),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${version}.json.gz`), gzipSync(JSON.stringify(recorded), { level: 9 }));
}

const typesOf = (rows: readonly Row[]): Set<string> =>
  new Set(rows.map(({ command }) => `${command.feature}.${command.type}`));
