import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames, useView } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './BreakoutsPanel.module.css';
import { MoveDialog } from './MoveDialog.tsx';
import { isPresent } from './membership.ts';

/** Staff: people as buttons; a tap asks where that person shall go. */
export function PeopleOfGroup({ ids }: { ids: readonly string[] }): ReactElement {
  const { t } = useTranslation();
  const everyone = useView('people').everyone ?? {};
  const name = useNames();
  const [moving, setMoving] = useState<string | null>(null);
  return (
    <>
      <ul className={styles.people}>
        {ids.map((id) => {
          const away = !isPresent(everyone, id);
          const who = away ? `${name(id)} (${t('breakoutsStaff.away')})` : name(id);
          return (
            <li key={id}>
              <Button
                className={styles.person}
                data-person={id}
                data-away={away || undefined}
                aria-label={t('breakoutsStaff.move', { name: who })}
                onClick={() => setMoving(id)}
              >
                {who}
              </Button>
            </li>
          );
        })}
      </ul>
      {moving !== null && <MoveDialog id={moving} onClose={() => setMoving(null)} />}
    </>
  );
}
