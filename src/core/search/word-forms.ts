/**
 * English forms that no stemming rule brings together: irregular verbs and plurals, nouns with their verbs, peoples
 * with their countries. Families are parted by commas, the base first. Data, not logic: add a family where two words
 * of one root would otherwise not find each other, and only where they nearly always mean the same.
 */
import { stem } from './text.ts';

const IRREGULAR_VERBS = `
arise arose arisen, bear bore borne, beat beaten, become became, begin began begun beginning, bend bent, bind bound,
bite bit bitten, blow blew blown, break broke broken, breed bred, bring brought, build built, buy bought, catch caught,
choose chose chosen choice, come came, creep crept, deal dealt, die died death dead dying deaths, dig dug,
draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt,
fight fought, find found, flee fled, fly flew flown flight, forbid forbade forbidden, forget forgot forgotten,
forgive forgave forgiven, freeze froze frozen, get got gotten, give gave given, go went gone goes,
grow grew grown growth, hang hung, hear heard, hide hid hidden, hold held, keep kept, know knew known, lay laid,
lead led, leave left, lend lent, lie lay lain, lose lost loss losses, make made, mean meant, meet met,
pay paid payment payments, ride rode ridden, ring rang rung, rise rose risen, run ran, say said says, see saw seen,
seek sought, sell sold sale sales, send sent, shake shook shaken, shine shone, shoot shot shooting,
sing sang sung song songs, sink sank sunk, sit sat, sleep slept, speak spoke spoken speech speeches, spend spent,
spin spun, spring sprang sprung, stand stood, steal stole stolen theft, stick stuck, strike struck stricken,
swear swore sworn, sweep swept, swim swam swum, take took taken, teach taught, tear tore torn, tell told,
think thought, throw threw thrown, understand understood, wake woke woken, wear wore worn, weave wove woven,
win won winner winners winning, withdraw withdrew withdrawn withdrawal withdrawals, write wrote written writer writers
`;
const NOUNS_OF_VERBS = `
abstain abstention abstentions, advise advice, analyze analysis analyses, announce announcement, approve approval,
arrive arrival, assume assumption, attack attacker, believe belief beliefs, bomb bombard bombardment,
cede ceded cession, conclude conclusion, decide decision decisions, defend defense, define definition, deny denial,
depart departure, describe description, destroy destruction, develop development, differ different difference,
divide division, enter entry entrance, execute execution, expand expansion, explain explanation explanations,
explode explosion, extend extension, fail failure, high height, deep depth, long length, wide width, strong strength,
hot heat, injure injury injuries, intervene intervention, invade invasion, invite invitation, judge judgment judgement,
kill killer killers, marry marriage, move movement, occur occurrence, permit permission, please pleasure,
produce production product, propose proposal, prove proof, pursue pursuit, receive receipt reception, refuse refusal,
remove removal, renew renewal, reply replies, require requirement, resolve resolution, respond response responses,
restrict restriction, reveal revelation, satisfy satisfaction, solve solution, submit submission, succeed success,
suspect suspicion, survive survival, threaten threat threats, transmit transmission, treat treatment,
try tried attempt, veto vetoes vetoed, weigh weight
`;
const IRREGULAR_PLURALS = `
child children, foot feet, goose geese, life lives, man men, mouse mice, ox oxen, person people, tooth teeth,
wife wives, wolf wolves, woman women, datum data, criterion criteria, phenomenon phenomena, medium media,
crisis crises, thesis theses, basis bases, bacterium bacteria
`;
const PEOPLES = `
france french frenchman frenchmen, germany german germans, spain spanish spaniard spaniards, italy italian italians,
britain british briton britons, england english englishman englishmen, scotland scottish scots, ireland irish,
wales welsh, portugal portuguese, netherlands dutch, switzerland swiss, sweden swedish swedes,
norway norwegian norwegians, denmark danish danes, finland finnish finns, poland polish poles, greece greek greeks,
turkey turkish turks, russia russian russians, ukraine ukrainian ukrainians, hungary hungarian hungarians,
austria austrian austrians, belgium belgian belgians, romania romanian romanians, bulgaria bulgarian bulgarians,
serbia serbian serbs, croatia croatian croats, china chinese, japan japanese, korea korean koreans, vietnam vietnamese,
india indian indians, pakistan pakistani pakistanis, iran iranian iranians, iraq iraqi iraqis, syria syrian syrians,
lebanon lebanese, jordan jordanian jordanians, egypt egyptian egyptians, israel israeli israelis,
palestine palestinian palestinians, qatar qatari qataris, yemen yemeni yemenis, saudi saudis,
algeria algerian algerians, morocco moroccan moroccans, tunisia tunisian tunisians, libya libyan libyans,
sudan sudanese, ethiopia ethiopian ethiopians, kenya kenyan kenyans, nigeria nigerian nigerians, mozambique mozambican,
malta maltese, ecuador ecuadorian, guyana guyanese, slovenia slovenian slovenians, america american americans,
canada canadian canadians, mexico mexican mexicans, brazil brazilian brazilians, argentina argentine argentinian,
cuba cuban cubans, australia australian australians, africa african africans, europe european europeans,
asia asian asians
`;

let bases: ReadonlyMap<string, string> | null = null;

/**
 * What is compared when passages are ranked: the stem of the family's base, or the word's own where it has no family.
 * The families are read on first use, as only a ranker needs them.
 * @param form a folded form, as in `Token.form`
 */
export function rootOf(form: string): string {
  bases ??= new Map(
    [IRREGULAR_VERBS, NOUNS_OF_VERBS, IRREGULAR_PLURALS, PEOPLES].flatMap((families) =>
      families.trim().split(/,\s+/).flatMap(readFamily),
    ),
  );
  return stem(bases.get(form) ?? form);
}

function readFamily(family: string): [string, string][] {
  const [base = '', ...others] = family.split(' ');
  return others.map((form) => [form, base]);
}
