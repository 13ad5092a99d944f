import type { Refusal } from '#shared/refusals.ts';

export default {
  badRequest: '课堂没有识别这个操作。请刷新页面后重试。',
  tooFast: '操作太快了。请稍等片刻再试。',
  notAllowed: '您在本次课堂中不能进行此操作。如有需要，请联系培训师。',
  notFound: '该内容已不存在，可能已被他人删除。',
  notNow: '现在还不能进行此操作。请稍后再试。',
  alreadyDone: '此操作已经完成。',
  alreadyClosed: '已经关闭。',
  full: '名额已满。请向培训师询问该怎么办。',
  tooMany: '一次提交得太多了。请减少数量后再试。',
} as const satisfies Record<Refusal, string>;
