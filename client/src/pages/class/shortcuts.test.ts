import { describe, expect, it } from 'vitest';
import { actionOf, type KeyPress, shortcuts } from './shortcuts.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  ...more,
});

describe('the console’s shortcuts', () => {
  it('give each key one action, and each action a key', () => {
    const keys = shortcuts.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(shortcuts.map(({ action }) => action)).size).toBe(shortcuts.length);
    for (const { action, keys: all } of shortcuts)
      for (const key of all) expect(actionOf(press(key))).toBe(action);
  });

  it('take small and capital letters, and the question mark of a Chinese keyboard', () => {
    expect(['m', 'M'].map((key) => actionOf(press(key)))).toEqual(['microphone', 'microphone']);
    expect(actionOf(press('？'))).toBe('overview');
  });

  it.each([
    { ctrlKey: true },
    { metaKey: true },
    { altKey: true },
    { repeat: true },
    { isComposing: true },
    { defaultPrevented: true },
  ])('leave a key alone with %o', (more) => {
    expect(actionOf(press('c', more))).toBeNull();
  });

  it.each(['x', 'd', 'Enter', ' ', 'ArrowRight', 'Tab', 'Escape'])('do nothing for %s', (key) => {
    expect(actionOf(press(key))).toBeNull();
  });
});
