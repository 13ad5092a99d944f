import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react';
import { cx } from './cx.ts';
import { sizeAfterKey, sizeAtPointer, withinBounds } from './panelSize.ts';
import styles from './ResizablePanels.module.css';
import { remember, remembered } from './remembered.ts';

type ResizablePanelsProps = {
  /** Under this name the size is remembered in this browser. */
  name: string;
  /** What the separator does: "Width of the slide". */
  label: string;
  /** Side by side, or one below the other. */
  direction?: 'across' | 'down';
  /** Share of the first panel in percent of the whole. */
  initial?: number;
  min?: number;
  max?: number;
  first: ReactNode;
  second: ReactNode;
};

/** Two panels and a line between them that can be dragged, moved by arrow keys, and double-clicked back. */
export function ResizablePanels(props: ResizablePanelsProps): ReactElement {
  const { name, label, direction = 'across', initial = 50, min = 20, max = 80, first, second } = props;
  const id = useId();
  const panels = useRef<HTMLDivElement>(null);
  const key = `score.panel.${name}`;
  const [size, setSize] = useState(() => withinBounds(Number(remembered(key) ?? initial), min, max, initial));
  const rightToLeft = (): boolean => getComputedStyle(panels.current!).direction === 'rtl';
  const become = (next: number): void => {
    const bounded = withinBounds(next, min, max, initial);
    setSize(bounded);
    remember(key, String(bounded));
  };
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    become(sizeAtPointer(event, panels.current!.getBoundingClientRect(), direction, rightToLeft()));
  };
  const press = (event: KeyboardEvent): void => {
    const next = sizeAfterKey(event.key, size, { min, max, direction, rightToLeft: rightToLeft() });
    if (next === null) return;
    event.preventDefault();
    become(next);
  };
  return (
    <div
      ref={panels}
      className={cx(styles.panels, styles[direction])}
      style={{ '--first': `${size}%` } as CSSProperties}
    >
      <div id={`${id}-first`} className={styles.panel}>
        {first}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: an hr can't be focused and moved. */}
      <div
        className={styles.separator}
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation={direction === 'across' ? 'vertical' : 'horizontal'}
        aria-controls={`${id}-first`}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={Math.round(size)}
        onKeyDown={press}
        onDoubleClick={() => become(initial)}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
      />
      <div className={styles.panel}>{second}</div>
    </div>
  );
}
