import { FileUp, Presentation } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useView } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './DeckPanel.module.css';
import { DeckUploads } from './DeckUploads.tsx';
import { RemoveDeck } from './RemoveDeck.tsx';
import { SlidePicture } from './SlidePicture.tsx';
import { useDeckUpload } from './useDeckUpload.ts';

/** The Session's decks: their pages as small pictures, each one tap from the class; and where new ones come in. */
export function DeckPanel(): ReactElement {
  const { t } = useTranslation();
  const { decks, shown } = useView('slides');
  const { send } = useCommand();
  const [chosen, setChosen] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const { uploads, upload, dismiss } = useDeckUpload();
  const all = decks ?? [];
  const deck = all.find((d) => d.id === (chosen ?? shown?.deck.id)) ?? all[0];

  return (
    <div className={styles.panel}>
      {deck && (
        <div className={styles.deck}>
          <Select
            label={t('slides.deck')}
            labelHidden
            options={all.map(({ id, title }) => ({ value: id, label: title }))}
            value={deck.id}
            onChange={setChosen}
          />
          <RemoveDeck deck={deck} />
        </div>
      )}
      <Button icon={FileUp} wide onClick={() => file.current?.click()}>
        {t('slides.upload')}
      </Button>
      <input
        ref={file}
        className={styles.file}
        type="file"
        accept=".pptx,.pdf"
        aria-label={t('slides.upload')}
        tabIndex={-1}
        onChange={(event) => {
          const [picked] = event.target.files ?? [];
          if (picked) upload(picked);
          event.target.value = '';
        }}
      />
      <DeckUploads uploads={uploads} onDismiss={dismiss} />
      {!deck && (
        <EmptyState icon={Presentation} title={t('slides.none')}>
          {t('slides.noneText')}
        </EmptyState>
      )}
      <ol className={styles.pages}>
        {deck?.pages.map((size, page) => (
          <li key={`${deck.id}-${page}`}>
            <button
              type="button"
              className={styles.page}
              aria-current={shown?.deck.id === deck.id && shown.page === page}
              aria-label={t('slides.showPage', { page: page + 1 })}
              onClick={() => void send({ feature: 'slides', type: 'showPage', deckId: deck.id, page })}
            >
              <span className={styles.number}>{page + 1}</span>
              <span className={styles.picture} style={{ aspectRatio: `${size.width} / ${size.height}` }}>
                <SlidePicture deck={deck} page={page} small />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
