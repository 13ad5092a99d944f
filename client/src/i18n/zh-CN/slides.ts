import type { DeckProblem } from '#shared/decks.ts';

export default {
  pageOf: '第 {{page}} 页，共 {{pages}} 页',
  presenting: '幻灯片。用方向键翻页。',
  previous: '上一页',
  next: '下一页',
  deck: '课件',
  upload: '添加 PPTX 或 PDF',
  none: '还没有课件',
  noneText: '添加 PowerPoint 或 PDF 文件，大约半分钟就能用。',
  showPage: '向全班展示第 {{page}} 页',
  step: { sending: '正在上传', checking: '正在检查文件', toPdf: '正在读取幻灯片', drawing: '正在生成页面' },
  problem: {
    notADeck: '这不是 PowerPoint 文件（.pptx）或 PDF。请另存为其中一种格式后再试。',
    encrypted: '这个文件需要密码。请去掉密码另存后再试。',
    tooBig: '这个文件超过 100 MB。请压缩图片后再试。',
    tooManyPages: '这个文件超过 300 页。请拆分后再试。',
    zipBomb: '这个文件解压后远大于正常课件，没有打开。',
    damaged: '这个文件已损坏。请在 PowerPoint 中打开并另存后再试。',
    tookTooLong: '转换时间太长，已停止。请改用 PDF 再试。',
    empty: '这个文件里没有可以展示的页面。',
    unreachable: '文件没有发送成功。请检查网络后重试。',
    failed: '文件转换失败。请重试，或改用 PDF。',
  } satisfies Record<DeckProblem | 'unreachable' | 'failed', string>,
} as const;
