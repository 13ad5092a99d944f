import type {
  MediaAnswer,
  MediaAnswers,
  MediaNotice,
  MediaRequest,
  MediaRequestType,
} from '#shared/media.ts';

/** How media talks with the server. It rejects when there is no connection. */
export interface MediaWire {
  request(request: MediaRequest): Promise<MediaAnswer>;
  /** @returns what ends it. */
  onNotice(listener: (notice: MediaNotice) => void): () => void;
  /** The network may be gone: makes sure that the connection still is one, or begins another. */
  doubt(): void;
}

/** The server's no to a media request; its message is the refusal. */
export class MediaRefused extends Error {}

export type Ask = <T extends MediaRequestType>(
  request: MediaRequest & { type: T },
) => Promise<MediaAnswers[T]>;

/** @throws {MediaRefused} and whatever the wire throws without a connection. */
export const askOver =
  (wire: MediaWire): Ask =>
  async (request) => {
    const answer = await wire.request(request);
    if (!answer.ok) throw new MediaRefused(answer.refusal);
    return answer.value as MediaAnswers[typeof request.type];
  };

/**
 * Tells of a request that was not answered though the session that it was about still is the present one: nobody
 * knows then what holds, such as who is paused. A report is lost without harm.
 */
export const tellingUnanswered =
  (ask: Ask, present: () => object | null, unanswered: () => void): Ask =>
  async (request) => {
    const session = present();
    try {
      return await ask(request);
    } catch (error) {
      const matters = !(error instanceof MediaRefused) && request.type !== 'report';
      if (matters && session && session === present()) unanswered();
      throw error;
    }
  };
