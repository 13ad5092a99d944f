import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { DeckLimits } from './deckLimits.ts';
import { type DeckRefused, refuseDeck } from './deckOutcome.ts';

/** Below this many bytes unpacked, no ratio is suspicious: a page of white pixels packs to almost nothing. */
const ratioMattersFrom = 100_000_000;

/** An open PPTX whose table of contents keeps the limits. Its parts haven't been unpacked. */
export type OpenZip = { ok: true; zip: ZipFile; entries: ReadonlyMap<string, Entry>; close(): void };

/**
 * Opens a PPTX and reads its table of contents (the zip's central directory), unpacking nothing. Refuses
 * what is no zip, has an encrypted part, or says of itself that it unpacks to more than the limits
 * allow. What it says may be a lie: {@link unpackAll} finds that out.
 */
export async function openPresentationZip(path: string, limits: DeckLimits): Promise<OpenZip | DeckRefused> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  } catch (error) {
    return refuseDeck('damaged', `no zip: ${error}`);
  }
  const contents = await readContents(zip, limits);
  if (!contents.ok) {
    zip.close();
    return contents;
  }
  return { ok: true, zip, entries: contents.entries, close: () => zip.close() };
}

type Contents = { ok: true; entries: Map<string, Entry> };

async function readContents(zip: ZipFile, limits: DeckLimits): Promise<Contents | DeckRefused> {
  if (zip.entryCount > limits.zipEntries) return refuseDeck('zipBomb', `${zip.entryCount} entries`);
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return refuseDeck('encrypted', `${entry.fileName} is encrypted`);
      // Two parts of one name: LibreOffice might open the one that we didn't look at.
      if (entries.has(entry.fileName)) return refuseDeck('damaged', `${entry.fileName} is there twice`);
      unpacked += entry.uncompressedSize;
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    // The library reads on over everything except strong encryption, which changes the directory itself.
    const encrypted = error instanceof Error && error.message.includes('encryption');
    return refuseDeck(encrypted ? 'encrypted' : 'damaged', `table of contents: ${error}`);
  }
  if (unpacked > limits.unpackedBytes) return refuseDeck('zipBomb', `unpacks to ${unpacked} bytes`);
  const ratio = unpacked / zip.fileSize;
  if (unpacked > ratioMattersFrom && ratio > limits.unpackedRatio) {
    return refuseDeck('zipBomb', `unpacks to ${unpacked} bytes, ${Math.round(ratio)} times the file`);
  }
  return { ok: true, entries };
}

/**
 * Unpacks every part to nowhere, so that a table of contents that lies is found before LibreOffice
 * believes it. Each part is stopped at the size that it claims, so a lie costs no more than the truth.
 */
export async function unpackAll({ zip, entries }: OpenZip): Promise<{ ok: true } | DeckRefused> {
  for (const entry of entries.values()) {
    try {
      const stream = await zip.openReadStreamPromise(entry);
      // Parts that are merely stored were bounded by the file itself when they were opened.
      if (entry.compressionMethod === 0) stream.destroy();
      else for await (const _chunk of stream);
    } catch (error) {
      const tooMany = error instanceof Error && error.message.includes('too many bytes');
      return refuseDeck(tooMany ? 'zipBomb' : 'damaged', `${entry.fileName}: ${error}`);
    }
  }
  return { ok: true };
}

/** Reads one text part of at most `maxBytes`; null when it isn't there or is larger. */
export async function readPart(
  { zip, entries }: OpenZip,
  name: string,
  maxBytes: number,
): Promise<string | null> {
  const entry = entries.get(name);
  if (!entry || entry.uncompressedSize > maxBytes) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
