import type { ReactElement } from 'react';
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx';
import { Button } from '../ui/Button.tsx';

/** Every component in every state, for those who build screens. In development only. */
export default function UiKit(): ReactElement {
  return (
    <main>
      <LanguageSwitch />
      <Button look="primary">Primary</Button>
      <Button pending>Pending</Button>
    </main>
  );
}
