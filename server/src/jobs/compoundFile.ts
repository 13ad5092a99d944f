import { createReadStream } from 'node:fs';

/**
 * A PPTX with a password is no zip: it lies, encrypted, in a stream of this name inside a compound
 * file, the container of the old Office formats ([MS-OFFCRYPTO] 2.3.4.4).
 */
const streamName = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Whether a compound file holds an encrypted Office document rather than an old one, such as a PPT.
 * The directory with the streams' names may lie anywhere in the file, so all of it is searched; a PPT
 * that happens to say these words gets the wrong sentence, and is refused all the same.
 */
export async function holdsEncryptedDocument(path: string): Promise<boolean> {
  let tail = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const searched = Buffer.concat([tail, chunk]);
    if (searched.includes(streamName)) return true;
    tail = searched.subarray(-(streamName.length - 1));
  }
  return false;
}
