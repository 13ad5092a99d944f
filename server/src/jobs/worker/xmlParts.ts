import { posix } from 'node:path';
import { parseXml, XmlElement, type XmlNode, XmlText } from '@rgrove/parse-xml';
import { type OpenZip, readPart } from '../presentationZip.ts';

/** No slide, notes page or list of a real presentation comes near; its pictures are parts of their own. */
const maxXmlBytes = 8_000_000;

/** The name without its prefix: which prefix a file chose for a namespace means nothing. */
export function localName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

/** An attribute by its local name. */
export function attribute(element: XmlElement, name: string): string | undefined {
  for (const [key, value] of Object.entries(element.attributes)) {
    if (key === name || key.endsWith(`:${name}`)) return value;
  }
  return undefined;
}

/** Every element below (and including) this one with one of these local names, in document order. */
export function* elementsNamed(root: XmlElement, ...names: string[]): Generator<XmlElement> {
  // A stack of our own, since a hostile file may nest deeper than the call stack goes.
  const open: XmlNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!(node instanceof XmlElement)) continue;
    if (names.includes(localName(node))) yield node;
    for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i]!);
  }
}

/** The text directly inside an element. */
export function ownText(element: XmlElement): string {
  return element.children.map((child) => (child instanceof XmlText ? child.text : '')).join('');
}

/** Reads and parses one part; null when it is missing, too large, or no XML. */
export async function readXml(zip: OpenZip, name: string): Promise<XmlElement | null> {
  const text = await readPart(zip, name, maxXmlBytes);
  if (text === null) return null;
  try {
    return parseXml(text).root;
  } catch {
    return null;
  }
}

/** Where a part's relationships lead: by id, the kind (the last word of its URI) and the part's name. */
export type Relations = ReadonlyMap<string, { kind: string; part: string }>;

/** Reads the relationships of a part, `''` for the package itself; those that lead outside are left out. */
export async function readRelations(zip: OpenZip, part: string): Promise<Relations> {
  const folder = posix.dirname(part);
  const list = await readXml(zip, posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  const relations = new Map<string, { kind: string; part: string }>();
  if (!list) return relations;
  for (const element of elementsNamed(list, 'Relationship')) {
    const { Id: id, Type: type, Target: target, TargetMode: mode } = element.attributes;
    if (!id || !type || !target || mode === 'External') continue;
    relations.set(id, {
      kind: type.slice(type.lastIndexOf('/') + 1),
      part: posix.resolve('/', folder, target).slice(1),
    });
  }
  return relations;
}
