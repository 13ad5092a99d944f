import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from './Select.tsx';
import { chooseTheme, chosenTheme, themes } from './theme.ts';

/** The choice of light and dark. */
export function ThemeSwitch(): ReactElement {
  const { t } = useTranslation();
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <Select
      label={t('theme.choose')}
      value={theme}
      options={themes.map((each) => ({ value: each, label: t(`theme.${each}`) }))}
      onChange={(value) => {
        const next = themes.find((each) => each === value) ?? 'system';
        chooseTheme(next);
        setTheme(next);
      }}
    />
  );
}
