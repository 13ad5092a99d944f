import { expect, test } from 'vitest';
import { MediaRequest } from './media.ts';

const encoding = { ssrc: 1 };
const produce = (rtpParameters: object) => ({ type: 'produce', source: 'camera', rtpParameters });
const codecs = [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }];
const accepts = (request: unknown) => MediaRequest.safeParse(request).success;

test('a request is known as a whole: unknown types and keys are refused', () => {
  expect(accepts({ type: 'start' })).toBe(true);
  expect(accepts({ type: 'start', force: true })).toBe(false);
  expect(accepts({ type: 'stop' })).toBe(false);
  expect(accepts(null)).toBe(false);
});

test('what a browser of tomorrow adds to its parameters is dropped, not refused', () => {
  const parsed = MediaRequest.parse(produce({ codecs, encodings: [{ ...encoding, shape: 'round' }] }));
  expect(parsed).toEqual(produce({ codecs, encodings: [encoding] }));
});

test('parameters are bounded', () => {
  expect(accepts(produce({ codecs, encodings: Array(3).fill(encoding) }))).toBe(true);
  expect(accepts(produce({ codecs, encodings: Array(4).fill(encoding) }))).toBe(false);
  expect(accepts(produce({ codecs: [] }))).toBe(false);
  expect(accepts(produce({ codecs: Array(21).fill(codecs[0]) }))).toBe(false);
  const many = Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`p${i}`, 1]));
  expect(accepts(produce({ codecs: [{ ...codecs[0], parameters: many }] }))).toBe(false);
  expect(accepts({ type: 'resumeConsumers', consumerIds: [] })).toBe(false);
  expect(accepts({ type: 'resumeConsumers', consumerIds: Array(101).fill('consumer-1') })).toBe(false);
});
