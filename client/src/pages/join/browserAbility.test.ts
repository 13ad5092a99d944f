import { describe, expect, it } from 'vitest';
import { appOf, carriesSound } from './browserAbility.ts';

const present = () => undefined;
const able = {
  RTCPeerConnection: present,
  WebSocket: present,
  isSecureContext: true,
  navigator: { mediaDevices: { getUserMedia: present } },
};

describe('whether a browser can carry the sound of a class', () => {
  it('can where everything is there, whatever the browser is called', () => {
    expect(carriesSound(able)).toBe(true);
  });

  it.each([
    ['WebRTC', { ...able, RTCPeerConnection: undefined }],
    ['WebSocket', { ...able, WebSocket: undefined }],
    ['a microphone', { ...able, navigator: { mediaDevices: {} } }],
    ['any device', { ...able, navigator: {} }],
  ])('cannot without %s', (_what, page) => {
    expect(carriesSound(page)).toBe(false);
  });

  it('can on a page without HTTPS, where no other browser would give the microphone either', () => {
    expect(carriesSound({ ...able, isSecureContext: false, navigator: {} })).toBe(true);
  });
});

describe('the app in whose browser a link is open', () => {
  const android = 'Mozilla/5.0 (Linux; Android 12; V2049A; wv) AppleWebKit/537.36 (KHTML, like Gecko)';
  const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 14_2 like Mac OS X) AppleWebKit/605.1.15';
  it.each([
    ['wechat', `${android} Chrome/86 MQQBrowser/6.2 TBS/046010 Mobile MicroMessenger/8.0.30 WeChat/arm64`],
    ['wechat', `${iPhone} Mobile/15E148 MicroMessenger/8.0.16(0x18001041) NetType/WIFI Language/zh_CN`],
    ['wecom', `${iPhone} Mobile/15E148 wxwork/4.0.8 MicroMessenger/7.0.1 Language/zh`],
    ['dingtalk', `${iPhone} Mobile/15E148 AliApp(DingTalk/6.5.10) com.laiwang.DingTalk/18`],
    ['qq', `${android} MQQBrowser/6.2 TBS/045 V1_AND_SQ_8.8.50 QQ/8.8.50.6735 NetType/WIFI`],
    ['weibo', `${iPhone} Mobile/15E148 Weibo (iPhone13,2__weibo__12.3.0__iphone__os14.2)`],
    ['facebook', `${iPhone} Mobile/15E148 [FBAN/FBIOS;FBAV/350.0.0.0]`],
    [null, `${android} Chrome/120.0.0.0 Mobile Safari/537.36`],
    [null, `${android} Chrome/98 MQQBrowser/13.2 Mobile Safari/537.36`],
  ])('is %s', (app, userAgent) => {
    expect(appOf(userAgent)).toBe(app);
  });
});
