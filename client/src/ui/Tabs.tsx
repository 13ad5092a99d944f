import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, type ReactNode, useId, useRef } from 'react';
import { useFormat } from '../i18n/format.ts';
import { Badge } from './Badge.tsx';
import { cx } from './cx.ts';
import styles from './Tabs.module.css';
import { tabAfterKey } from './tabKeys.ts';

export type TabEntry<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  readonly icon?: LucideIcon;
  /** Something new behind the tab, spoken with `countLabel`. */
  readonly count?: number;
  readonly countLabel?: string;
};

type TabsProps<Id extends string> = {
  label: string;
  tabs: readonly TabEntry<Id>[];
  /** Pictures above their words, so that more tabs fit side by side. */
  stacked?: boolean;
  selected: Id;
  onSelect: (id: Id) => void;
  /** What the selected tab shows. */
  children: ReactNode;
};

/** Panels of which one is seen. Arrow keys go from tab to tab, as the ARIA practices say; react-aria's would cost 25 kB. */
export function Tabs<Id extends string>({
  label,
  tabs,
  stacked = false,
  selected,
  onSelect,
  children,
}: TabsProps<Id>): ReactElement {
  const id = useId();
  const format = useFormat();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = tabAfterKey(
      event.key,
      tabs.findIndex((tab) => tab.id === selected),
      tabs.length,
      isRightToLeft(event),
    );
    const tab = to === null ? undefined : tabs[to];
    if (to === null || !tab) return;
    event.preventDefault();
    onSelect(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  };
  return (
    <div className={styles.tabs}>
      <div ref={list} className={styles.list} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map(({ id: tabId, label: word, icon: Icon, count = 0, countLabel }) => (
          <button
            key={tabId}
            type="button"
            role="tab"
            id={`${id}-${tabId}`}
            className={cx(styles.tab, stacked && styles.stacked)}
            aria-selected={tabId === selected}
            aria-controls={tabId === selected ? `${id}-panel` : undefined}
            tabIndex={tabId === selected ? 0 : -1}
            onClick={() => onSelect(tabId)}
          >
            {Icon && <Icon className={styles.icon} aria-hidden="true" />}
            {word}
            {count > 0 && (
              <Badge tone="brand" label={countLabel}>
                {format.number(count)}
              </Badge>
            )}
          </button>
        ))}
      </div>
      <div
        className={styles.panel}
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${selected}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without controls must be reached to be scrolled.
        tabIndex={0}
      >
        {children}
      </div>
    </div>
  );
}

const isRightToLeft = (event: KeyboardEvent): boolean =>
  getComputedStyle(event.currentTarget).direction === 'rtl';
