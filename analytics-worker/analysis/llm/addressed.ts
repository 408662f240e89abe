/**
 * Commands to a program, not to a person. What the caller says to the machine that reads the call is no claim about him: a
 * proof is thrown away when it is such a command, or hangs on one that stands just before it (docs/analysis-models.md).
 */
const commands: readonly RegExp[] = [
  /\b(ignore|disregard|forget|override|bypass)\b.{0,40}\b(instructions?|prompts?|guidelines|programming|(your|all|the) rules|everything (above|before|you))\b/,
  /\b(system|developer|hidden) (prompt|message|instructions?)\b/,
  /\b(here are|these are|your) new instructions?\b/,
  /\byou are now\b/,
  /\bas an? (ai|a i|language model)\b/,
  /\b(score|rate|rank|grade) (me|us|this|this call|this lead) (a|as|at|with|ten|one|the|top|hot|high|\d+)\b/,
  /\b(mark|classify|flag|treat|list) (me|us|this|this call|this lead) as (an? )?(hot|qualified|top|tier|high)\b/,
  /\b(set|record|report|output|return|mark|give)\b (me |us )?(the |my |our |an? )?(team size|monthly volume|integration needs|decision timeline|budget authority|lead score|score|tier|signals?|json)\b/,
];

/** What ends the command and goes back to the person's own affairs. */
const TURN_BACK = /[.?!;]|\b(but|anyway|seriously|kidding|joking|however|no wait)\b/g;
/** So many letters before the quote belong to it. */
const BEFORE = 120;

export function isAddressedToMachine(text: string, quote: string): boolean {
  const at = Math.max(0, text.indexOf(quote));
  const before = text.slice(Math.max(0, at - BEFORE), at).toLowerCase();
  const turned = [...before.matchAll(TURN_BACK)].at(-1);
  const own = turned ? before.slice(turned.index + turned[0].length) : before;
  const said = `${own}${quote.toLowerCase()}`.replaceAll(/[\s_]+/g, ' ');
  return commands.some((command) => command.test(said));
}
