import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useSignal } from '../../room/roomHooks.ts';
import styles from './Pointer.module.css';

/** A pointer that hasn't moved for this long fades: its last hint may be lost, in milliseconds. */
const fadesAfter = 4_000;

/** Where the presenter points on this page. */
export function Pointer({ deckId, page }: { deckId: string; page: number }): ReactElement | null {
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const fade = useRef<ReturnType<typeof setTimeout>>(undefined);
  useSignal((signal) => {
    if (signal.type !== 'pointer' || signal.deckId !== deckId || signal.page !== page) return;
    clearTimeout(fade.current);
    setAt(signal.at);
    fade.current = setTimeout(() => setAt(null), fadesAfter);
  });
  useEffect(() => () => clearTimeout(fade.current), []);
  if (!at) return null;
  return (
    <div
      className={styles.pointer}
      data-pointer
      style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }}
      aria-hidden="true"
    />
  );
}
