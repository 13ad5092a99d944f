import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { maxOption, maxOptions, maxQuestion } from '#shared/features/polls.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { changeOption, type Draft, removeOption } from './draft.ts';
import styles from './PollsPanel.module.css';

type NewPollFormProps = { draft: Draft; onChange: (draft: Draft) => void };

/** The fields of a question: what is asked, two to eight answers, and whether answers are secret. */
export function NewPollForm({ draft, onChange }: NewPollFormProps): ReactElement {
  const { t } = useTranslation();
  const { question, options, anonymous } = draft;
  return (
    <div className={styles.form}>
      <TextArea
        label={t('pollsStaff.question')}
        rows={2}
        maxLength={maxQuestion}
        value={question}
        onChange={(text) => onChange({ ...draft, question: text })}
        data-autofocus
      />
      <ol className={styles.form}>
        {options.map((option, index) => (
          <li key={index} className={styles.option}>
            <TextField
              label={t('pollsStaff.option', { number: index + 1 })}
              maxLength={maxOption}
              autoComplete="off"
              value={option}
              onChange={(text) => onChange(changeOption(draft, index, text))}
            />
            {options.length > 2 && (
              <IconButton
                icon={X}
                label={t('pollsStaff.removeOption', { number: index + 1 })}
                onClick={() => onChange(removeOption(draft, index))}
              />
            )}
          </li>
        ))}
      </ol>
      {options.length < maxOptions && (
        <Button icon={Plus} wide onClick={() => onChange({ ...draft, options: [...options, ''] })}>
          {t('pollsStaff.addOption')}
        </Button>
      )}
      <Checkbox
        label={t('pollsStaff.anonymous')}
        hint={t('pollsStaff.anonymousHint')}
        checked={anonymous}
        onChange={(checked) => onChange({ ...draft, anonymous: checked })}
      />
    </div>
  );
}
