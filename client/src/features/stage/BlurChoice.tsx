import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { canBlur } from '../../media/blur/canBlur.ts';
import { useMediaClient, useMediaSnapshot } from '../../media/useMedia.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Switch } from '../../ui/Checkbox.tsx';

/**
 * Whether what is behind oneself is blurred. Not there on a machine that can't; but who has once asked for it can take
 * that back everywhere, since without it no picture is sent.
 */
export function BlurChoice(): ReactElement | null {
  const { t } = useTranslation();
  const client = useMediaClient();
  const { asked, at } = useMediaSnapshot().blur;
  if (!client || !(asked || canBlur())) return null;
  const problem = at === 'failed' || at === 'slow' ? at : null;
  return (
    <>
      <Switch
        label={t('stage.blur.label')}
        hint={<span role="status">{t(`stage.blur.${problem || !asked ? 'idle' : at}`)}</span>}
        checked={asked}
        onChange={(checked) => client.chooseBlur(checked)}
      />
      {problem && <Banner tone="warn">{t(`stage.blur.${problem}`)}</Banner>}
    </>
  );
}
