/** The rooms of the product, in the order of the house; the one list for the laws on folders and imports. */
export const ROOMS = [
  'model',
  'environments',
  'facts',
  'constructs',
  'stacks',
  'synth',
  'resources',
  'policies',
  'review',
  'reports',
  'delivery',
  'evidence',
  'sandbox',
  'plugins',
  'cli',
] as const;
