type Place = 'waiting' | 'class' | 'group';

/** What simulated members write. Several lines are English, as in a class with guests. */
const lines: Record<Place, readonly string[]> = {
  waiting: [
    '大家早上好！',
    '声音测试，能看到画面。',
    '我们车间的同事都到了。',
    'Good morning from our team.',
  ],
  class: [
    '明白了，谢谢老师。',
    '我们厂每周一早上开例会，半个小时。',
    '请问会议记录由谁来写？',
    '这个改善前后的对比很清楚。',
    '工具墙我们去年也做过，找工具快多了。',
    '会议常常超时，怎么控制时间？',
    '一线员工也应该参加会议。',
    'Could you show the last slide once more?',
    '我们的问题是行动计划没有人跟进。',
    '听得很清楚。',
  ],
  group: [
    '我来记录吧。',
    '先定目的，再定议程。',
    '计时员谁来当？',
    '每个行动都要有负责人和日期。',
    '下次会议定在周三下午三点怎么样？',
    '安全问题先放第一条。',
    'I can take the minutes.',
  ],
};

export const linesFor = (place: Place): readonly string[] => lines[place];
