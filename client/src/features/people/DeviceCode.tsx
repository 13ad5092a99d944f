import { Smartphone } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { askApi } from '../../room/api.ts';
import { useRoom } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';
import styles from './DeviceCode.module.css';

type Code = { code: string; expiresAt: number };

/** A code with which the same person comes in on one more device. */
export function DeviceCode(): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const { info, seat } = useRoom();
  const [code, setCode] = useState<Code | null>(null);
  const [pending, setPending] = useState(false);
  const make = (): void => {
    setPending(true);
    askApi<Code>(`/sessions/${info.id}/device-code`, { method: 'POST', body: {}, seat })
      .then(setCode, () => showToast({ tone: 'error', text: t('device.failed') }))
      .finally(() => setPending(false));
  };
  return (
    <section>
      <Button icon={Smartphone} wide pending={pending} onClick={make}>
        {t('device.use')}
      </Button>
      {code && (
        <p className={styles.text} role="status">
          <strong className={styles.code}>{code.code}</strong>
          {t('device.how', { time: format.time(code.expiresAt) })}
        </p>
      )}
    </section>
  );
}
