/**
 * Phones let an audio element sound only once it has been played at a tap. Voices come and go, and come
 * anew after a lost connection, when nobody is tapping. So the first tap on any page of ours plays some
 * elements that are silent yet, and every voice borrows one of them.
 */
const prepared = 8;

const free: HTMLAudioElement[] = [];

/** Begins to wait for the first tap. To be called once, before any page is drawn. */
export function prepareVoices(): void {
  document.addEventListener('click', unlock, { once: true, capture: true });
}

function unlock(): void {
  for (let i = 0; i < prepared; i++) {
    const element = newElement();
    element.srcObject = new MediaStream();
    // It never begins, since there is nothing to play; the tap counts all the same.
    void element.play().catch(() => undefined);
    free.push(element);
  }
}

/** An element for one voice, if there is one that may sound without another tap. */
export const borrowVoice = (): HTMLAudioElement => free.pop() ?? newElement();

export function giveVoiceBack(element: HTMLAudioElement): void {
  element.srcObject = new MediaStream();
  free.push(element);
}

function newElement(): HTMLAudioElement {
  const element = document.createElement('audio');
  document.body.append(element);
  return element;
}
