import { Hand } from 'lucide-react';
import type { ReactElement } from 'react';
import { Avatar } from '../../ui/Avatar.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { NewVersion } from '../../ui/NewVersion.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Waiting } from '../../ui/Spinner.tsx';
import { UploadList } from '../../ui/UploadList.tsx';
import { Columns, KitSection, Row } from './KitSection.tsx';
import { useKitWords } from './words.ts';

const people = ['王小明', '李娜', '欧阳志远', 'Ana López', 'Nguyễn Thị Hoa', '陈静', '赵磊', 'Budi'];

/** A level that stands still, so that a picture of the page is always the same. */
const stillLevel = (show: (level: number) => void): (() => void) => {
  show(0.62);
  return () => show(0);
};

export function FeedbackSection(): ReactElement {
  const words = useKitWords();
  return (
    <KitSection title={words.feedback}>
      <Columns>
        <Banner>{words.info}</Banner>
        <Banner tone="good">{words.good}</Banner>
        <Banner tone="warn" title={words.warnTitle}>
          {words.warn}
        </Banner>
        <Banner tone="error" title={words.errorTitle} action={<Button>{words.again}</Button>}>
          {words.error}
        </Banner>
        <ProgressBar label={words.converting} value={0.35} />
        <ProgressBar label={words.converting} value={0.35} valueText={words.page} />
        <ProgressBar label={words.waiting} value={null} />
        <Meter label={words.level} watch={stillLevel} />
        <UploadList
          uploads={[
            { id: 'comes', title: words.slide, step: words.converting, share: 0.7, problem: null },
            { id: 'failed', title: words.notes, step: words.converting, share: 0, problem: words.error },
          ]}
          onDismiss={() => undefined}
        />
      </Columns>
      <Row>
        <Badge>{words.observer}</Badge>
        <Badge tone="brand">{words.live}</Badge>
        <Badge tone="good">11 / 11</Badge>
        <Badge tone="warn">{words.away}</Badge>
        <Badge tone="danger" label={words.newMessages}>
          3
        </Badge>
        <span>
          {words.shortcut} <Kbd>→</Kbd> <Kbd>Space</Kbd>
        </span>
      </Row>
      <Row>
        {people.map((name, index) => (
          <Avatar key={name} id={`person-${index}`} name={name} speaking={index === 1} />
        ))}
        <Avatar id="person-8" name="王小明" large />
      </Row>
      <Columns>
        <EmptyState icon={Hand} title={words.noHands} action={<Button>{words.ask}</Button>}>
          {words.noHandsText}
        </EmptyState>
        <Waiting label={words.waiting} />
        <NewVersion />
      </Columns>
    </KitSection>
  );
}
