import { Languages } from 'lucide-react';
import { type ReactElement, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOutdated, tellOfNewVersion } from '../ui/newerBuild.ts';
import { showToast } from '../ui/toasts.ts';
import styles from './LanguageSwitch.module.css';
import { builtInLanguages, type Language } from './languages.ts';
import { chooseLanguage, offeredLanguages } from './speak.ts';

/**
 * The choice of language, each named in itself. A native list: phones show their own picker, and a
 * person who can't read the page finds it by its icon, which is all that a compact one shows.
 */
export function LanguageSwitch({ compact = false }: { compact?: boolean }): ReactElement {
  const { t, i18n } = useTranslation();
  const [languages, setLanguages] = useState<readonly Language[]>(builtInLanguages);
  const id = useId();
  const choose = (code: string): void => {
    chooseLanguage(code).catch(async () => {
      if (await isOutdated()) tellOfNewVersion();
      else showToast({ tone: 'error', text: t('language.unreachable') });
    });
  };
  useEffect(() => {
    let gone = false;
    void offeredLanguages().then((offered) => {
      if (!gone) setLanguages(offered);
    });
    return () => {
      gone = true;
    };
  }, []);
  return (
    <label className={styles.switch} data-compact={compact || undefined} htmlFor={id}>
      <Languages className={styles.icon} aria-hidden="true" />
      <select
        id={id}
        className={styles.list}
        aria-label={t('language.choose')}
        value={i18n.language}
        onChange={(event) => choose(event.target.value)}
      >
        {languages.map((language) => (
          <option key={language.code} value={language.code} lang={language.code}>
            {language.name}
          </option>
        ))}
      </select>
    </label>
  );
}
