import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '#shared/features/slides.ts';
import { askApi } from '../../room/api.ts';
import { useRoom } from '../../room/roomHooks.ts';
import styles from './PresenterNotes.module.css';
import { SlidePicture } from './SlidePicture.tsx';

/** For the presenter's eyes only: what to say to this page, and which one comes next. */
export function PresenterNotes({ deck, page }: { deck: Deck; page: number }): ReactElement {
  const { t } = useTranslation();
  const notes = useNotes(deck.id);
  const hasNext = page + 1 < deck.pages.length;
  return (
    <section className={styles.notes} aria-label={t('slides.notes')}>
      <figure className={styles.next}>
        <figcaption>{t(hasNext ? 'slides.comesNext' : 'slides.lastPage')}</figcaption>
        {hasNext && (
          <div className={styles.picture}>
            <SlidePicture deck={deck} page={page + 1} small />
          </div>
        )}
      </figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long notes must be reached to be scrolled. */}
      <p className={styles.text} tabIndex={0}>
        {notes?.[page] ?? t('slides.noNotes')}
      </p>
    </section>
  );
}

function useNotes(deckId: string): readonly (string | null)[] | null {
  const { info, seat } = useRoom();
  const [notes, setNotes] = useState<readonly (string | null)[] | null>(null);
  useEffect(() => {
    let gone = false;
    setNotes(null);
    askApi<{ notes: (string | null)[] }>(`/sessions/${info.id}/decks/${deckId}/notes`, { seat }).then(
      (answer) => !gone && setNotes(answer.notes),
      // Without notes a class goes on; they come with the next deck or reload.
      () => !gone && setNotes([]),
    );
    return () => {
      gone = true;
    };
  }, [info.id, deckId, seat]);
  return notes;
}
