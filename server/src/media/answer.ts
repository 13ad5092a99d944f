import type {
  MediaAnswer,
  MediaAnswers,
  MediaRefusal,
  MediaRequest,
  MediaRequestType,
  TransportOffer,
} from '#shared/media.ts';
import type { RtpCapabilities } from '#shared/rtp.ts';
import type { RoomMedia } from './RoomMedia.ts';
import type { OwnEnd, SeatMedia } from './SeatMedia.ts';

const ok = <T extends MediaRequestType>(value: MediaAnswers[T]): MediaAnswer<T> => ({ ok: true, value });
const refuse = (refusal: MediaRefusal): MediaAnswer => ({ ok: false, refusal });
const done = ok<'receive'>(null);

/** Does what one Seat's client asks. @throws when mediasoup finds a fault in it. */
export async function answer(room: RoomMedia, seat: SeatMedia, request: MediaRequest): Promise<MediaAnswer> {
  const iceServers = room.iceServersFor(seat);
  const withRelays = (offer: OwnEnd): TransportOffer => ({ ...offer, iceServers });
  switch (request.type) {
    case 'start': {
      seat.mode = request.mode ?? 'full';
      seat.origin = request.previousSeatId ?? seat.seatId;
      const receiving = await room.begin(seat);
      if (!receiving) return refuse('notNow');
      return ok<'start'>({
        seatId: seat.seatId,
        routerRtpCapabilities: seat.router?.router.rtpCapabilities as RtpCapabilities,
        receiving: withRelays(receiving),
        devicesElsewhere: room.isElsewhere(seat, 'microphone'),
        screenElsewhere: room.isElsewhere(seat, 'screen'),
      });
    }
    case 'receive': {
      if (!seat.receive(request.rtpCapabilities)) return refuse('notNow');
      room.tellQualities(seat);
      room.wake();
      return done;
    }
    case 'openSending': {
      // What was sent over an earlier transport ends with it.
      room.wake();
      const offer = await seat.openSending();
      return offer ? ok<'openSending'>(withRelays(offer)) : refuse('notNow');
    }
    case 'connectTransport':
      return (await seat.connect(request.transportId, request.dtlsParameters)) ? done : refuse('notFound');
    case 'restartIce': {
      const iceParameters = await seat.restartIce(request.transportId);
      return iceParameters ? ok<'restartIce'>({ iceParameters, iceServers }) : refuse('notFound');
    }
    case 'produce': {
      if (!room.maySend(seat.participantId, request.source)) return refuse('notAllowed');
      const producer = await seat.produce(request.source, request.rtpParameters);
      // A Seat that has left meanwhile takes nothing over any more.
      if (!producer || producer.closed) return refuse('notNow');
      room.take(seat, request.source);
      room.wake();
      return ok<'produce'>({ producerId: producer.id });
    }
    case 'pauseProducer':
      seat.pausedByClient.add(request.source);
      room.wake();
      return done;
    case 'resumeProducer':
      seat.pausedByClient.delete(request.source);
      room.wake();
      return done;
    case 'closeProducer':
      seat.closeProducer(request.source);
      room.wake();
      return done;
    case 'resumeConsumers':
      await seat.setConsumersPaused(request.consumerIds, false);
      return done;
    case 'pauseConsumers':
      await seat.setConsumersPaused(request.consumerIds, true);
      return done;
    case 'setMode':
      seat.mode = request.mode;
      room.wake();
      return done;
    case 'report': {
      const { type: _, ...measured } = request;
      room.reported(seat, measured);
      return done;
    }
    case 'setPreferredLayers': {
      const { consumerId, spatialLayer, temporalLayer } = request;
      const useful = { spatialLayer, ...(temporalLayer === undefined ? {} : { temporalLayer }) };
      return (await seat.setUseful(consumerId, useful)) ? done : refuse('notFound');
    }
  }
}
