/** A small corpus of our own invention, for tests that are about the machinery and not about the article. */

import type { z } from 'zod';
import { buildCorpus, type Corpus } from '../../src/core/corpus.ts';
import { articleFileSchema as article, type articleFileSchema, entitiesFileSchema } from '../../src/core/schema.ts';

type ArticleInput = z.input<typeof articleFileSchema>;

const ENTITIES = entitiesFileSchema.parse({
  entities: [
    { id: 'harbour-town', kind: 'place', name: 'Harbour Town' },
    { id: 'the-island', kind: 'place', name: 'the Island' },
    { id: 'ada-moss', kind: 'person', name: 'Ada Moss', office: 'Mayor', side: 'harbour-town', aliases: ['the mayor'] },
    { id: 'ben-reed', kind: 'person', name: 'Ben Reed', office: 'Harbour Master', side: 'the-island' },
    { id: 'cora-lane', kind: 'person', name: 'Cora Lane' },
    { id: 'daily-gull', kind: 'outlet', name: 'The Daily Gull' },
  ],
});

const ARTICLE: ArticleInput = {
  article: {
    title: 'The ferry talks',
    published: '2023-05-02',
    provenance: 'Invented for tests.',
    locators: ['Lead 1', 'Body 1.1', 'Body 1.2', 'Body 2.1'],
  },
  topics: [
    { id: 'ferry', name: 'The ferry' },
    { id: 'talks', name: 'The talks' },
  ],
  statements: [
    {
      id: 'talks-start',
      text: 'Mayor Ada Moss of Harbour Town and Harbour Master Ben Reed of the Island met on 1 May 2023 about the ferry.',
      locator: 'Lead 1',
      date: { on: '2023-05-01', written: 'Monday' },
      entities: ['ada-moss', 'ben-reed', 'harbour-town', 'the-island'],
      topics: ['talks', 'ferry'],
      asked_as: ['When did the mayor and the harbour master meet?'],
    },
    {
      id: 'moss-calls-ferry-lifeline',
      text: 'Mayor Ada Moss called the ferry “a lifeline”.',
      attribution: { speaker: 'ada-moss' },
      quotes: [{ speaker: 'ada-moss', words: 'a lifeline' }],
      locator: 'Body 1.1',
      entities: ['ada-moss'],
      topics: ['ferry'],
      asked_as: ['What did the mayor call the ferry?'],
    },
    {
      id: 'fares-double',
      text: 'The Daily Gull, citing a clerk, reported that fares would double in June 2023.',
      attribution: { through: 'daily-gull', citing: 'a clerk' },
      locator: 'Body 1.2',
      date: { on: '2023-06', written: 'next month' },
      entities: ['daily-gull'],
      topics: ['ferry'],
      asked_as: ['What will happen to the fares?'],
    },
    {
      id: 'lane-wrote-report',
      text: 'Cora Lane, as The Daily Gull reported, wrote that the pier is “past repair”.',
      attribution: { speaker: 'cora-lane', through: 'daily-gull' },
      quotes: [{ speaker: 'cora-lane', words: 'past repair' }],
      locator: 'Body 2.1',
      entities: ['cora-lane', 'daily-gull'],
      topics: ['ferry'],
      asked_as: ['Who wrote that the pier is past repair?'],
      corrects: [{ assumed: 'the pier was repaired', cues: ['pier repaired'] }],
    },
  ],
};

export function ferryCorpus(): Corpus {
  return buildCorpus({ entities: ENTITIES, articles: new Map([['ferry-talks', article.parse(ARTICLE)]]) }, 'test');
}
