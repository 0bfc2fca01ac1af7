/**
 * Words that deny one another. A statement that has the opposite of what the question says is near it and yet no
 * answer to it: this weighs against being sure, never on the order. Pairs are parted by commas and hold both ways.
 */
import { rootOf } from './word-forms.ts';

const PAIRS = `
able unable, above below, above beneath, above under, accept refuse, accept reject, acquire lose, acquire sell,
active dormant, active inactive, active passive, add remove, add subtract, advantage disadvantage, after before,
after prior, agree disagree, alive dead, alive die, allow ban, allow forbid, allow prevent, allow prohibit,
always never, ancient modern, appear disappear, appear vanish, arrive depart, arrive leave, ascend descend,
attack defend, available unavailable, ban permit, beautiful ugly, begin cease, begin end, begin finish, begin stop,
best worst, big little, big small, biggest smallest, birth death, bottom top, boy girl, brother sister, build demolish,
build destroy, buy sell, cause prevent, cheap expensive, city countryside, city rural, clean dirty, close open,
cold hot, cold warm, common rare, common uncommon, complex simple, connect disconnect, connect separate,
continue cease, continue end, continue stop, correct incorrect, correct wrong, create destroy, day night,
decrease grow, decrease increase, decrease rise, deep shallow, deny accept, deny admit, deny confirm,
different identical, different same, different similar, difficult easy, direct indirect, dry wet, earliest latest,
early late, east west, eastern western, easy hard, empty full, encourage discourage, end start, enemy ally,
enemy friend, enter exit, enter leave, equal unequal, even odd, expand contract, expand shrink, export import,
external internal, fail pass, fail succeed, false true, far close, far near, fast slow, fat thin, father mother,
female male, few many, fewer more, fewest most, finish start, finite infinite, first final, first last, first second,
flexible rigid, former latter, forward backward, found abolish, found dissolve, free slave, gain lose, good bad,
guilty innocent, happy sad, happy unhappy, hard soft, heavy light, high low, higher lower, highest lowest,
husband wife, important unimportant, include exclude, increase decline, increase drop, increase fall, increase reduce,
inner outer, inside outside, join leave, king queen, known unknown, large small, larger smaller, largest smallest,
least most, leave stay, left right, legal illegal, less more, likely unlikely, limited unlimited, long short,
longest shortest, lose win, lower increase, lower raise, lower upper, major minor, majority minority, man woman,
maximum minimum, mild severe, natural artificial, necessary unnecessary, negative positive, new old, next previous,
north south, northeast southwest, northern southern, northwest southeast, offer refuse, old young, older younger,
oldest newest, oldest youngest, oppose support, pass reject, past future, peace war, permanent temporary, poor rich,
poor wealthy, popular unpopular, possible impossible, praise criticize, private public, push pull, recent ancient,
reject approve, remain leave, remember forget, reveal hide, rise fall, rural urban, safe dangerous, save destroy,
separate combine, separate unite, short tall, shortest tallest, smaller bigger, start stop, strength weakness,
strong weak, strongest weakest, successful unsuccessful, summer winter, take give, thick thin, unite divide,
victory defeat, visible invisible, warm cool
`;

let antonyms: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/** Roots that deny this one; read on first use. @param root as `rootOf` gives it */
export function antonymsOf(root: string): ReadonlySet<string> {
  antonyms ??= readPairs();
  return antonyms.get(root) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

function readPairs(): ReadonlyMap<string, ReadonlySet<string>> {
  const read = new Map<string, Set<string>>();
  const add = (root: string, opposite: string) => read.set(root, (read.get(root) ?? new Set()).add(opposite));
  for (const pair of PAIRS.trim().split(/,\s+/)) {
    const [one = '', other = ''] = pair.split(' ').map(rootOf);
    add(one, other);
    add(other, one);
  }
  return read;
}
