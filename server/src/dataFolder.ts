import { access, chmod, constants, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes the product's data folder when it is missing, and the folders above it. Others may pass through the new
 * folder but not look, so that PostgreSQL's user can reach its own folder within.
 *
 * @throws what the system says when it can't be made or written in.
 */
export async function makeDataFolder(folder: string): Promise<void> {
  if (await makeFolder(folder)) await chmod(folder, 0o711);
  await access(folder, constants.W_OK | constants.X_OK);
}

/**
 * Node's own `recursive` tries for ever where a file system lets nobody make a folder and says that the folder above
 * is missing, as /proc does.
 *
 * @returns whether it is new.
 */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (await isFolder(folder)) return false;
    const isParentMissing =
      (error as NodeJS.ErrnoException).code === 'ENOENT' && !(await isFolder(dirname(folder)));
    if (!isParentMissing) throw error;
  }
  await makeFolder(dirname(folder));
  await mkdir(folder);
  return true;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
