import type { CSSProperties, ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { useZoom } from './useZoom.ts';
import styles from './ZoomArea.module.css';

type ZoomAreaProps = {
  /** What is seen, in words for the machine: another one begins whole again. */
  subject: string;
  /** Draws what can be enlarged; `zoomed` asks for the large picture. */
  children: (zoomed: boolean) => ReactNode;
  className?: string | undefined;
  contentClass?: string | undefined;
  contentStyle?: CSSProperties;
  /** One finger went sideways by so many pixels while nothing is enlarged; to the left is negative. */
  onSwipe?: ((distance: number) => void) | undefined;
};

/** A picture that two fingers or a double tap enlarge, and one finger moves then. */
export function ZoomArea(props: ZoomAreaProps): ReactElement {
  const { subject, children, className, contentClass, contentStyle, onSwipe } = props;
  const { place, content, zoomed } = useZoom<HTMLDivElement, HTMLDivElement>({ subject, onSwipe });
  return (
    <div ref={place} className={cx(styles.place, className)} data-zoomed={zoomed || undefined}>
      <div ref={content} className={cx(styles.content, contentClass)} style={contentStyle}>
        {children(zoomed)}
      </div>
    </div>
  );
}
