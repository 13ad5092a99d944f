import { type ReactElement, useState } from 'react';
import { Checkbox, Switch } from '../../ui/Checkbox.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { ThemeSwitch } from '../../ui/ThemeSwitch.tsx';
import { Columns, KitSection } from './KitSection.tsx';
import { useKitWords } from './words.ts';

type Answer = 'every' | 'sometimes' | 'never';

export function ChoicesSection(): ReactElement {
  const words = useKitWords();
  const [answer, setAnswer] = useState<Answer | null>('every');
  const [on, setOn] = useState(true);
  const toggle = { checked: on, onChange: setOn };
  const opposite = { checked: !on, onChange: (next: boolean) => setOn(!next) };
  return (
    <KitSection title={words.choices}>
      <Columns>
        <RadioGroup
          label={words.sentence}
          value={answer}
          onChange={setAnswer}
          options={[
            { value: 'every', label: words.every },
            { value: 'sometimes', label: words.sometimes, hint: words.sometimesHint },
            { value: 'never', label: words.never },
          ]}
        />
        <RadioGroup
          label={words.sentence}
          value={null}
          onChange={setAnswer}
          error={words.nameError}
          options={[
            { value: 'every', label: words.every },
            { value: 'sometimes', label: words.sometimes, disabled: true },
          ]}
        />
        <div>
          <Checkbox label={words.mixed} hint={words.mixedHint} {...toggle} />
          <Checkbox label={words.mixed} {...opposite} />
          <Checkbox label={words.mixed} checked disabled onChange={setOn} />
        </div>
        <div>
          <Switch label={words.roomTogether} hint={words.roomHint} {...toggle} />
          <Switch label={words.roomTogether} {...opposite} />
          <Switch label={words.roomTogether} checked pending onChange={setOn} />
          <Switch label={words.roomTogether} checked disabled onChange={setOn} />
        </div>
        <ThemeSwitch />
      </Columns>
    </KitSection>
  );
}
