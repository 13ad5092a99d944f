import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loadTexts } from '../../i18n/speak.ts';
import { LinkProblem } from './LinkProblem.tsx';

/** A part of the join page that most never see: it comes, with its words, where it is needed. */
export const late = <P,>(
  load: () => Promise<{ default: ComponentType<P> }>,
): LazyExoticComponent<ComponentType<P>> =>
  lazy(async () => {
    try {
      const [part] = await Promise.all([load(), loadTexts('entry')]);
      return part;
    } catch {
      return { default: () => <LinkProblem problem="unreachable" onRetry={() => location.reload()} /> };
    }
  });
