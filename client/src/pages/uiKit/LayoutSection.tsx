import { MessageCircle, Users } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ResizablePanels } from '../../ui/ResizablePanels.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ZoomArea } from '../../ui/ZoomArea.tsx';
import { Columns, KitSection } from './KitSection.tsx';
import styles from './UiKit.module.css';
import { useKitWords } from './words.ts';

export function LayoutSection(): ReactElement {
  const words = useKitWords();
  const [tab, setTab] = useState<'chat' | 'people' | 'groups'>('people');
  const slide = <div className={styles.slide}>{words.slide}</div>;
  const notes = <p className={styles.padded}>{words.notes}</p>;
  return (
    <KitSection title={words.layout}>
      <Columns>
        <Card title={words.cardTitle} aside={<Badge tone="good">11 / 11</Badge>}>
          <p>{words.cardText}</p>
          <Button look="primary">{words.details}</Button>
        </Card>
        <Card raised>
          <p>{words.cardText}</p>
        </Card>
      </Columns>
      <Tabs
        label={words.classBar}
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'people', label: words.people, icon: Users },
          { id: 'chat', label: words.chat, icon: MessageCircle, count: 3, countLabel: words.newMessages },
          { id: 'groups', label: words.groups },
        ]}
      >
        <p>{words[tab]}</p>
      </Tabs>
      <ZoomArea subject="kit" className={styles.panels} contentClass={styles.slide}>
        {() => words.pinch}
      </ZoomArea>
      <Columns>
        <div className={styles.panels}>
          <ResizablePanels
            name="kit-across"
            label={words.slideWidth}
            initial={20}
            min={10}
            max={40}
            rest={8}
            first={slide}
            second={notes}
          />
        </div>
        <div className={styles.panels}>
          <ResizablePanels
            name="kit-down"
            label={words.notesHeight}
            direction="down"
            initial={8}
            min={4}
            max={16}
            rest={4}
            first={slide}
            second={notes}
          />
        </div>
      </Columns>
    </KitSection>
  );
}
