/** What a single key does on the console, from anywhere but a text field. */
export type ShortcutAction =
  | 'overview'
  | 'microphone'
  | 'camera'
  | 'people'
  | 'hands'
  | 'polls'
  | 'groups'
  | 'chat'
  | 'plan'
  | 'slides'
  | 'cases'
  | 'worksheets'
  | 'clips'
  | 'slide';

type Shortcut = {
  readonly action: ShortcutAction;
  /** As the overview shows it. */
  readonly shown: string;
  /** All that a keyboard may say for it; a Chinese one types a wide question mark. */
  readonly keys: readonly string[];
};

/** The numbers stand for the right-hand tabs, in their order, and then for the left-hand ones. */
export const shortcuts: readonly Shortcut[] = [
  { action: 'microphone', shown: 'M', keys: ['m', 'M'] },
  { action: 'camera', shown: 'C', keys: ['c', 'C'] },
  { action: 'people', shown: '1', keys: ['1'] },
  { action: 'hands', shown: '2', keys: ['2'] },
  { action: 'polls', shown: '3', keys: ['3'] },
  { action: 'groups', shown: '4', keys: ['4'] },
  { action: 'chat', shown: '5', keys: ['5'] },
  { action: 'plan', shown: '6', keys: ['6'] },
  { action: 'slides', shown: '7', keys: ['7'] },
  { action: 'cases', shown: '8', keys: ['8'] },
  { action: 'worksheets', shown: '9', keys: ['9'] },
  { action: 'clips', shown: '0', keys: ['0'] },
  { action: 'slide', shown: 'S', keys: ['s', 'S'] },
  { action: 'overview', shown: '?', keys: ['?', '？'] },
];

/** What of a KeyboardEvent decides. */
export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** The key is held down: a microphone must not go on and off with it. */
  readonly repeat: boolean;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
};

/** The action of a key; null for any other, with a modifier too: those belong to the browser and the system. */
export function actionOf(press: KeyPress): ShortcutAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.repeat || press.isComposing || press.defaultPrevented) return null;
  return shortcuts.find((shortcut) => shortcut.keys.includes(press.key))?.action ?? null;
}
