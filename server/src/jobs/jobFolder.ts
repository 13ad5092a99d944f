import { createHash } from 'node:crypto';
import { chmod, chown, constants, copyFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeTemporaryFolder, ownerOfTemporary } from '../temporaryFolder.ts';
import { unprivileged } from './confinement.ts';

/** The temporary folder of one conversion. `source` is a copy of the upload that the programs may read. */
export type JobFolder = { scratch: string; source: string; remove(): Promise<void> };

/**
 * Makes a folder of its own for a conversion, which belongs to the user whom LibreOffice runs as. It
 * lies in the system's temporary folder because a data folder may be out of that user's reach. {@link removeLeftovers}
 * knows by its name whose it is.
 */
export async function makeJobFolder(upload: string, kind: string, parent = tmpdir()): Promise<JobFolder> {
  const scratch = await makeTemporaryFolder(kind, parent);
  const folder: JobFolder = {
    scratch,
    source: join(scratch, `upload.${kind}`),
    remove: () => removeJobFolder(scratch),
  };
  try {
    await copyFile(upload, folder.source, constants.COPYFILE_FICLONE);
    await chmod(folder.source, 0o600);
    if (unprivileged) {
      await chown(folder.source, unprivileged.uid, unprivileged.gid);
      await chown(scratch, unprivileged.uid, unprivileged.gid);
    }
    return folder;
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

async function removeJobFolder(scratch: string): Promise<void> {
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  for (const socket of officeSockets(scratch)) await rm(socket, { force: true });
}

/** Where LibreOffice keeps its user profile within the folder of a job. */
export const officeProfile = (scratch: string): string => join(scratch, 'profile');

/**
 * The socket by which a second LibreOffice would find the first. It lies in /tmp whatever TMPDIR says,
 * and stays there when LibreOffice is killed. Its name holds the MD5 of the profile's URL in UTF-16, the
 * bytes in hexadecimal without leading zeros (desktop/source/app/officeipcthread.cxx), and the user's
 * id: the unprivileged user's, our own, or 0, which is what we are called in a user namespace.
 */
export function officeSockets(scratch: string): string[] {
  const url = pathToFileURL(officeProfile(scratch)).href;
  const digest = createHash('md5').update(Buffer.from(url, 'utf16le')).digest();
  const name = Array.from(digest, (byte) => byte.toString(16)).join('');
  const users = new Set([unprivileged?.uid ?? 0, process.getuid?.() ?? 0, 0]);
  return [...users].map((uid) => `/tmp/OSL_PIPE_${uid}_SingleOfficeIPC_${name}`);
}

/**
 * Removes what uploads and conversions of a server that was killed left behind. Call it before the first of them:
 * in a container the server that was killed often had the very id that this process has now.
 */
export async function removeLeftovers(parent = tmpdir()): Promise<void> {
  for (const name of await readdir(parent)) {
    const owner = ownerOfTemporary(name);
    const gone = owner !== null && (owner === process.pid || !isAlive(owner));
    // One that another user left is not ours to remove, and no reason not to start.
    if (gone) await removeJobFolder(join(parent, name)).catch(() => {});
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process is alive as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
