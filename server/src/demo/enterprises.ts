import type { Bilingual } from '#shared/basics.ts';
import type { DemoEnterprise, DemoMember, Duty } from './types.ts';

/** Who is what in every demo EIT of eleven: five managers, six workers, and a worker as deputy leader. */
const places: readonly { kind: DemoMember['kind']; duty: Duty }[] = [
  { kind: 'manager', duty: 'leader' },
  { kind: 'worker', duty: 'deputy' },
  { kind: 'manager', duty: 'secretary' },
  { kind: 'worker', duty: 'timekeeper' },
  { kind: 'worker', duty: 'liaison' },
  { kind: 'manager', duty: 'none' },
  { kind: 'manager', duty: 'none' },
  { kind: 'manager', duty: 'none' },
  { kind: 'worker', duty: 'none' },
  { kind: 'worker', duty: 'none' },
  { kind: 'worker', duty: 'none' },
];

function enterprise(id: string, name: Bilingual, names: string): DemoEnterprise {
  const people = names.split(' ');
  const roster = places.map((place, i) => ({ id: `${id}-member-${i + 1}`, name: people[i] ?? '', ...place }));
  return { id, name, roster };
}

/** Ten made-up factories with eleven made-up people each. 王小芳 and 李军 stand in two rosters: namesakes. */
export const enterprises: DemoEnterprise[] = [
  enterprise(
    'demo-pine',
    { zh: '示范一厂 · 青松电子', en: 'Demo 1 · Pine Electronics' },
    '罗建平 王小芳 邱雅琴 甘永强 莫春燕 谢志安 卢婉仪 温国良 韦秀兰 覃小龙 陆彩霞',
  ),
  enterprise(
    'demo-egret',
    { zh: '示范二厂 · 白鹭服装', en: 'Demo 2 · Egret Garments' },
    '庄美玲 蔡文斌 洪淑贞 柯志勇 许阿珠 连国栋 施丽萍 傅明辉 颜小妹 翁天福 纪素云',
  ),
  enterprise(
    'demo-brook',
    { zh: '示范三厂 · 明溪五金', en: 'Demo 3 · Bright Brook Hardware' },
    '虞国庆 周小满 裘慧敏 李军 楼玉珍 金伟良 诸葛琴 应建明 郦阿根 俞春花 骆志刚',
  ),
  enterprise(
    'demo-bay',
    { zh: '示范四厂 · 蓝湾玩具', en: 'Demo 4 · Blue Bay Toys' },
    '欧阳素 黎水生 冼少芬 梁家豪 农小梅 潘启明 区慧仪 伍德荣 杨桂香 石大勇 龙阿秀',
  ),
  enterprise(
    'demo-maple',
    { zh: '示范五厂 · 红枫家具', en: 'Demo 5 · Maple Furniture' },
    '顾长林 陶小军 钱月华 沙金宝 仲秋菊 陆志远 成玉洁 薛建新 窦大成 嵇春兰 卞学文',
  ),
  enterprise(
    'demo-mist',
    { zh: '示范六厂 · 晨雾塑胶', en: 'Demo 6 · Morning Mist Plastics' },
    '简伟雄 曾招娣 郭秀敏 邓海波 廖金凤 钟国华 赖思敏 李军 胡水莲 古志强 丘冬梅',
  ),
  enterprise(
    'demo-bamboo',
    { zh: '示范七厂 · 竹影灯具', en: 'Demo 7 · Bamboo Shade Lighting' },
    '关永康 王小芳 麦淑娴 何志成 林彩云 冯国权 叶倩文 霍伟光 唐玉兰 余大海 阮小翠',
  ),
  enterprise(
    'demo-ginkgo',
    { zh: '示范八厂 · 银杏纺织', en: 'Demo 8 · Ginkgo Textiles' },
    '沈雅芬 章阿毛 钟离红 姚建国 费小玉 严文华 邵丽娟 汤伟民 祝巧珍 凌志远 潘阿凤',
  ),
  enterprise(
    'demo-sail',
    { zh: '示范九厂 · 云帆箱包', en: 'Demo 9 · Cloud Sail Bags' },
    '郑海涛 苏阿莲 黄佩珊 林水木 吴秀英 陈志添 江晓岚 曹国辉 赖小燕 池阿福 方桂花',
  ),
  enterprise(
    'demo-wheat',
    { zh: '示范十厂 · 麦田包装', en: 'Demo 10 · Wheatfield Packaging' },
    '孟庆和 朱小妹 蒋文静 徐大力 吕桂芳 戴宏伟 袁静雯 尤建中 史春生 贺玉梅 殷小虎',
  ),
];
