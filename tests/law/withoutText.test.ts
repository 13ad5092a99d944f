import { expect, test } from 'vitest';
import { z } from 'zod';
import { Command } from '#shared/commands/command.ts';
import { permissionOf } from '#shared/permissions.ts';
import { withoutText } from '../../server/src/room/features.ts';

type Schema = z.core.JSONSchema.BaseSchema;
const words = 'what somebody wrote';
const asSchema = (value: unknown): Schema => (typeof value === 'object' && value ? value : {}) as Schema;

/** A value that the schema describes, in which every text that a person could write is `words`. */
function sample(schema: Schema): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [variant] = schema.anyOf ?? schema.oneOf ?? [];
  if (variant) return sample(asSchema(variant));
  switch (schema.type) {
    case 'string':
      return schema.pattern ? 'some-id-of-a-thing' : words;
    case 'array':
      return [sample(asSchema(schema.items))];
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, value]) => [key, sample(asSchema(value))]),
      );
    default:
      return schema.type === 'boolean' ? true : schema.type === 'null' ? null : 0;
  }
}

const variantsOf = (schema: Schema): Schema[] =>
  (schema.oneOf ?? schema.anyOf)?.flatMap((variant) => variantsOf(asSchema(variant))) ?? [schema];

test('[ERASE7] the words can be taken out of every Command of those who can be erased', () => {
  const all = variantsOf(z.toJSONSchema(Command, { io: 'input' })).map((schema) => sample(schema) as Command);
  const theirs = all.filter((c) => permissionOf(c, 'member') || permissionOf(c, 'observer'));
  const holdWords = theirs.filter((command) => JSON.stringify(command).includes(words));
  expect(holdWords.map(({ feature, type }) => `${feature}.${type}`)).toContain('chat.send');
  for (const command of theirs) {
    expect(JSON.stringify(withoutText(command))).not.toContain(words);
    if (!holdWords.includes(command)) expect(withoutText(command)).toBe(command);
  }
});
