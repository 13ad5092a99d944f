import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '#shared/features/chat.ts';
import {
  continues,
  markAtEnd,
  messagesAfter,
  withOlder,
  withoutMessage,
  withoutWriter,
  withPage,
} from './messages.ts';

/** Messages of these numbers, a second after each other, all of one person. */
const said = (...numbers: number[]): ChatMessage[] =>
  numbers.map((number) => ({
    id: `message-${number}`,
    from: 'person',
    text: `${number}`,
    at: number * 1000,
  }));
const numbersIn = (messages: readonly ChatMessage[]): number[] => messages.map(({ text }) => Number(text));

describe('what a chat panel shows', () => {
  it('keeps what has left the View at its top', () => {
    const kept = { messages: said(1, 2, 3, 4), more: false };
    const shown = withOlder(kept, { messages: said(3, 4, 5, 6), more: true });
    expect(numbersIn(shown.messages)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(shown.more).toBe(false);
  });

  it('gives up what does not join up: another Space, or a gap after an outage', () => {
    const kept = { messages: said(1, 2), more: true };
    const view = { messages: said(8, 9), more: true };
    expect(withOlder(kept, view)).toBe(view);
    expect(withOlder(kept, { messages: [], more: false }).messages).toEqual([]);
  });

  it('takes an older message that entered the View for a removed one', () => {
    const kept = { messages: said(2, 3, 4), more: true };
    expect(numbersIn(withOlder(kept, { messages: said(1, 2, 4), more: false }).messages)).toEqual([1, 2, 4]);
  });

  it('puts a page before what it was asked for, and nowhere else', () => {
    const kept = { messages: said(3, 4), more: true };
    const page = { messages: said(1, 2), more: false };
    expect(withPage(kept, page, 'message-3')).toEqual({ messages: said(1, 2, 3, 4), more: false });
    expect(withPage(kept, page, 'message-4')).toBe(kept);
  });

  it('forgets a removed message', () => {
    expect(numbersIn(withoutMessage({ messages: said(1, 2, 3), more: true }, 'message-2').messages)).toEqual([
      1, 3,
    ]);
  });

  it('forgets all that an erased person wrote', () => {
    const [first, second, third] = said(1, 2, 3);
    const kept = { messages: [first!, { ...second!, from: 'another' }, third!], more: true };
    expect(numbersIn(withoutWriter(kept, 'person').messages)).toEqual([2]);
  });
});

describe('what is new', () => {
  it('is what came after the last read message', () => {
    expect(numbersIn(messagesAfter(said(1, 2, 3), markAtEnd(said(1))))).toEqual([2, 3]);
    expect(messagesAfter(said(1, 2), markAtEnd(said(1, 2)))).toEqual([]);
    expect(numbersIn(messagesAfter(said(1, 2), markAtEnd([])))).toEqual([1, 2]);
  });

  it('is what came later, when the last read message was removed or is out of the View', () => {
    expect(numbersIn(messagesAfter(said(1, 3), markAtEnd(said(1, 2))))).toEqual([3]);
  });
});

it('needs no new heading for one who goes on writing', () => {
  const [first, second] = said(1, 2);
  expect(continues(second!, first)).toBe(true);
  expect(continues(second!, undefined)).toBe(false);
  expect(continues({ ...second!, from: 'another' }, first)).toBe(false);
  expect(continues({ ...second!, at: 10 * 60_000 }, first)).toBe(false);
});
