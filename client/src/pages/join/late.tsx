import type { ComponentType, LazyExoticComponent } from 'react';
import { loadTexts } from '../../i18n/speak.ts';
import { lazyPage } from '../../ui/lazily.ts';

/** A part of the join page that most never see: it comes, with its words, where it is needed. */
export const late = <P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
): LazyExoticComponent<ComponentType<P>> =>
  lazyPage(async () => {
    const [part] = await Promise.all([load(), loadTexts('entry')]);
    return part;
  });
