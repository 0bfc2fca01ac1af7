/** What the page proposes to type. All of it can be typed by hand; nothing else here knows what the app answers. */
export interface Example {
  readonly text: string;
  readonly about: string;
}

export const COMMAND_EXAMPLES: readonly Example[] = [
  { text: '/rafah how did the US vote?', about: 'Ask in your own words' },
  { text: '/rafah who took part in the meeting?', about: 'Ask in your own words' },
  { text: '/rafah help', about: 'What it is and how to ask' },
  { text: '/rafah people', about: 'Who is in the article, by side' },
  { text: '/rafah timeline', about: 'What happened when' },
  { text: '/rafah quotes', about: 'Words in quotation marks, by speaker' },
  { text: '/rafah topics', about: 'What it can be asked about' },
  { text: '/rafah sources', about: 'What it rests on' },
  { text: '/rafah check the US vetoed the resolution', about: 'Supported, contradicted or not stated' },
  { text: '/rafah random', about: 'One statement' },
  { text: '/rafah digest', about: 'A daily post in a channel' },
];

export const MENTION_EXAMPLES: readonly string[] = ['who canceled the meeting?', 'what did Macron say?'];

export const DIRECT_EXAMPLES: readonly string[] = [
  'how did the US vote?',
  'how many people shelter in Rafah?',
  'did the US veto the resolution?',
];
