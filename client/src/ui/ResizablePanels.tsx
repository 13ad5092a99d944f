import { type CSSProperties, type ReactElement, type ReactNode, useId, useRef } from 'react';
import { cx } from './cx.ts';
import { PanelSeparator } from './PanelSeparator.tsx';
import styles from './ResizablePanels.module.css';
import { type PanelSizes, usePanelSize } from './usePanelSize.ts';

type ResizablePanelsProps = PanelSizes & {
  /** What the separator does: "Width of the slide". */
  label: string;
  /** In a window narrower than 60rem there is no line, and the panels' contents lie in the grid around this. */
  dissolves?: boolean;
  first: ReactNode;
  second: ReactNode;
};

/** Two panels and a line between them that can be dragged, moved by arrow keys, and double-clicked back. */
export function ResizablePanels(props: ResizablePanelsProps): ReactElement {
  const { direction = 'across', sized = 'first', label, dissolves, first, second } = props;
  const id = useId();
  const panels = useRef<HTMLDivElement>(null);
  const line = usePanelSize(panels, { ...props, direction, sized });
  return (
    <div
      ref={panels}
      className={cx(styles.panels, styles[direction], styles[sized], dissolves && styles.dissolves)}
      style={{ '--size': `${line.size}rem` } as CSSProperties}
    >
      <div id={`${id}-first`} className={styles.panel}>
        {first}
      </div>
      {/* It stands between parts of the page, so it needs one to be in. */}
      <section className={styles.line} aria-label={label}>
        <PanelSeparator label={label} direction={direction} controls={`${id}-${sized}`} line={line} />
      </section>
      <div id={`${id}-second`} className={styles.panel}>
        {second}
      </div>
    </div>
  );
}
