import type classPart from './en/class.part.ts';
import type entryPart from './en/entry.part.ts';
import type staffPart from './en/staff.part.ts';
import type startPart from './en/start.part.ts';

/** Makes `t('no.suchKey')` an error of the compiler. English is the shape that every language follows. */
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof startPart & typeof entryPart & typeof classPart & typeof staffPart };
  }
}
