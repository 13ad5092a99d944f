export default {
  turnOn: 'Big screen',
  leave: 'Leave the big screen',
  setHeads: 'How many we are',
  vote: 'Vote for the room',
  heads_one: '{{count}} person',
  heads_other: '{{count}} people',
} as const;
