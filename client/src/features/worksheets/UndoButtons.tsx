import { Redo2, Undo2 } from 'lucide-react';
import { type ReactElement, useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './WorksheetForm.module.css';

const changes = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;

/** Takes back one's own last change, and nobody else's: a phone has no Ctrl+Z. */
export function UndoButtons({ undo }: { undo: Y.UndoManager }): ReactElement {
  const { t } = useTranslation();
  const subscribe = useCallback(
    (listener: () => void) => {
      for (const change of changes) undo.on(change, listener);
      return () => {
        for (const change of changes) undo.off(change, listener);
      };
    },
    [undo],
  );
  const canUndo = useSyncExternalStore(subscribe, () => undo.canUndo());
  const canRedo = useSyncExternalStore(subscribe, () => undo.canRedo());
  return (
    <span className={styles.undo}>
      <IconButton icon={Undo2} label={t('worksheets.undo')} disabled={!canUndo} onClick={() => undo.undo()} />
      <IconButton icon={Redo2} label={t('worksheets.redo')} disabled={!canRedo} onClick={() => undo.redo()} />
    </span>
  );
}
