import { describe, expect, it } from 'vitest';
import { flatten } from './catalogues.ts';
import { localeProblems } from './localeFiles.ts';

const english = flatten({
  join: { hello: 'Hello, {{name}}' },
  people: { here_one: '{{count}} person', here_other: '{{count}} people' },
});
const spanish = {
  join: { hello: 'Hola, {{name}}' },
  people: {
    here_one: '{{count}} persona',
    here_many: '{{count}} de personas',
    here_other: '{{count}} personas',
  },
};
const list = [{ code: 'es', name: 'Español' }];

const problems = (files: Record<string, unknown>) =>
  localeProblems(
    new Map(Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)])),
    english,
  );

describe('the check of languages that come as files', () => {
  it('finds a complete file in order', () => {
    expect(problems({ 'index.json': list, 'es.json': spanish })).toEqual([]);
  });

  it('names texts that are missing, too many or filled differently, and forms that Spanish counts in or does not', () => {
    const { here_many: _, ...counted } = spanish.people;
    const wrong = {
      join: { hello: 'Hola, {{nombre}}', bye: 'Adiós' },
      people: { ...counted, here_few: '{{count}} personas' },
    };
    expect(problems({ 'index.json': list, 'es.json': wrong })).toEqual([
      'es lacks people.here_many',
      'es has join.bye, English has not',
      'es has people.here_few, English has not',
      'es fills nombre into join.hello, English name',
    ]);
    expect(problems({ 'index.json': list, 'es.json': {} })).toContain('es lacks join.hello');
  });

  it('names what is no text', () => {
    const wrong = { ...spanish, join: { hello: null, list: ['Hola'], count: 3 } };
    expect(problems({ 'index.json': list, 'es.json': wrong })).toEqual([
      'es has something that is no text in join.hello',
      'es has something that is no text in join.list',
      'es has something that is no text in join.count',
    ]);
    const torn = new Map([
      ['index.json', JSON.stringify(list)],
      ['es.json', '{ "join": '],
    ]);
    expect(localeProblems(torn, english)).toEqual(['es.json holds no texts by feature and name']);
  });

  it('names languages without a file, files without a language, and those that would never be read', () => {
    expect(problems({ 'index.json': list })).toEqual(['es is listed, but there is no es.json']);
    expect(problems({ 'index.json': [], 'es.json': spanish })).toEqual([
      'es.json is not listed in index.json, so nobody can choose it',
    ]);
    expect(problems({ 'index.json': [...list, ...list], 'es.json': spanish })).toEqual([
      'es is listed twice',
    ]);
    const chinese = [{ code: 'zh-CN', name: '中文' }];
    expect(problems({ 'index.json': chinese, 'zh-CN.json': {} })).toContain(
      'zh-CN is built in, so nobody would read its file',
    );
    for (const broken of [{}, [{ code: 'es' }], ['es'], [{ code: 'es', name: ' ' }]])
      expect(problems({ 'index.json': broken })).toEqual([
        'index.json is not a list of languages, each with a code and a name',
      ]);
  });
});
