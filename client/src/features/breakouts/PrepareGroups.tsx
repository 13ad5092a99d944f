import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BreakoutsCommand } from '#shared/features/breakouts.ts';
import { useCommand, useView } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './BreakoutsPanel.module.css';
import { mixedCounts, suggestedCount } from './membership.ts';

type Way = Extract<BreakoutsCommand, { type: 'prepare' }>['by'];

/** Staff: how the class is divided. Made anew, groups forget who was moved by hand. */
export function PrepareGroups({ again = false }: { again?: boolean }): ReactElement {
  const { t } = useTranslation();
  const { canRepeat } = useView('breakouts');
  const { counts, everyone } = useView('people');
  const { send, pending } = useCommand();
  const [by, setBy] = useState<Way>('enterprise');
  const [chosenCount, setCount] = useState<number | null>(null);
  const groupCount = chosenCount ?? suggestedCount(counts.members);
  const nobody = !Object.values(everyone ?? {}).some(({ role }) => role === 'member');
  const prepare = (): void => {
    const command = { feature: 'breakouts', type: 'prepare' } as const;
    void send(by === 'mixed' ? { ...command, by, groupCount } : { ...command, by });
  };
  return (
    <div className={styles.form}>
      <RadioGroup<Way>
        label={t('breakoutsStaff.how')}
        value={by}
        onChange={setBy}
        options={[
          {
            value: 'enterprise',
            label: t('breakoutsStaff.byEnterprise'),
            hint: t('breakoutsStaff.byEnterpriseHint'),
          },
          { value: 'mixed', label: t('breakoutsStaff.mixed'), hint: t('breakoutsStaff.mixedHint') },
          ...(canRepeat
            ? [
                {
                  value: 'last' as const,
                  label: t('breakoutsStaff.last'),
                  hint: t('breakoutsStaff.lastHint'),
                },
              ]
            : []),
        ]}
      />
      {by === 'mixed' && (
        <Select
          label={t('breakoutsStaff.groupCount')}
          hint={t('breakoutsStaff.perGroup', { count: Math.ceil(counts.members / groupCount) })}
          value={groupCount}
          onChange={(value) => setCount(Number(value))}
          options={mixedCounts.map((count) => ({ value: String(count), label: String(count) }))}
        />
      )}
      {nobody && <p className={styles.soft}>{t('breakoutsStaff.nobodyYet')}</p>}
      <Button look={again ? 'quiet' : 'primary'} wide pending={pending} disabled={nobody} onClick={prepare}>
        {t('breakoutsStaff.prepare')}
      </Button>
    </div>
  );
}
