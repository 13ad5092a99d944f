import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../server/src/persistence/schema.ts';

/** Every row of every table as text, each after the name of its table. */
export async function dumpOf(database: Kysely<Database>): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`.execute(database);
  const texts = tables.map(async ({ name }) => {
    const { rows } = await sql<{ text: string }>`SELECT t::text AS text FROM ${sql.table(name)} t`.execute(
      database,
    );
    return rows.map(({ text }) => `${name} ${text}`).join('\n');
  });
  return (await Promise.all(texts)).join('\n');
}

/** The files of a folder, and of those in it, that hold a text. */
export async function filesWith(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const found = await Promise.all(files.map(async (file) => (await readFile(file)).includes(text)));
  return files.filter((_, i) => found[i]);
}
