export default {
  label: '有几位坐在这块屏幕前？',
  labelOf: '{{name}} 前坐着几位？',
  fewer: '减一位',
  more: '加一位',
} as const;
