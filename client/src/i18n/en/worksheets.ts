import type { DocumentRefusal } from '#shared/documents.ts';

export default {
  which: 'Worksheet',
  saved: 'Saved {{time}}',
  savedByItself: 'Saved automatically',
  saving: 'Saving…',
  offline: 'No connection. What you write is kept on this device and sent when the network is back.',
  locked: 'The trainer has locked this worksheet. You can read it.',
  readOnly: 'You can read this worksheet.',
  unsent: 'Your last words are not saved. They will be sent if the worksheet is unlocked.',
  closed: 'This worksheet can’t be read here any more',
  lost: {
    fieldFull: 'What was typed last is lost: the field was full. Make a text shorter and write on.',
    full: 'What was typed last is lost: the worksheet was full. Make a text shorter and write on.',
    discarded: 'What was typed last could not be saved. Please look it over and type it again.',
  } satisfies Partial<Record<DocumentRefusal, string>>,
  undo: 'Take back what I did',
  redo: 'Do it again',
  writes: '{{names}} is here',
  fieldFull: 'This field is full.',
  empty: 'Nothing here yet',
  onStage: 'Worksheet of {{group}}',
} as const;
