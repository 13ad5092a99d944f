import { parseXml, type XmlElement } from '@rgrove/parse-xml';

/** The keys in a store's answer to ListObjects. @throws an Error when it is no such answer. */
export function listedKeys(xml: string): string[] {
  const { root } = parseXml(xml);
  if (root?.name !== 'ListBucketResult') throw new Error(`The store listed ${root?.name ?? 'nothing'}.`);
  return childrenOf(root, 'Contents').flatMap((object) => childrenOf(object, 'Key').map((key) => key.text));
}

const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(
    (child): child is XmlElement => child.type === 'element' && (child as XmlElement).name === name,
  );
