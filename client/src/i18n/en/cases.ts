export default {
  before: 'Before',
  after: 'After',
  enlarge: 'Enlarge: {{caption}}',
  figures: 'What changed',
  measured: 'Measured',
  verdict: { better: 'better', worse: 'worse', same: 'unchanged' },
  questions: 'Questions',
  source: 'Source: {{text}}',
  consent: 'Consent: {{text}}',
  shows: 'Case study: {{title}}. {{heading}}',
} as const;
