import * as Y from 'yjs';
import { maxUpdateBytes, maxUpdateParts } from '#shared/documents.ts';

/** What an update would do, read without doing it. */
export type UpdateContents = {
  /** The one client that wrote it; null when it only deletes. */
  readonly client: number | null;
  /** UTF-16 units that it inserts, into whichever fields. */
  readonly inserted: number;
};

/** What a document holds so far: for each client how many units it wrote. */
type Known = {
  readonly fields: ReadonlySet<string>;
  clockOf(client: number): number;
};

/**
 * Reads an update and checks that applying it can neither fail nor leave anything behind but text in the
 * fields. Yjs itself takes whatever is in its format: it keeps what leans on something unknown for later,
 * out of sight and without a limit, and makes any top-level type that an update names.
 *
 * A client sends what it wrote itself. That makes the check exact: everything that the update leans on is
 * either known or stands before it in the same update.
 *
 * @returns null when it isn't such an update.
 */
export function readUpdate(update: Uint8Array, known: Known): UpdateContents | null {
  const decoded = decode(update);
  if (!decoded || decoded.structs.length > maxUpdateParts) return null;
  const { structs, ds } = decoded;
  const client = structs[0]?.id.client ?? null;
  let inserted = 0;
  let end = client === null ? 0 : known.clockOf(client);
  let next: number | null = null;
  for (const struct of structs) {
    const { clock } = struct.id;
    const follows = next === null ? clock <= end : clock === next;
    if (struct.id.client !== client || !follows || struct.length > maxUpdateBytes) return null;
    if (struct instanceof Y.Item) {
      const isThere = (id: Y.ID | null) =>
        id === null || (id.client === client ? id.clock < clock : id.clock < known.clockOf(id.client));
      if (!isText(struct, known.fields) || !isThere(struct.origin) || !isThere(struct.rightOrigin))
        return null;
      if (struct.content instanceof Y.ContentString) inserted += struct.length;
    } else if (!(struct instanceof Y.GC)) return null;
    next = clock + struct.length;
    end = Math.max(end, next);
  }
  for (const [of, deletes] of ds.clients) {
    const until = of === client ? end : known.clockOf(of);
    if (deletes.some(({ clock, len }) => clock + len > until)) return null;
  }
  return { client, inserted };
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}

/** Text, or text that is deleted already, directly in a field. Where it stands beside other text, the field is that text's. */
function isText({ content, parent, parentSub }: Y.Item, fields: ReadonlySet<string>): boolean {
  const isInField = parent === null || (typeof parent === 'string' && fields.has(parent));
  return (
    isInField &&
    parentSub === null &&
    (content instanceof Y.ContentString || content instanceof Y.ContentDeleted)
  );
}
