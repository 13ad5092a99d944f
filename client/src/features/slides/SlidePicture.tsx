import { type CSSProperties, type ReactElement, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '#shared/features/slides.ts';
import { useMediaSnapshot } from '../../media/useMedia.ts';
import { useRoom } from '../../room/roomHooks.ts';
import { ZoomArea } from '../../ui/ZoomArea.tsx';
import { pagePath } from './pagePath.ts';
import styles from './SlidePicture.module.css';

/**
 * A phone gets the page of 800 pixels, however fine its screen is, and the large one when it is enlarged:
 * a third of the bytes, and read as well at arm's length.
 */
const asShown = '(min-width: 900px) 70vw, 200px';
const enlarged = '1600px';
/** Where the network is weak, whatever the screen. */
const saving = '200px';

type SlidePictureProps = {
  deck: Deck;
  page: number;
  /** In a list: the small picture, and no zoom. */
  small?: boolean;
  children?: ReactNode;
  /** One finger went sideways by so many pixels; to the left is negative. */
  onSwipe?: (distance: number) => void;
};

/** One page as large as its place allows, and larger by touch; what it holds lies exactly over the page. */
export function SlidePicture({
  deck,
  page,
  small = false,
  children,
  onSwipe,
}: SlidePictureProps): ReactElement | null {
  const { info } = useRoom();
  const { t } = useTranslation();
  const sizes = useMediaSnapshot().mode === 'full' ? asShown : saving;
  const size = deck.pages[page];
  const next = page + 1 < deck.pages.length ? page + 1 : null;

  // The next page is there before the trainer turns to it.
  useEffect(() => {
    if (next === null || small) return;
    const picture = new Image();
    picture.srcset = sources(info.id, deck.id, next);
    picture.sizes = sizes;
  }, [info.id, deck.id, next, small, sizes]);

  if (!size) return null;
  const shape = size.width / size.height;
  const style = { aspectRatio: shape, '--shape': shape } as CSSProperties;
  const draw = (zoomed: boolean): ReactElement => (
    <img
      className={styles.picture}
      src={pagePath(info.id, deck.id, page, 800)}
      {...(!small && { srcSet: sources(info.id, deck.id, page), sizes: zoomed ? enlarged : sizes })}
      width={size.width}
      height={size.height}
      alt={t('slides.pageOf', { page: page + 1, pages: deck.pages.length })}
      data-page={page}
      draggable={false}
    />
  );
  if (small)
    return (
      <div className={styles.fit}>
        <div className={styles.page} style={style}>
          {draw(false)}
        </div>
      </div>
    );
  return (
    <ZoomArea
      subject={`${deck.id} ${page}`}
      className={styles.fit}
      contentClass={styles.page}
      contentStyle={style}
      onSwipe={onSwipe}
    >
      {(zoomed) => (
        <>
          {draw(zoomed)}
          {children}
        </>
      )}
    </ZoomArea>
  );
}

const sources = (sessionId: string, deckId: string, page: number): string =>
  `${pagePath(sessionId, deckId, page, 800)} 800w, ${pagePath(sessionId, deckId, page, 1600)} 1600w`;
