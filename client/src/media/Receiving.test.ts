import type { types } from 'mediasoup-client';
import { expect, test, vi } from 'vitest';
import type { ConsumerOffer, MediaRequestType, Source } from '#shared/media.ts';
import { Receiving } from './Receiving.ts';

/** Gives out Consumers whose statistics come when `answer` is called, unless they are closed before, as mediasoup's. */
function slowTransport() {
  const answers: (() => void)[] = [];
  const transport = {
    close: () => {},
    consume: async ({ id }: { id: string }) => {
      let isClosed = false;
      return {
        id,
        track: {},
        close: () => {
          isClosed = true;
        },
        getStats: () =>
          new Promise<RTCStatsReport>((resolve, reject) => {
            answers.push(() => (isClosed ? reject(new Error('closed')) : resolve(new Map())));
          }),
      };
    },
  };
  return {
    transport: transport as unknown as types.Transport,
    answer: () => {
      for (const each of answers) each();
    },
  };
}

const offer = (consumerId: string, source: Source = 'microphone'): ConsumerOffer => ({
  consumerId,
  producerId: `producer of ${consumerId}`,
  participantId: 'somebody',
  source,
  rtpParameters: { codecs: [] },
  producerPaused: false,
});

test('a Consumer that closes while its statistics are fetched costs nobody else theirs', async () => {
  const { transport, answer } = slowTransport();
  const receiving = new Receiving(
    async () => undefined as never,
    () => {},
  );
  receiving.begin(transport);
  await receiving.add([offer('stays'), offer('goes')]);
  const stats = receiving.stats();
  receiving.close(['goes']);
  answer();
  expect([...(await stats).keys()]).toEqual(['stays']);
});

test('[LAYER2] a picture that is out of sight again before the server has answered stays paused', async () => {
  vi.useFakeTimers();
  try {
    const asked: MediaRequestType[] = [];
    const slow = Promise.withResolvers<void>();
    const receiving = new Receiving(
      async ({ type }) => {
        asked.push(type);
        if (type === 'setPreferredLayers') await slow.promise;
        return undefined as never;
      },
      () => {},
    );
    receiving.begin(slowTransport().transport);
    await receiving.add([offer('camera', 'camera')]);
    await vi.advanceTimersByTimeAsync(2_000);
    receiving.shown.set('camera', asked, 800);
    receiving.shown.set('camera', asked, 0);
    await vi.advanceTimersByTimeAsync(2_000);
    slow.resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual(['resumeConsumers', 'pauseConsumers', 'setPreferredLayers', 'pauseConsumers']);
  } finally {
    vi.useRealTimers();
  }
});
