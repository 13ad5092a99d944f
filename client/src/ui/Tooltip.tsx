import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { placeBeside } from './placeBeside.ts';
import styles from './Tooltip.module.css';

/** Long enough that a pointer passing by opens nothing, and that it can travel onto the tip. */
const pauseMs = 250;

type TooltipProps = {
  text: ReactNode;
  /** Gets the id of the tip for `aria-describedby`, or undefined while there is none. */
  children: (describedBy: string | undefined) => ReactElement;
  /** The tip only shows what a screen reader already says, as with the name of an icon button. */
  repeats?: boolean;
};

/** A hint for mouse and keyboard. A finger has no hover: never put anything here that isn't also elsewhere. */
export function Tooltip({ text, children, repeats = false }: TooltipProps): ReactElement {
  const [open, setOpen] = useState(false);
  const timer = useRef<number>(undefined);
  const id = useId();
  const turn = (to: boolean, pause = 0): void => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setOpen(to), pause);
  };
  const enter = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') turn(true, pauseMs);
  };
  const closeByEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    turn(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what happens to the control inside.
    <span
      className={styles.anchor}
      onPointerEnter={enter}
      onPointerLeave={() => turn(false, pauseMs)}
      onPointerDown={() => turn(false)}
      onFocus={(event) => event.target.matches(':focus-visible') && turn(true)}
      onBlur={() => turn(false)}
      onKeyDown={closeByEscape}
    >
      {children(open && !repeats ? id : undefined)}
      {open && (
        <Tip id={id} repeats={repeats}>
          {text}
        </Tip>
      )}
    </span>
  );
}

function Tip({ id, repeats, children }: { id: string; repeats: boolean; children: ReactNode }): ReactElement {
  const tip = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = tip.current!;
    // The top layer is above dialogs and never cut off; before Chrome 114 a fixed place must do.
    element.showPopover?.();
    placeBeside(element, element.parentElement!.getBoundingClientRect());
  }, []);
  return (
    <span ref={tip} id={id} role="tooltip" popover="manual" className={styles.tip} aria-hidden={repeats}>
      {children}
    </span>
  );
}
