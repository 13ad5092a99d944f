import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { appOf } from './browserAbility.ts';
import { CopyLink } from './CopyLink.tsx';
import { MenuPicture } from './MenuPicture.tsx';
import styles from './OtherBrowser.module.css';

/** How to open the class where it can be heard: out of an app's own browser, by its menu or by copying the link. */
export default function OtherBrowser({ onContinue }: { onContinue: () => void }): ReactElement {
  const { t } = useTranslation();
  const app = appOf(navigator.userAgent);
  return (
    <div className={styles.page}>
      <section className={styles.how} aria-labelledby="other-browser">
        <h2 id="other-browser">
          {app
            ? t('otherBrowser.inApp', { app: t(`otherBrowser.app.${app}`) })
            : t('otherBrowser.thisBrowser')}
        </h2>
        {app ? (
          <>
            <ol className={styles.steps}>
              <li>{t('otherBrowser.tapMenu')}</li>
              <li>{t('otherBrowser.tapOpen', { entry: t('otherBrowser.entry') })}</li>
            </ol>
            <MenuPicture list={app === 'facebook'} entry={t('otherBrowser.entry')} />
            <p className={styles.soft}>{t('otherBrowser.orCopy')}</p>
          </>
        ) : (
          <p>{t('otherBrowser.useOther')}</p>
        )}
        <CopyLink main={!app} />
      </section>
      <div className={styles.action}>
        <p className={styles.soft}>{t('otherBrowser.silentMeans')}</p>
        <Button look="plain" wide onClick={onContinue}>
          {t('otherBrowser.goOn')}
        </Button>
      </div>
    </div>
  );
}
