import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  Button as AriaButton,
  Menu as AriaMenu,
  I18nProvider,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import buttonStyles from './Button.module.css';
import { type ButtonLook, buttonClass } from './Button.tsx';
import { cx } from './cx.ts';
import iconStyles from './IconButton.module.css';
import styles from './Menu.module.css';

export type MenuEntry =
  | 'line'
  | {
      readonly id: string;
      readonly label: string;
      readonly icon?: LucideIcon;
      readonly onAction: () => void;
      readonly danger?: boolean;
      readonly disabled?: boolean;
    };

type MenuProps = {
  /** The trigger's word, or its name alone when it shows only an icon. */
  label: string;
  icon?: LucideIcon;
  iconOnly?: boolean;
  look?: ButtonLook;
  entries: readonly MenuEntry[];
};

/**
 * A button with a menu of actions, by keyboard and screen reader as people expect it. On react-aria,
 * 41 kB: for staff pages. A member's page opens a Dialog with buttons instead.
 */
export function Menu({
  label,
  icon: Icon,
  iconOnly = false,
  look = 'quiet',
  entries,
}: MenuProps): ReactElement {
  const { i18n } = useTranslation();
  return (
    <I18nProvider locale={i18n.language}>
      <MenuTrigger>
        <AriaButton
          className={cx(
            buttonClass(look),
            iconOnly && iconStyles.square,
            look === 'plain' && iconStyles.plain,
          )}
          {...(iconOnly && { 'aria-label': label })}
        >
          {Icon && <Icon className={iconOnly ? iconStyles.icon : buttonStyles.icon} aria-hidden="true" />}
          {!iconOnly && label}
        </AriaButton>
        <Popover className={cx(styles.popover)} placement="bottom end" offset={4}>
          <AriaMenu className={cx(styles.menu)} aria-label={label}>
            {entries.map((entry, index) => drawEntry(entry, index))}
          </AriaMenu>
        </Popover>
      </MenuTrigger>
    </I18nProvider>
  );
}

function drawEntry(entry: MenuEntry, index: number): ReactElement {
  if (entry === 'line') return <Separator key={`line-${index}`} className={cx(styles.line)} />;
  const { id, label, icon: Icon, onAction, danger, disabled = false } = entry;
  return (
    <MenuItem
      key={id}
      id={id}
      className={cx(styles.item, danger && styles.danger)}
      onAction={onAction}
      isDisabled={disabled}
      textValue={label}
    >
      {Icon && <Icon className={styles.icon} aria-hidden="true" />}
      {label}
    </MenuItem>
  );
}
