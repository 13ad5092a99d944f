import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../..');

/** Who imports what, and whether the linter must say no. Type imports count like any other. */
const imports: readonly [file: string, from: string, allowed: boolean][] = [
  ['shared/src/commands/polls.ts', 'zod', true],
  ['shared/src/commands/polls.ts', '../features/polls.ts', true],
  ['shared/src/commands/polls.ts', 'node:crypto', false],
  ['shared/src/commands/polls.ts', '../../../server/src/kernel/feature.ts', false],
  ['shared/src/schemas/media.ts', 'zod', true],
  ['shared/src/http/join.ts', 'zod', true],
  ['shared/src/features/polls.ts', 'zod', false],
  ['shared/src/features/polls.ts', '../commands/polls.ts', true],
  ['shared/src/contract.ts', 'zod', false],
  ['shared/src/features/polls.ts', '../basics.ts', true],
  ['shared/src/features/polls.ts', '#shared/basics.ts', true],
  ['shared/src/features/polls.ts', 'node:crypto', false],
  ['shared/src/features/polls.ts', 'react', false],
  ['shared/src/features/polls.ts', '../../../server/src/kernel/feature.ts', false],

  ['server/src/kernel/feature.ts', '#shared/contract.ts', true],
  ['server/src/kernel/feature.ts', '../room/Room.ts', false],
  ['server/src/kernel/feature.ts', 'node:fs', false],

  ['server/src/features/polls/polls.ts', './tally.ts', true],
  ['server/src/features/polls/polls.ts', '../../kernel/feature.ts', true],
  ['server/src/features/polls/polls.ts', '#shared/features/polls.ts', true],
  ['server/src/features/polls/polls.ts', '../chat/chat.ts', false],
  ['server/src/features/polls/polls.ts', '../../room/Room.ts', false],
  ['server/src/features/polls/polls.ts', '../../persistence/Journal.ts', false],
  ['server/src/features/polls/polls.ts', 'pg', false],
  ['server/src/features/polls/polls.ts', 'node:crypto', false],

  ['server/src/room/Room.ts', '../features/polls/polls.ts', true],
  ['server/src/room/Room.ts', '../persistence/Journal.ts', true],
  ['server/src/room/Room.ts', '../persistence/database.ts', false],
  ['server/src/room/Room.ts', '../transport/socket.ts', false],
  ['server/src/room/Room.ts', '../media/reconciler.ts', false],

  ...['transport', 'media', 'documents', 'http', 'persistence'].flatMap(
    (part): [string, string, boolean][] => [
      [`server/src/${part}/part.ts`, '../room/Room.ts', true],
      [`server/src/${part}/part.ts`, '#shared/contract.ts', true],
      [`server/src/${part}/part.ts`, '../features/polls/polls.ts', false],
      [`server/src/${part}/deeper/part.ts`, '../../features/polls/polls.ts', false],
      [`server/src/${part}/part.ts`, '../main.ts', false],
    ],
  ),
  ['server/src/http/part.ts', '../transport/socket.ts', false],
  ['server/src/http/part.ts', '../persistence/identity.ts', true],
  ['server/src/documents/part.ts', '../persistence/database.ts', true],
  ['server/src/documents/part.ts', '../jobs/JobQueue.ts', false],
  ['server/src/main.ts', './features/polls/polls.ts', true],
  ['server/src/main.ts', './media/reconciler.ts', true],

  ['client/src/features/polls/PollBars.tsx', '../../room/useRoom.ts', true],
  ['client/src/features/polls/PollBars.tsx', '../../ui/Button.tsx', true],
  ['client/src/features/polls/PollBars.tsx', '../../i18n/texts.ts', true],
  ['client/src/features/polls/PollBars.tsx', '#shared/features/polls.ts', true],
  ['client/src/features/polls/PollBars.tsx', '#shared/http/join.ts', true],
  ['client/src/features/polls/PollBars.tsx', 'react', true],
  ['client/src/features/polls/PollBars.tsx', '../chat/Chat.tsx', false],
  ['client/src/features/polls/PollBars.tsx', '../../pages/Join.tsx', false],
  ['client/src/features/polls/PollBars.tsx', '../../../../server/src/room/Room.ts', false],
  ['client/src/features/polls/PollBars.tsx', 'socket.io-client', false],
  ['client/src/features/stage/Stage.tsx', 'mediasoup-client', false],
  ['client/src/features/stage/Stage.tsx', '../../media/VideoTile.tsx', true],
  ['client/src/ui/Button.tsx', '../room/useRoom.ts', false],
  ['client/src/room/wire.ts', 'socket.io-client', true],
  ['client/src/media/Session.ts', 'mediasoup-client', true],
  ['client/src/media/Session.ts', 'socket.io-client', false],

  ...[
    'features/polls/Poll.tsx',
    'ui/Button.tsx',
    'i18n/texts.ts',
    'room/wire.ts',
    'media/Session.ts',
    'pages/Join.tsx',
    'App.tsx',
  ].flatMap((file): [string, string, boolean][] => [
    [`client/src/${file}`, '#shared/commands/polls.ts', false],
    [`client/src/${file}`, '#shared/schemas/basics.ts', false],
    [`client/src/${file}`, 'zod', false],
    [`client/src/${file}`, '#shared/contract.ts', true],
  ]),
];

test('a forbidden import is a lint error, an allowed one is none', async () => {
  const refused = await refusedFiles(imports.map(([file, from]) => ({ file, from })));
  const wrong = imports.filter(([, , allowed], index) => refused.has(index) === allowed);
  expect(wrong).toEqual([]);
}, 30_000);

/** Which of the imports Biome refuses under this project's rules: each stands alone in a file of its own. */
async function refusedFiles(cases: readonly { file: string; from: string }[]): Promise<Set<number>> {
  const folder = await mkdtemp(join(tmpdir(), 'score-import-rules-'));
  try {
    for (const name of ['biome.json', 'biome.imports.json'])
      await cp(join(project, name), join(folder, name));
    const paths = cases.map(({ file }, index) => file.replace(/(\.tsx?)$/, `.case${index}$1`));
    for (const [index, path] of paths.entries()) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), `export type { It } from '${cases[index]?.from}';\n`);
    }
    const args = [
      'lint',
      '--vcs-enabled=false',
      '--only=style/noRestrictedImports',
      '--max-diagnostics=none',
    ];
    const biome = join(project, 'node_modules', '.bin', 'biome');
    // Biome ends with 1 when it finds errors, which is what is asked of it here.
    const { stdout } = await promisify(execFile)(biome, [...args, '--reporter=json', '.'], {
      cwd: folder,
    }).catch((ended: { stdout: string }) => ended);
    const report = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string } }[] };
    const found = report.diagnostics.filter(({ category }) => category === 'lint/style/noRestrictedImports');
    return new Set(found.map(({ location }) => paths.indexOf(location.path)));
  } finally {
    await rm(folder, { recursive: true });
  }
}
