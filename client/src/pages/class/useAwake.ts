import { useEffect, useState } from 'react';

/** How long controls stay after the last sign of a hand, in milliseconds. */
const stay = 4_000;
const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

/** True while somebody moves the mouse, taps or uses the keys, and a little longer; also while a dialog is open or a button has the keys. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(true);
  useEffect(() => {
    let timer = 0;
    const sleep = (): void => {
      const inUse =
        document.querySelector('dialog[open]') ?? document.activeElement?.closest('button:focus-visible');
      if (inUse) wake();
      else setAwake(false);
    };
    const wake = (): void => {
      setAwake(true);
      clearTimeout(timer);
      timer = window.setTimeout(sleep, stay);
    };
    wake();
    for (const sign of signs) addEventListener(sign, wake);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, wake);
    };
  }, []);
  return awake;
}
