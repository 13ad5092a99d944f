import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../i18n/languages.ts';
import { Switch } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './ShortcutsDialog.module.css';
import { shortcuts } from './shortcuts.ts';
import { shortcutsOn, switchShortcuts } from './useShortcuts.ts';

/** What the presented slide does with keys while it has the focus, as `pageAfterKey` of the slides says. */
const slideKeys = (rightToLeft: boolean) =>
  [
    { action: 'next', shown: [rightToLeft ? '←' : '→', '↓', 'PgDn'] },
    { action: 'previous', shown: [rightToLeft ? '→' : '←', '↑', 'PgUp'] },
    { action: 'first', shown: ['Home'] },
    { action: 'last', shown: ['End'] },
  ] as const;

/** Every key that does something on the console. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t, i18n } = useTranslation();
  const [on, setOn] = useState(shortcutsOn);
  const turn = (to: boolean): void => {
    switchShortcuts(to);
    setOn(to);
  };
  return (
    <Dialog wide title={t('shortcuts.title')} onClose={onClose}>
      <div className={styles.groups}>
        <section>
          <h3>{t('shortcuts.onSlide')}</h3>
          <p className={styles.soft}>{t('shortcuts.onSlideText')}</p>
          <dl className={styles.list}>
            {slideKeys(directionOf(i18n.language) === 'rtl').map(({ action, shown }) => (
              <Row key={action} keys={shown} text={t(`shortcuts.slide.${action}`)} />
            ))}
          </dl>
        </section>
        <section className={styles.anywhere}>
          <h3>{t('shortcuts.anywhere')}</h3>
          <p className={styles.soft}>{t('shortcuts.anywhereText')}</p>
          <dl className={styles.list}>
            {shortcuts.map(({ action, shown }) => (
              <Row key={action} keys={[shown]} text={t(`shortcuts.action.${action}`)} />
            ))}
          </dl>
        </section>
        <Switch label={t('shortcuts.switch')} hint={t('shortcuts.switchText')} checked={on} onChange={turn} />
      </div>
    </Dialog>
  );
}

function Row({ keys, text }: { keys: readonly string[]; text: string }): ReactElement {
  return (
    <div className={styles.row}>
      <dt>{text}</dt>
      <dd className={styles.keys}>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </div>
  );
}
