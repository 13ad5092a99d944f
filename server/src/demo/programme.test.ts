import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { demoProgramme } from './programme.ts';

const place = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const { caseStudy, course, deck, enterprises, polls, runOfShow, trainers, worksheet } = demoProgramme;
const fields = worksheet.sections.flatMap((section) => section.fields);
const han = /\p{Script=Han}/u;

/** Every object below `value` that has a Chinese text, with the path that leads to it. */
function bilingualTexts(
  value: unknown,
  path = 'programme',
): { path: string; text: { zh: unknown; en?: unknown } }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'zh' in value || 'en' in value ? [{ path, text: value as { zh: unknown; en?: unknown } }] : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, child]) => bilingualTexts(child, `${path}.${key}`)),
  ];
}

/** Every `id` below `value`. */
function ids(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : [];
  return [...own, ...Object.values(value).flatMap(ids)];
}

describe('the demo programme', () => {
  it('has three trainers and ten enterprises of eleven people with every duty filled once', () => {
    expect(trainers).toHaveLength(3);
    expect(enterprises).toHaveLength(10);
    for (const { name, roster } of enterprises) {
      expect(roster, name.en).toHaveLength(11);
      expect(new Set(roster.map((member) => member.name)).size, name.en).toBe(11);
      expect(
        roster.every((member) => /^\p{Script=Han}{2,4}$/u.test(member.name)),
        name.en,
      ).toBe(true);
      for (const duty of ['leader', 'deputy', 'secretary', 'timekeeper', 'liaison'])
        expect(
          roster.filter((member) => member.duty === duty),
          `${name.en}: ${duty}`,
        ).toHaveLength(1);
      expect(new Set(roster.map((member) => member.kind)), name.en).toEqual(new Set(['manager', 'worker']));
    }
  });

  it('has namesakes in two enterprises, so that nothing may go by names', () => {
    const names = enterprises.flatMap(({ roster }) => roster.map((member) => member.name));
    expect(names.filter((name) => name === '王小芳')).toHaveLength(2);
    expect(names.length - new Set(names).size).toBeGreaterThanOrEqual(1);
  });

  it('says of its enterprises and trainers in their very names that they are made up', () => {
    for (const { name } of enterprises) {
      expect(name.zh).toMatch(/^示范/);
      expect(name.en).toMatch(/^Demo \d+ · /);
    }
    for (const { name } of trainers) expect(name.en).toContain('(demo)');
    expect(caseStudy.source.zh).toContain('虚构');
    expect(caseStudy.source.en).toContain('made up');
  });

  it('gives every id to one thing only, and every worksheet field a name of its own', () => {
    const all = ids(demoProgramme);
    expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([]);
    const names = fields.map((field) => field.name);
    expect(new Set(names).size).toBe(names.length);
    const wanted = [1, 2, 3].flatMap((n) => [`action${n}What`, `action${n}Owner`, `action${n}Date`]);
    for (const name of ['purpose', 'date', 'place', 'groundRules', ...wanted]) expect(names).toContain(name);
  });

  it('is written in Chinese and in English everywhere', () => {
    const texts = bilingualTexts(demoProgramme);
    expect(texts.length).toBeGreaterThan(130);
    for (const { path, text } of texts) {
      expect(typeof text.zh === 'string' && text.zh.length > 0, path).toBe(true);
      expect(typeof text.en === 'string' && text.en.length > 0, path).toBe(true);
      expect(String(text.en), path).not.toMatch(han);
      if (!path.endsWith('.unit')) expect(String(text.zh), path).toMatch(han);
    }
  });
});

describe('the run of show', () => {
  it('fills ninety minutes, and a trainer owns every segment', () => {
    expect(runOfShow.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(90);
    const owners = new Set(trainers.map(({ id }) => id));
    for (const { id, ownerId } of runOfShow) expect(owners.has(ownerId), id).toBe(true);
    expect(new Set(runOfShow.map(({ ownerId }) => ownerId))).toEqual(owners);
  });

  it('refers to material that exists', () => {
    const known: Record<string, string[]> = {
      poll: polls.map(({ id }) => id),
      caseStudy: [caseStudy.id],
      worksheet: [worksheet.id],
    };
    for (const segment of runOfShow)
      for (const material of segment.materials) {
        if (material.kind === 'slides') {
          expect(material.deckId).toBe(deck.id);
          expect(material.from).toBeGreaterThanOrEqual(1);
          expect(material.to).toBeGreaterThanOrEqual(material.from);
          expect(material.to).toBeLessThanOrEqual(deck.pages);
        } else {
          const id = { poll: 'pollId', caseStudy: 'caseStudyId', worksheet: 'worksheetId' }[material.kind];
          expect(known[material.kind]).toContain(Object.entries(material).find(([key]) => key === id)?.[1]);
        }
      }
  });

  it('shows every page of the deck once and in order', () => {
    const pages = runOfShow
      .flatMap(({ materials }) => materials)
      .flatMap((m) =>
        m.kind === 'slides' ? Array.from({ length: m.to - m.from + 1 }, (_, i) => m.from + i) : [],
      );
    expect(pages).toEqual(Array.from({ length: deck.pages }, (_, i) => i + 1));
  });

  it('uses every poll, and tells of an enterprise that is there', () => {
    expect(enterprises.map(({ id }) => id)).toContain(caseStudy.enterpriseId);
    const used = runOfShow.flatMap(({ materials }) =>
      materials.flatMap((m) => (m.kind === 'poll' ? [m.pollId] : [])),
    );
    expect(used.toSorted()).toEqual(polls.map(({ id }) => id).toSorted());
  });

  it('asks polls of two to ten different options, and a right answer is one of them', () => {
    for (const { id, options, right } of polls) {
      expect(options.length, id).toBeGreaterThanOrEqual(2);
      expect(options.length, id).toBeLessThanOrEqual(10);
      expect(new Set(options.map(({ zh }) => zh)).size, id).toBe(options.length);
      if (right) expect(options[right.option], id).toBeDefined();
    }
    expect(polls.filter(({ right }) => right)).toHaveLength(2);
  });
});

describe('the demo files', () => {
  it('hold a deck under 1.5 MB with as many pages and notes as the programme says', async () => {
    const bytes = await readFile(place(deck.file));
    expect(bytes.length).toBeLessThan(1_500_000);
    // A zip's central directory ends the file and names each entry in plain text.
    const directory = bytes.subarray(bytes.lastIndexOf('PK\x05\x06') - 40_000).toString('latin1');
    const count = (name: RegExp): number => new Set(directory.match(name)).size;
    expect(count(/ppt\/slides\/slide\d+\.xml/g)).toBe(deck.pages);
    expect(count(/ppt\/notesSlides\/notesSlide\d+\.xml/g)).toBe(deck.pages);
    expect(count(/ppt\/charts\/chart\d+\.xml/g)).toBe(1);
  });

  it('hold a photo pair of one size, 1200 pixels wide and under 120 kB each', async () => {
    for (const { file } of [caseStudy.photos.before, caseStudy.photos.after]) {
      const { format, width, height } = await sharp(place(file)).metadata();
      expect({ format, width, height }, file).toEqual({ format: 'webp', width: 1200, height: 900 });
      expect((await stat(place(file))).size, file).toBeLessThan(120_000);
    }
    expect((await sharp(place(course.picture.file)).metadata()).format).toBe('webp');
  });
});
