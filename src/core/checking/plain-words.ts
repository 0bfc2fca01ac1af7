/** Ways of putting a claim that say no more than plainer ones. */

/** What people put before a claim; it is no part of it. */
const LEAD_INS = [
  /^(?:so|ok|okay|hi|hey|hello|well|and|but|quick check|quick one|(?:just|only) (?:checking|confirming|to confirm|to check|making sure)|(?:checking|confirming|confirm|caption check|fact[- ]?check|for the (?:note|record)|note|claim|true or false|tell me|please confirm|pls confirm|double[- ]?checking)(?: (?:two|a couple of|some) things(?: at once)?)?)(?:\s*[:,–—-]\s*(?:that\s+)?|\s+that\s+|\s+(?=(?:can|could|may|is|am|i|we|just)\b))/iu,
  /^(?:is it|it is|it's|is that) (?:true|correct|right|fair|safe|ok|okay|said)(?: to (?:say|write|state|report))?(?:\s*[:,]\s*|\s+(?:that\s+)?)/iu,
  /^(?:can|could|may|should|do) (?:i|we|you) (?:safely )?(?:say|write|state|report|confirm|print|put)(?:\s*[:,]\s*|\s+(?:that\s+)?)/iu,
  /^am i (?:right|correct) (?:that|in (?:saying|thinking)(?: that)?)\s+/iu,
  /^(?:i|we)(?:'m| am|'re| are| have|'ve| will|'ll)? ?(?:just |only |also |still )?(?:heard|read|think|thought|wrote|writing|saying|say|said|reporting|assume|assuming|believe|understand|gather|confirming|checking|got it down|got)(?: down)?(?:\s*[:,]\s*|\s+that\s+|\s+(?=(?:the|a|an|in|on|no|it|he|she|they)\s|\p{Lu}))/u,
  /^(?:pretty|fairly|quite|not|almost) sure (?:that )?/iu,
  /^(?:my|our|the) (?:draft|note|piece|caption|headline|editor|colleague|copy|text) (?:says|said|has|reads|states|claims)(?:\s*[:,]\s*|\s+(?:that\s+)?)/iu,
  /^(?:they say|someone (?:said|told me)|(?:the|this) (?:article|story|piece) (?:says|said|states|reports|claims)|according to (?:the|this) (?:article|story|piece))\b(?:\s*[:,]\s*|\s+(?:that\s+)?)/iu,
];

/** What people put behind it. */
const TAIL =
  /,?\s*(?:right|correct|yes|no|ok|okay|true|isn't it|is that right|is that correct|is that so|(?:does )?that holds? up|can i (?:say|write) that|yeah)\s*\?+$/iu;
/** More than one may stand before a claim: "So, just checking: is it true that …". */
const MOST_LEAD_INS = 4;

/** Straight quotation marks, and without what leads to the claim and what asks whether it is so. */
export function bareClaim(claim: string): string {
  let bare = claim.replace(/[“”„]/gu, '"').replace(/[‘’]/gu, "'").trim();
  for (let count = 0; count < MOST_LEAD_INS; count++) {
    const shorter = LEAD_INS.reduce((text, lead) => text.replace(lead, ''), bare);
    if (shorter === bare) break;
    bare = shorter;
  }
  return bare.replace(TAIL, '');
}

/** "First he canceled, and only then did they vote": he canceled before they voted. */
const FIRST_THEN = /^first,? (.+?),? (?:and |but )?(?:only )?then (?:did |came |had )?(.+)$/iu;

/** "It was Macron who said", "Macron was the one who said": he said. */
export function plainSubject(text: string): string {
  return text
    .replace(FIRST_THEN, '$1 before $2')
    .replace(/^it (?:was|is) ([^,]+?) (?:who|that|which) /iu, '$1 ')
    .replace(/ (?:was|is) the (?:one|person|official|leader|politician|country|member) (?:who|that|which) /iu, ' ');
}

/** "instead of vetoing", "not by Israel but by the U.S.": what is denied, with a "not". */
export function plainContrasts(text: string): string {
  return text
    .replace(/,?\s+(?:instead of|rather than|as opposed to)\s+/giu, ' and not ')
    .replace(/\bnot (\w+ )?(by|in|on|for|to|with|because of) ([^,]+?),? but \2 ([^,.]+)/giu, '$1$2 $4 and not $2 $3')
    .replace(/\bnot (\w+ )?by ([^,]+?),? but by ([^,.]+)/giu, '$1by $3 and not by $2');
}
