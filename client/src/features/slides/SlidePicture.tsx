import { type CSSProperties, type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '#shared/features/slides.ts';
import { useRoom } from '../../room/roomHooks.ts';
import { pagePath } from './pagePath.ts';
import styles from './SlidePicture.module.css';

type SlidePictureProps = { deck: Deck; page: number; small?: boolean; children?: React.ReactNode };

/** One page as large as its place allows; what it holds lies exactly over the page. */
export function SlidePicture({
  deck,
  page,
  small = false,
  children,
}: SlidePictureProps): ReactElement | null {
  const { info } = useRoom();
  const { t } = useTranslation();
  const size = deck.pages[page];
  const next = page + 1 < deck.pages.length ? page + 1 : null;

  // The next page is there before the trainer turns to it.
  useEffect(() => {
    if (next === null || small) return;
    const picture = new Image();
    picture.srcset = sources(info.id, deck.id, next);
    picture.sizes = '100vw';
  }, [info.id, deck.id, next, small]);

  if (!size) return null;
  const shape = size.width / size.height;
  return (
    <div className={styles.fit}>
      <div className={styles.page} style={{ aspectRatio: shape, '--shape': shape } as CSSProperties}>
        <img
          className={styles.picture}
          src={pagePath(info.id, deck.id, page, 800)}
          {...(small
            ? {}
            : { srcSet: sources(info.id, deck.id, page), sizes: '(min-width: 900px) 70vw, 100vw' })}
          width={size.width}
          height={size.height}
          alt={t('slides.pageOf', { page: page + 1, pages: deck.pages.length })}
          data-page={page}
          draggable={false}
        />
        {children}
      </div>
    </div>
  );
}

const sources = (sessionId: string, deckId: string, page: number): string =>
  `${pagePath(sessionId, deckId, page, 800)} 800w, ${pagePath(sessionId, deckId, page, 1600)} 1600w`;
