/** Every rule of the lint. A rule of its own file is a rule only when it is listed here. */
import type { EngineRule, Rule } from '../rule.ts';
import { allUsed } from './all-used.ts';
import { attributionInText } from './attribution-in-text.ts';
import { attributionKinds } from './attribution-kinds.ts';
import { cleanProse } from './clean-prose.ts';
import { correctionsSpareTruths } from './corrections-spare-truths.ts';
import { cuesWork } from './cues-work.ts';
import { distinctAliases } from './distinct-aliases.ts';
import { distinctForms } from './distinct-forms.ts';
import { distinctQuestions } from './distinct-questions.ts';
import { distinctStatements } from './distinct-statements.ts';
import { foundAsAsked } from './found-as-asked.ts';
import { knownLocators } from './known-locators.ts';
import { knownMeanings } from './known-meanings.ts';
import { knownReferences } from './known-references.ts';
import { locatorsCovered } from './locators-covered.ts';
import { locatorsInOrder } from './locators-in-order.ts';
import { oneSentence } from './one-sentence.ts';
import { quotesAttributed } from './quotes-attributed.ts';
import { quotesInText } from './quotes-in-text.ts';
import { realDates } from './real-dates.ts';
import { relativeWords } from './relative-words.ts';
import { speechAttributed } from './speech-attributed.ts';
import { standsAlone } from './stands-alone.ts';
import { uniqueIds } from './unique-ids.ts';

/** What a corpus can't be built without. */
export const LOADING_RULES: readonly Rule[] = [uniqueIds, knownReferences, knownLocators];

/** What an editor has to mind beyond what loading needs. */
export const EDITORIAL_RULES: readonly Rule[] = [
  locatorsInOrder,
  locatorsCovered,
  quotesInText,
  quotesAttributed,
  attributionKinds,
  attributionInText,
  speechAttributed,
  relativeWords,
  oneSentence,
  standsAlone,
  cleanProse,
  realDates,
  allUsed,
  distinctAliases,
  distinctStatements,
  distinctForms,
  distinctQuestions,
  knownMeanings,
];

/** What only the engine can tell. */
export const ENGINE_RULES: readonly EngineRule[] = [foundAsAsked, correctionsSpareTruths, cuesWork];
