import { Volume2, VolumeX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';

type JoinButtonProps = {
  /** This browser can't carry sound. */
  silent: boolean;
  pending: boolean;
  disabled: boolean;
};

/** Into the class, by the form around it. */
export function JoinButton({ silent, pending, disabled }: JoinButtonProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Button
      type="submit"
      look="primary"
      large
      wide
      icon={silent ? VolumeX : Volume2}
      pending={pending}
      disabled={disabled}
    >
      {t(silent ? 'otherBrowser.joinSilent' : 'join.withSound')}
    </Button>
  );
}
