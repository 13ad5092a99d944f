import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { controlClass, Field } from './Field.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './SearchField.module.css';

type SearchFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
};

/** Narrows a list as one types. Escape and the cross empty it. */
export function SearchField({ label, value, onChange, placeholder }: SearchFieldProps): ReactElement {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const clear = (): void => {
    onChange('');
    input.current?.focus();
  };
  const clearByEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || value === '') return;
    // Not also the dialog that the field is in.
    event.preventDefault();
    clear();
  };
  return (
    <Field label={label} labelHidden>
      {(control) => (
        <div className={styles.search}>
          <input
            {...control}
            ref={input}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            className={controlClass(styles.input)}
            placeholder={placeholder ?? label}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={clearByEscape}
          />
          <Search className={styles.icon} aria-hidden="true" />
          {value !== '' && (
            <span className={styles.clear}>
              <IconButton icon={X} label={t('ui.clear')} onClick={clear} />
            </span>
          )}
        </div>
      )}
    </Field>
  );
}
