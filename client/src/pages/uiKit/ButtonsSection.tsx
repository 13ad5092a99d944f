import { ArrowRight, Hand, MessageCircle, Mic, MicOff, MoreHorizontal, PhoneOff, X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Bar, BarButton } from '../../ui/Bar.tsx';
import { Button } from '../../ui/Button.tsx';
import { FullScreenButton } from '../../ui/FullScreenButton.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { KitSection, Row } from './KitSection.tsx';
import styles from './UiKit.module.css';
import { useKitWords } from './words.ts';

export function ButtonsSection(): ReactElement {
  const words = useKitWords();
  const [raised, setRaised] = useState(true);
  return (
    <KitSection title={words.buttons}>
      <Row>
        <Button look="primary">{words.join}</Button>
        <Button look="quiet">{words.later}</Button>
        <Button look="plain">{words.details}</Button>
        <Button look="danger" icon={PhoneOff}>
          {words.leave}
        </Button>
      </Row>
      <Row>
        <Button look="primary" pending>
          {words.join}
        </Button>
        <Button pending>{words.later}</Button>
        <Button look="danger" pending>
          {words.leave}
        </Button>
        <Button look="primary" disabled>
          {words.join}
        </Button>
        <Button disabled>{words.later}</Button>
        <Button icon={Hand} aria-pressed={raised} onClick={() => setRaised(!raised)}>
          {raised ? words.lower : words.hand}
        </Button>
      </Row>
      <Row>
        <Button look="primary" icon={ArrowRight} large>
          {words.join}
        </Button>
        <IconButton icon={X} label={words.leave} />
        <FullScreenButton />
        <IconButton icon={Mic} label={words.microphone} look="quiet" aria-pressed />
        <IconButton icon={Mic} label={words.microphone} look="quiet" pending />
        <IconButton icon={MicOff} label={words.microphone} look="quiet" disabled />
        <IconButton icon={PhoneOff} label={words.leave} look="danger" />
      </Row>
      <div className={styles.phone}>
        <Bar label={words.classBar}>
          <BarButton
            icon={Hand}
            label={raised ? words.lower : words.hand}
            aria-pressed={raised}
            onClick={() => setRaised(!raised)}
          />
          <BarButton icon={MicOff} label={words.microphone} disabled />
          <BarButton icon={MessageCircle} label={words.chat} count={3} countLabel={words.newMessages} />
          <BarButton icon={Mic} label={words.microphone} pending />
          <BarButton icon={MoreHorizontal} label={words.more} aria-expanded={false} />
        </Bar>
      </div>
      <div className={styles.phone}>
        <Bar label={words.fullScreenBar}>
          <FullScreenButton bar />
        </Bar>
      </div>
    </KitSection>
  );
}
