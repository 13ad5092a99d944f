/** Apps whose own browsers open links; those in China's phones first. */
export type InApp = 'wechat' | 'wecom' | 'dingtalk' | 'qq' | 'weibo' | 'facebook';

/** What of a page's global object decides whether sound and picture can come. */
type Abilities = {
  readonly RTCPeerConnection?: unknown;
  readonly WebSocket?: unknown;
  readonly isSecureContext: boolean;
  readonly navigator: { readonly mediaDevices?: { readonly getUserMedia?: unknown } };
};

/**
 * Whether this browser can carry a class's sound. Asked of what it can do, never of its name: the same app
 * can do it on one phone and not on another. A page without HTTPS has no microphone in any browser, so
 * that another one would not help.
 */
export function carriesSound(page: Abilities): boolean {
  const { mediaDevices } = page.navigator;
  return (
    typeof page.RTCPeerConnection === 'function' &&
    typeof page.WebSocket === 'function' &&
    (!page.isSecureContext || typeof mediaDevices?.getUserMedia === 'function')
  );
}

/** What each app calls itself. WeCom also says that it is WeChat, and both may say MQQBrowser, which is no app. */
const names: readonly (readonly [RegExp, InApp])[] = [
  [/\bwxwork\b/i, 'wecom'],
  [/\bMicroMessenger\b/i, 'wechat'],
  [/\bDingTalk\b/i, 'dingtalk'],
  [/\bQQ\/\d/i, 'qq'],
  [/weibo/i, 'weibo'],
  [/\b(FBAN|FBAV|FB_IAB)\b/, 'facebook'],
];

/** The app in whose browser a page is open, for the picture of its menu; null for a browser of its own. */
export const appOf = (userAgent: string): InApp | null =>
  names.find(([name]) => name.test(userAgent))?.[1] ?? null;
