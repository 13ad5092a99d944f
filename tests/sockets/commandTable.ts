import { z } from 'zod';
import { roles } from '#shared/basics.ts';
import { Command } from '#shared/commands/command.ts';
import type { FeatureName } from '#shared/contract.ts';
import { permissionOf } from '#shared/permissions.ts';

type Schema = z.core.JSONSchema.BaseSchema;

/** The reference of all Commands as Markdown, made from what the server itself checks them with. */
export function commandTable(): string {
  const byFeature = new Map<string, Schema[]>();
  for (const schema of variantsOf(z.toJSONSchema(Command, { io: 'input' }))) {
    const feature = String(constantIn(schema, 'feature'));
    byFeature.set(feature, [...(byFeature.get(feature) ?? []), schema]);
  }
  const tables = [...byFeature].map(([feature, schemas]) => {
    const head = `| Command | says | ${roles.join(' | ')} |\n| --- | --- | ${roles.map(() => '---').join(' | ')} |`;
    return `## ${feature}\n\n${head}\n${schemas.map((schema) => row(feature as FeatureName, schema)).join('\n')}\n`;
  });
  return `${introduction}\n${tables.join('\n')}`;
}

const introduction = `# All Commands

Made from \`shared/src/commands\` and \`shared/src/permissions.ts\` by \`tests/sockets/protocol.test.ts\`, which
fails when they differ; \`npx vitest run tests/sockets/protocol.test.ts -u\` writes this page anew. How a Command is
sent is in [protocol.md](protocol.md), and what each does in the comments of \`shared/src/commands/\`.

\`feature\` is the heading and \`type\` the first column. **id** is 6 to 32 of \`A–Z a–z 0–9 _ -\`; numbers beside a text
or list are how long it may be. **yes**: this Role may. A word instead is a condition: \`presenter\`: presents, or
nobody does; \`onstage\`: is in the plenary, invited up; \`mayspeak\`: is invited up, or in a group; \`ingroup\`: is in a
group.
`;

function row(feature: FeatureName, schema: Schema): string {
  const type = String(constantIn(schema, 'type'));
  const says = Object.entries(schema.properties ?? {})
    .filter(([key]) => key !== 'feature' && key !== 'type')
    .map(([key, value]) => `\`${key}\`: ${described(value)}`);
  const cells = roles.map((role) => {
    const permission = permissionOf({ feature, type } as Command, role);
    return typeof permission === 'string' ? `\`${permission}\`` : permission ? 'yes' : '';
  });
  return `| \`${type}\` | ${says.join(' · ')} | ${cells.join(' | ')} |`;
}

function variantsOf(schema: Schema): Schema[] {
  const variants = schema.oneOf ?? schema.anyOf;
  return variants ? variants.flatMap((variant) => variantsOf(variant as Schema)) : [schema];
}

const constantIn = (schema: Schema, key: string): unknown => asSchema(schema.properties?.[key]).const;
const asSchema = (value: unknown): Schema => (typeof value === 'object' && value ? value : {}) as Schema;

function described(value: unknown): string {
  const schema = asSchema(value);
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return variants.map(described).join(' or ');
  if (schema.enum) return schema.enum.map((word) => `\`${word}\``).join(', ');
  if ('const' in schema) return `\`${schema.const}\``;
  switch (schema.type) {
    case 'string':
      return schema.pattern ? 'id' : `text ${schema.minLength ?? 0}–${schema.maxLength}`;
    case 'integer':
    case 'number':
      return `${schema.minimum} to ${schema.maximum}`;
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'null';
    case 'array':
      return `list ${schema.minItems ?? 0}–${schema.maxItems} of ${described(schema.items)}`;
    default:
      throw new Error(`The table of Commands has no words for ${JSON.stringify(schema)}.`);
  }
}
