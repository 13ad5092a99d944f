import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the place of whoever goes by keyboard: when what had the focus is gone as `stage` changes, such
 * as a button that did its work, this element takes it. Give the element `tabIndex={-1}`.
 */
export function useKeptFocus<E extends HTMLElement>(stage: string): RefObject<E | null> {
  const element = useRef<E>(null);
  const before = useRef(stage);
  useEffect(() => {
    if (before.current === stage) return;
    before.current = stage;
    if (document.activeElement === document.body) element.current?.focus({ preventScroll: true });
  }, [stage]);
  return element;
}
