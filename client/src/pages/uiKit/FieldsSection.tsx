import { type ReactElement, useState } from 'react';
import { SearchField } from '../../ui/SearchField.tsx';
import { Select } from '../../ui/Select.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Columns, KitSection } from './KitSection.tsx';
import { useKitWords } from './words.ts';

export function FieldsSection(): ReactElement {
  const words = useKitWords();
  const [name, setName] = useState('');
  const [heads, setHeads] = useState(2);
  const [search, setSearch] = useState('Li');
  const [purpose, setPurpose] = useState(words.purposeText);
  const options = words.factories.map((factory, index) => ({ value: String(index), label: factory }));
  return (
    <KitSection title={words.fields}>
      <Columns>
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={name}
          onChange={setName}
          autoComplete="name"
        />
        <TextField label={words.name} error={words.nameError} defaultValue="L" />
        <TextField label={words.name} placeholder={words.nameHint} />
        <TextField label={words.name} defaultValue="王小明" disabled />
        <Select label={words.factory} options={options} />
        <Select label={words.factory} options={options} disabled />
        <SearchField label={words.search} value={search} onChange={setSearch} />
        <SearchField label={words.search} value="" onChange={setSearch} />
        <Stepper
          label={words.heads}
          fewer={words.fewer}
          more={words.oneMore}
          value={heads}
          min={1}
          max={3}
          onChange={setHeads}
        />
        <TextArea label={words.purpose} value={purpose} onChange={setPurpose} rows={3} />
        <TextArea label={words.purpose} error={words.nameError} defaultValue="" rows={3} />
      </Columns>
    </KitSection>
  );
}
