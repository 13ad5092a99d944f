import { remember, remembered } from './remembered.ts';

export const themes = ['system', 'light', 'dark'] as const;
/** Light, dark, or whatever the system says. */
export type Theme = (typeof themes)[number];

const key = 'score.theme';

/** The theme chosen in this browser, `system` when none was. */
export const chosenTheme = (): Theme => themes.find((theme) => theme === remembered(key)) ?? 'system';

/** Shows the page in a theme and remembers it. */
export function chooseTheme(theme: Theme): void {
  remember(key, theme === 'system' ? null : theme);
  applyTheme();
}

/** Shows the page in the chosen theme; call it before the first drawing. */
export function applyTheme(): void {
  const theme = chosenTheme();
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
