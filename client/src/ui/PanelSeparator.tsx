import type { ReactElement } from 'react';
import type { Direction } from './panelSize.ts';
import styles from './ResizablePanels.module.css';
import type { PanelLine } from './usePanelSize.ts';

type PanelSeparatorProps = { label: string; direction: Direction; controls: string; line: PanelLine };

/** The line between two panels, as the ARIA practices have it. Its value is the panel's share, in percent. */
export function PanelSeparator({ label, direction, controls, line }: PanelSeparatorProps): ReactElement {
  const { size, bounds, whole } = line;
  const share = (length: number): number => Math.round((length / whole) * 100);
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr can't be focused and moved.
    <div
      className={styles.separator}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={direction === 'across' ? 'vertical' : 'horizontal'}
      aria-controls={controls}
      aria-valuemin={share(bounds.min)}
      aria-valuemax={share(bounds.max)}
      aria-valuenow={share(size)}
      onKeyDown={(event) => {
        if (line.moveByKey(event.key)) event.preventDefault();
      }}
      onDoubleClick={line.reset}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) line.moveTo(event);
      }}
    />
  );
}
