import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '#shared/features/slides.ts';
import { useCommand, useRoom } from '../../room/roomHooks.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Pointer } from './Pointer.tsx';
import styles from './PresentedSlide.module.css';
import { SlidePicture } from './SlidePicture.tsx';
import { isRightToLeft, pageAfterKey, pageAfterSwipe } from './turning.ts';

/** Hints of the pointer leave at most this often, in milliseconds. */
const pointEvery = 50;

/** The page as whoever presents sees it: arrow keys, swipes and buttons turn it, the mouse points. */
export function PresentedSlide({ deck, page }: { deck: Deck; page: number }): ReactElement {
  const { store } = useRoom();
  const { t } = useTranslation();
  const { send } = useCommand({ quiet: true });
  const surface = useRef<HTMLElement>(null);
  const turning = useRef<number | null>(null);
  const lastPoint = useRef(0);

  // Quick presses count from where the last one leads, not from the page still shown.
  const from = (): number => turning.current ?? page;
  const turnTo = (to: number | null): void => {
    if (to === null || to < 0 || to >= deck.pages.length || to === from()) return;
    turning.current = to;
    void send({ feature: 'slides', type: 'showPage', deckId: deck.id, page: to }).then(() => {
      if (turning.current === to) turning.current = null;
    });
  };
  const turnByKey = (event: KeyboardEvent<HTMLElement>): void => {
    const to = pageAfterKey(event.key, from(), deck.pages.length, isRightToLeft(event.currentTarget));
    if (to === null) return;
    event.preventDefault();
    turnTo(to);
  };
  const turnBySwipe = (distance: number): void => {
    const { current } = surface;
    if (current) turnTo(pageAfterSwipe(distance, from(), isRightToLeft(current)));
  };
  const point = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse' || performance.now() - lastPoint.current < pointEvery) return;
    lastPoint.current = performance.now();
    const box = surface.current?.getBoundingClientRect();
    if (!box) return;
    const at = {
      x: fraction(event.clientX - box.left, box.width),
      y: fraction(event.clientY - box.top, box.height),
    };
    store.signal({ type: 'pointer', deckId: deck.id, page, at });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the slide as a whole; its buttons do the same.
    <div className={styles.presented} onKeyDown={turnByKey}>
      <SlidePicture deck={deck} page={page} onSwipe={turnBySwipe}>
        <section
          ref={surface}
          className={styles.surface}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the slide takes the arrow keys.
          tabIndex={0}
          aria-label={t('slides.presenting')}
          onPointerMove={point}
          onPointerLeave={() => store.signal({ type: 'pointer', deckId: deck.id, page, at: null })}
        />
        <Pointer deckId={deck.id} page={page} />
      </SlidePicture>
      <div className={styles.controls}>
        <IconButton
          icon={ChevronLeft}
          label={t('slides.previous')}
          disabled={page === 0}
          onClick={() => turnTo(from() - 1)}
        />
        <span className={styles.number} aria-live="polite">
          {page + 1} / {deck.pages.length}
        </span>
        <IconButton
          icon={ChevronRight}
          label={t('slides.next')}
          disabled={page === deck.pages.length - 1}
          onClick={() => turnTo(from() + 1)}
        />
      </div>
    </div>
  );
}

const fraction = (part: number, whole: number): number => Math.min(1, Math.max(0, part / whole));
