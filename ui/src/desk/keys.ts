// The keys of the app, which stand before those of the page.

export const KEYS: [key: string, what: string][] = [
  ["a, r", "accept the sentence, reject it; then the next one that nobody looked at"],
  ["t", "turn the arrow round: the effect was the cause"],
  ["e", "edit: sign, manner, holder, and why"],
  ["m", "merge two names into one factor or actor, or split them"],
  ["c", "add a claim: of the words that are selected in the text"],
  ["x", "set the chosen finding of the checks aside"],
  ["z, Ctrl+Z", "take the last step back"],
  ["l", "the list of what was corrected, and how often each pattern reads right"],
];
