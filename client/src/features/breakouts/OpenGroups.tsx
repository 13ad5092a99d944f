import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxBrief } from '#shared/features/breakouts.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useFormat } from '../../i18n/format.ts';
import { useCommand, useView } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './BreakoutsPanel.module.css';

const lengths = [3, 5, 8, 10, 12, 15, 20, 25, 30, 45, 60, 90];

/** Staff: for how long the groups work, on which Worksheet, and what they are to do. */
export function OpenGroups(): ReactElement {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { phase } = useView('session');
  const templates = useView('worksheets').staff?.templates ?? [];
  const planned = usePlannedWorksheet();
  const { send, pending } = useCommand();
  const [minutes, setMinutes] = useState('15');
  const [chosen, setChosen] = useState<string | null>(null);
  const [brief, setBrief] = useState('');
  // A Worksheet can't be given to groups that are at work, so the likely one is there unless it is taken away.
  const worksheetId = chosen ?? planned ?? templates[0]?.id ?? '';
  const open = (event: FormEvent): void => {
    event.preventDefault();
    if (pending) return;
    void send({
      feature: 'breakouts',
      type: 'open',
      minutes: minutes === '' ? null : Number(minutes),
      worksheetId: worksheetId === '' ? null : worksheetId,
      brief: brief.trim(),
    });
  };
  return (
    <form className={styles.form} onSubmit={open}>
      <Select
        label={t('breakoutsStaff.minutes')}
        value={minutes}
        onChange={setMinutes}
        options={[
          ...lengths.map((length) => ({ value: String(length), label: format.minutes(length) })),
          { value: '', label: t('breakoutsStaff.noEnd') },
        ]}
      />
      {templates.length > 0 && (
        <Select
          label={t('breakoutsStaff.worksheet')}
          value={worksheetId}
          onChange={setChosen}
          options={[
            ...templates.map(({ id, title }) => ({ value: id, label: inLanguage(title, i18n.language) })),
            { value: '', label: t('breakoutsStaff.noWorksheet') },
          ]}
        />
      )}
      <TextArea
        label={t('breakoutsStaff.brief')}
        hint={t('breakoutsStaff.briefHint')}
        maxLength={maxBrief}
        value={brief}
        onChange={setBrief}
      />
      {phase !== 'live' && <p className={styles.soft}>{t('breakoutsStaff.notLive')}</p>}
      <Button type="submit" look="primary" wide pending={pending} disabled={phase !== 'live'}>
        {t('breakoutsStaff.open')}
      </Button>
    </form>
  );
}

/** The Worksheet that the run of show has for the current Segment. */
function usePlannedWorksheet(): string | undefined {
  const { current, details } = useView('runOfShow');
  const materials = current === null ? [] : (details?.[current]?.materials ?? []);
  return materials.flatMap((material) => (material.kind === 'worksheet' ? [material.worksheetId] : []))[0];
}
