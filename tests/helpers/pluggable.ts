import type { BrowserContext, Page } from 'playwright-core';

/** Devices that Chromium makes up when it's asked for two; `tones` says what each microphone sounds like. */
export const madeUpDevices = ['--use-fake-device-for-media-stream=device-count=2,fps=10'];

declare global {
  interface Window {
    /** Plugs a made-up device out or in, by its name. */
    plug(label: string, isIn: boolean): void;
  }
}

/**
 * Gives each made-up microphone a tone and each made-up camera a colour of its own (what Chromium makes up looks
 * alike, and a sender gets nothing of the second one's after a change), and lets the test unplug devices. Chromium can't unplug what it
 * has made up, so this is simulated in the page: the device's tracks end, it can't be opened or listed, and
 * `devicechange` is told, as the browser does it. To be called before the page is opened.
 * @param tones hertz, by the microphone's name; one that isn't named here is silent.
 */
export async function givePluggable(
  context: BrowserContext | Page,
  tones: Readonly<Record<string, number>>,
): Promise<void> {
  await context.addInitScript((hertz: Readonly<Record<string, number>>) => {
    const devices = navigator.mediaDevices;
    const list = devices.enumerateDevices.bind(devices);
    const open = devices.getUserMedia.bind(devices);
    const out = new Set<string>();
    const opened: { label: string; track: MediaStreamTrack }[] = [];

    devices.enumerateDevices = async () => (await list()).filter(({ label }) => !out.has(label));
    devices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      for (const track of stream.getTracks()) {
        const { label } = track;
        if (out.has(label)) {
          track.stop();
          throw new DOMException('It is unplugged.', 'NotFoundError');
        }
        const given = track.kind === 'audio' ? toneOf(label) : colourOf(label);
        Object.defineProperty(given, 'label', { value: label });
        stream.removeTrack(track);
        track.stop();
        stream.addTrack(given);
        opened.push({ label, track: given });
      }
      return stream;
    };

    function toneOf(label: string): MediaStreamTrack {
      const audio = new AudioContext();
      const level = new GainNode(audio, { gain: hertz[label] ? 0.2 : 0 });
      const tone = new OscillatorNode(audio, { frequency: hertz[label] ?? 0 });
      const end = audio.createMediaStreamDestination();
      tone.connect(level).connect(end);
      tone.start();
      const [track] = end.stream.getAudioTracks();
      if (!track) throw new Error('no track');
      return track;
    }

    /** Red for the first camera, blue for the second; a corner that changes makes new frames. */
    function colourOf(label: string): MediaStreamTrack {
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
      const pen = canvas.getContext('2d');
      let count = 0;
      const draw = () => {
        if (!pen) return;
        pen.fillStyle = label.endsWith('0') ? 'rgb(200 0 0)' : 'rgb(0 0 200)';
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.fillStyle = count++ % 2 ? 'black' : 'white';
        pen.fillRect(0, 0, 40, 40);
      };
      draw();
      setInterval(draw, 100);
      const [track] = canvas.captureStream(10).getVideoTracks();
      if (!track) throw new Error('no track');
      return track;
    }

    window.plug = (label, isIn) => {
      if (isIn) out.delete(label);
      else out.add(label);
      for (const each of isIn ? [] : opened) {
        if (each.label !== label || each.track.readyState === 'ended') continue;
        each.track.stop();
        each.track.dispatchEvent(new Event('ended'));
      }
      devices.dispatchEvent(new Event('devicechange'));
    };
  }, tones);
}
