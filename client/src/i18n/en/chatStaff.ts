export default {
  membersWrite: 'Members may write',
  remove: 'Remove the message of {{name}}',
  removeTitle: 'Remove it for everybody?',
  removeNow: 'Remove',
  keep: 'Keep',
} as const;
