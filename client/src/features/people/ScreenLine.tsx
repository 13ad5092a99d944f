import { UsersRound } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreenNames } from '#shared/http/join.ts';
import { useFormat } from '../../i18n/format.ts';
import { askApi } from '../../room/api.ts';
import { useName, useRoom } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { HeadsChoice } from './HeadsChoice.tsx';
import styles from './PeoplePanel.module.css';

/** Staff: how many sit before a shared screen, to put right with a tap, and who, as far as they said. */
export function ScreenLine({ id, heads }: { id: string; heads: number }): ReactElement {
  const { t } = useTranslation();
  const name = useName(id);
  const format = useFormat();
  const names = useScreenNames(id);
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.screen}>
      <Button
        look="plain"
        icon={UsersRound}
        aria-label={t('people.setHeads', { name, count: heads })}
        onClick={() => setOpen(true)}
      >
        {t('people.heads', { count: heads })}
      </Button>
      {names.length > 0 && <small className={styles.away}>{format.list(names)}</small>}
      {open && (
        <Dialog title={t('people.headsTitle')} onClose={() => setOpen(false)}>
          <HeadsChoice of={{ id, heads }} />
        </Dialog>
      )}
    </div>
  );
}

/** They are said once, when a screen joins. Without them the line still says how many. */
function useScreenNames(id: string): readonly string[] {
  const { info, seat } = useRoom();
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let gone = false;
    askApi<ScreenNames>(`/sessions/${info.id}/people/${id}/names`, { seat }).then(
      (answer) => !gone && setNames(answer.names),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [info.id, id, seat]);
  return names;
}
