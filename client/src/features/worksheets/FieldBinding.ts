import type * as Y from 'yjs';
import { Typing } from './syncState.ts';
import { changeBetween } from './textChange.ts';
import type { WorksheetSync } from './WorksheetSync.ts';

/**
 * Android keyboards keep a word open as long as nobody taps elsewhere. After this long without a key the word
 * is sent as it stands, in milliseconds.
 */
const wordEndsAfter = 3_000;

type Field = { readonly id: string; readonly kind: 'line' | 'text' };

/**
 * Ties a text area to a field of the document: what is typed goes there as the smallest change, and what others
 * write comes in around the caret. While an input method composes, such as pinyin on its way to characters,
 * nothing touches the area, and what it holds counts when it is done.
 */
export class FieldBinding {
  readonly #area: HTMLTextAreaElement;
  readonly #field: Field;
  readonly #sync: WorksheetSync;
  readonly #text: Y.Text;
  readonly #undo: Y.UndoManager;
  readonly #typing = new Typing();
  readonly #changed: () => void;
  readonly #listening = new AbortController();
  #release: (() => void) | null = null;
  #wordEnd: ReturnType<typeof setTimeout> | undefined;

  /** `changed` is told whenever the area holds something else. */
  constructor(area: HTMLTextAreaElement, field: Field, sync: WorksheetSync, changed: () => void) {
    this.#area = area;
    this.#field = field;
    this.#sync = sync;
    this.#text = sync.state.doc.getText(field.id);
    this.#undo = sync.state.undo;
    this.#changed = changed;
    area.value = this.#text.toString();
    this.#text.observe(this.#textChanged);
    const { signal } = this.#listening;
    area.addEventListener('input', () => this.#typed(), { signal });
    area.addEventListener('compositionstart', () => this.#composes(), { signal });
    area.addEventListener('compositionend', () => this.#composed(), { signal });
    area.addEventListener('focus', () => this.#entered(), { signal });
    area.addEventListener('blur', () => this.#left(), { signal });
    area.addEventListener('keydown', (event) => this.#key(event), { signal });
    area.addEventListener('beforeinput', (event) => this.#beforeInput(event), { signal });
    document.addEventListener('visibilitychange', () => this.#take(), { signal });
    window.addEventListener('pagehide', () => this.#take(), { signal });
    changed();
  }

  close(): void {
    if (document.activeElement === this.#area) this.#left();
    this.#listening.abort();
    this.#text.unobserve(this.#textChanged);
  }

  #typed(): void {
    this.#changed();
    clearTimeout(this.#wordEnd);
    if (this.#release) this.#wordEnd = setTimeout(() => this.#take(), wordEndsAfter);
    else this.#take();
  }

  /** What the area holds now, is what the field holds. */
  #take(): void {
    if (this.#field.kind === 'line' && !this.#release) this.#onOneLine();
    const { value, selectionEnd } = this.#area;
    const change = changeBetween(this.#text.toString(), value, selectionEnd);
    if (!change) return;
    const { at, removed, inserted } = change;
    this.#text.doc?.transact(() => {
      if (removed > 0) this.#text.delete(at, removed);
      if (inserted !== '') this.#text.insert(at, inserted);
    }, this.#typing);
  }

  /** Line breaks come in by pasting. */
  #onOneLine(): void {
    const { value } = this.#area;
    if (value.includes('\n')) this.#area.value = value.replace(/\s*\n\s*/g, ' ').trim();
  }

  #composes(): void {
    this.#release ??= this.#sync.hold();
  }

  #composed(): void {
    clearTimeout(this.#wordEnd);
    const release = this.#release;
    this.#release = null;
    // In this order: the area holds what the field held before the others' words.
    this.#take();
    release?.();
  }

  #entered(): void {
    this.#undo.stopCapturing(); // What is typed in two fields is taken back in two steps.
    this.#sync.goTo(this.#field.id);
  }

  #left(): void {
    if (this.#release) this.#composed();
    this.#sync.goTo(null);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || this.#area.readOnly) return;
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    const key = event.key.toLowerCase();
    if (isCommand && (key === 'z' || key === 'y')) {
      event.preventDefault();
      if (key === 'y' || event.shiftKey) this.#undo.redo();
      else this.#undo.undo();
    } else if (key === 'enter' && this.#field.kind === 'line') event.preventDefault();
  }

  /** The browser's own "undo", from a menu or by shaking the phone, knows nothing of the others. */
  #beforeInput(event: InputEvent): void {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    if (this.#area.readOnly) return;
    if (event.inputType === 'historyUndo') this.#undo.undo();
    else this.#undo.redo();
  }

  readonly #textChanged = (event: Y.YTextEvent, { origin }: Y.Transaction): void => {
    if (origin === this.#typing) return;
    const end = this.#replay(event);
    const { value } = this.#area;
    // A line break may be one unit here and two there.
    if (value !== this.#text.toString()) this.#area.value = this.#text.toString();
    this.#changed();
    if (origin !== this.#undo) return;
    // Only when all fields have heard of it: until then they hold what was before.
    queueMicrotask(() => {
      this.#area.focus();
      this.#area.setSelectionRange(end, end);
    });
  };

  /** Makes the same change in the area, which keeps the selection where it was. @returns where the change ends. */
  #replay({ delta }: Y.YTextEvent): number {
    let at = 0;
    for (const { retain = 0, insert, delete: removed = 0 } of delta) {
      at += retain;
      if (removed > 0) this.#area.setRangeText('', at, at + removed, 'preserve');
      if (typeof insert !== 'string') continue;
      this.#area.setRangeText(insert, at, at, 'preserve');
      at += insert.length;
    }
    return at;
  }
}
