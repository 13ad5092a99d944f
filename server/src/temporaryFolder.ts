import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the names of all our temporary folders begin with. The id of the process that made it follows. */
const prefix = 'score-classroom-job-';

/** A new folder of this process's own; `ownerOfTemporary` knows whose it is when the process was killed. */
export function makeTemporaryFolder(name: string, parent = tmpdir()): Promise<string> {
  return mkdtemp(join(parent, `${prefix}${process.pid}-${name}-`));
}

/** The id of the process that made a folder of this name; null for what is none of our temporary folders. */
export function ownerOfTemporary(folderName: string): number | null {
  const pid = folderName.startsWith(prefix) ? Number.parseInt(folderName.slice(prefix.length), 10) : 0;
  return pid > 0 ? pid : null;
}

/** Gives `use` a new folder in the system's temporary one; it is removed with all in it, however `use` ends. */
export async function inTemporaryFolder<T>(name: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await makeTemporaryFolder(name);
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
