/**
 * Phones let an audio element sound only once it has been played at a tap. Voices come and go, and come
 * anew after a lost connection, when nobody is tapping. So the first tap on any page of ours plays some
 * elements that are silent yet, and every voice borrows one of them.
 */
const prepared = 8;

const all: HTMLAudioElement[] = [];
const free: HTMLAudioElement[] = [];
/** The same for a video that has sound of its own. */
let picture: HTMLVideoElement | null = null;

/** Begins to listen to taps. To be called once, before any page is drawn. */
export function prepareVoices(): void {
  document.addEventListener('click', prepare, { capture: true });
}

/** An element that plays goes on playing whatever it is given next; an empty one waits for its voice. */
function prepare(): void {
  while (all.length < prepared) free.push(newElement());
  picture ??= newPicture();
  for (const element of [...all, picture])
    if (element.paused && element.srcObject) void element.play().catch(() => undefined);
}

/** An element for one voice, if there is one that may sound without another tap. */
export const borrowVoice = (): HTMLAudioElement => free.pop() ?? newElement();

export function giveVoiceBack(element: HTMLAudioElement): void {
  element.srcObject = new MediaStream();
  free.push(element);
}

/** An element for a video with sound, if there is one that may sound without another tap. */
export function borrowPicture(): HTMLVideoElement {
  const element = picture ?? newPicture();
  picture = null;
  element.srcObject = null;
  return element;
}

export function givePictureBack(element: HTMLVideoElement): void {
  element.pause();
  element.removeAttribute('src');
  element.load();
  element.remove();
  picture = element;
}

function newPicture(): HTMLVideoElement {
  const element = document.createElement('video');
  element.playsInline = true;
  element.srcObject = new MediaStream();
  return element;
}

function newElement(): HTMLAudioElement {
  const element = document.createElement('audio');
  element.srcObject = new MediaStream();
  // Without a tap a page may sound while its microphone is open, such as after a reload. What begins to
  // play by then goes on when the microphone is off again.
  element.addEventListener('playing', prepare, { once: true });
  document.body.append(element);
  all.push(element);
  return element;
}
