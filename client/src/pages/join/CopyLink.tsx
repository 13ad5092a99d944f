import { Copy } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './OtherBrowser.module.css';

/** Copies the page's link; where the browser doesn't let it, the link stands there to be copied by hand. */
export function CopyLink({ main }: { main: boolean }): ReactElement {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<boolean | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const copy = async (): Promise<void> => {
    const input = field.current!;
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied(true);
    } catch {
      // Apps' browsers and pages without HTTPS have no clipboard; the old way works in most of them.
      input.focus();
      input.select();
      setCopied(document.execCommand('copy'));
    }
  };
  return (
    <div className={styles.copy}>
      <TextField ref={field} label={t('otherBrowser.link')} value={location.href} readOnly />
      <Button wide icon={Copy} look={main ? 'primary' : 'quiet'} onClick={() => void copy()}>
        {t('otherBrowser.copy')}
      </Button>
      <div aria-live="polite">
        {copied !== null && (
          <Banner tone={copied ? 'good' : 'warn'}>
            {t(copied ? 'otherBrowser.copied' : 'otherBrowser.byHand')}
          </Banner>
        )}
      </div>
    </div>
  );
}
