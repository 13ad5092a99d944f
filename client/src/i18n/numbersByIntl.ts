import type { FormatterModule } from 'i18next';
import { formatOf } from './format.ts';

/** For i18next with `alwaysFormat`: numbers inside sentences as their language writes them, such as "1,200 people". */
export const numbersByIntl: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, language) =>
    typeof value === 'number' ? formatOf(language).number(value) : String(value),
};
