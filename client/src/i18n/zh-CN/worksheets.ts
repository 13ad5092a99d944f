import type { DocumentRefusal } from '#shared/documents.ts';

export default {
  which: '工作表',
  saved: '已保存 {{time}}',
  savedByItself: '会自动保存',
  saving: '正在保存……',
  offline: '网络断开了。您写的内容先存在本机，网络恢复后会自动发出。',
  locked: '培训师已锁定这份工作表，可以看，不能改。',
  readOnly: '这份工作表可以看，不能改。',
  unsent: '您最后写的几个字还没有保存。工作表解锁后会自动发出。',
  closed: '这份工作表现在不能看了',
  lost: {
    fieldFull: '刚才写的没有保存：这一栏已写满。请先删短一些再写。',
    full: '刚才写的没有保存：整份工作表已写满。请先删短一些再写。',
    discarded: '刚才写的没有保存。请检查一下，再写一次。',
  } satisfies Partial<Record<DocumentRefusal, string>>,
  undo: '撤销我的修改',
  redo: '恢复我的修改',
  writes: '{{names}} 正在这里写',
  fieldFull: '这一栏已写满。',
  empty: '还没有内容',
  onStage: '{{group}}的工作表',
} as const;
