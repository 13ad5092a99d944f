const growsByItself = CSS.supports('field-sizing', 'content');

/** Makes a text area as tall as its text, where the browser doesn't (before Chrome 123). */
export function fitToText(area: HTMLTextAreaElement): void {
  if (growsByItself) return;
  area.style.blockSize = 'auto';
  const border = area.offsetHeight - area.clientHeight;
  area.style.blockSize = `${area.scrollHeight + border}px`;
}
