const gap = 6;

/** Puts a fixed element above its anchor, or below where there is no room, and always inside the window. */
export function placeBeside(element: HTMLElement, anchor: DOMRect): void {
  const { width, height } = element.getBoundingClientRect();
  const above = anchor.top - height - gap;
  const centred = anchor.left + (anchor.width - width) / 2;
  element.style.top = `${above >= gap ? above : anchor.bottom + gap}px`;
  element.style.left = `${Math.max(gap, Math.min(centred, window.innerWidth - width - gap))}px`;
}
