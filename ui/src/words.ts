// Everything that the page says about a claim, in words.

import { lineOf, wordsOf } from "./excerpts";
import { claims, claimsOf, factors, model, voices } from "./index";
import type { Claim, Excerpt, Link, Modality, Polarity, Sign } from "./model";

export const MARKS: Record<Sign, string> = { raises: "+", lowers: "−", unclear: "?" };
export const VERBS: Record<Sign, string> = { raises: "raises", lowers: "lowers", unclear: "bears on" };
export const SIGNS: Record<Sign, string> = {
  raises: "more of the one, more of the other",
  lowers: "more of the one, less of the other",
  unclear: "which way is not said",
};
export const MODALITIES: Record<Modality, string> = {
  asserted: "says so plainly",
  hedged: "says it may be so",
  conditional: "says so under a condition",
  counterfactual: "supposes it, against the facts",
  intended: "says that it is meant to",
  negated: "says that it is not so",
};
/** Beside the sign on the map, where no claim asserts the link. */
export const TAGS: Record<Modality, string> = {
  asserted: "",
  hedged: "may",
  conditional: "if",
  counterfactual: "would",
  intended: "to",
  negated: "not",
};
export const POLARITIES: Record<Polarity, string> = {
  reinforcing: "feeds itself",
  balancing: "holds itself back",
  unclear: "turns a way that is not settled",
};

export function many(count: number, what: string, several = `${what}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? what : several}`;
}

export function listed(names: string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export function labelOf(id: string | null, otherwise = "?"): string {
  return (id && factors.get(id)?.label) || otherwise;
}

export function voiceOf(id: string): string {
  return voices.get(id)?.name ?? "somebody";
}

export function causeOf(claim: Claim): string {
  return labelOf(claim.cause, claim.says?.[0]);
}

export function effectOf(claim: Claim): string {
  return labelOf(claim.effect, claim.says?.[1]);
}

/** How the claims of a link are put, at their firmest: one plain assertion outweighs any doubt. */
export function firmest(link: Link): Modality {
  const order: Modality[] = ["asserted", "hedged", "conditional", "intended", "counterfactual", "negated"];
  const found = new Set(claimsOf(link).map((id) => claims.get(id)!.modality));
  return order.find((modality) => found.has(modality)) ?? "asserted";
}

/** Two voices, or one with itself: the link is both raised and lowered, or both claimed and denied. */
export function disputed(link: Link): boolean {
  const claimed = link.raises.length + link.lowers.length + link.unclear.length;
  return (link.raises.length > 0 && link.lowers.length > 0) || (link.denied.length > 0 && claimed > 0);
}

export function verbOf(link: Link): string {
  if (link.raises.length && link.lowers.length) return "raises or lowers (they disagree)";
  if (firmest(link) === "negated") {
    const signs = new Set(link.denied.map((id) => claims.get(id)!.sign));
    const sign = signs.size === 1 ? [...signs][0]! : "unclear";
    return { raises: "does not raise", lowers: "does not lower", unclear: "does not bear on" }[sign];
  }
  return VERBS[link.sign];
}

/** The name of an arrow for those who do not see it. */
export function spoken(link: Link): string {
  const ids = claimsOf(link);
  const who = [...new Set(ids.map((id) => voiceOf(claims.get(id)!.voice)))];
  const names = who.length > 3 ? `${who.length} voices` : listed(who);
  const doubt = firmest(link) === "asserted" || firmest(link) === "negated" ? "" : `, ${TAGS[firmest(link)]}`;
  return `${labelOf(link.cause)} ${verbOf(link)} ${labelOf(link.effect)}${doubt}, said by ${names}, ${many(ids.length, "sentence")}`;
}

/** What an arrow rests on, as two numbers in words: who says so, and whether we read it right. */
export function supported(link: Link): string {
  const parts = link.sources > 0 ? [`rests on ${many(link.sources, "source")}`] : [];
  if (link.belief > 0) parts.push(`read right with a probability of ${Math.round(100 * link.belief)}%`);
  return parts.join(", ");
}

export function place(excerpt: Excerpt): string {
  const inside = placeInside(excerpt);
  if (model.documents.length < 2) return inside;
  return `${model.documents.find((document) => document.id === excerpt.document)?.title ?? ""}, ${inside}`;
}

/** Where words stand within their document. */
export function placeInside(excerpt: Excerpt): string {
  const line = lineOf(excerpt);
  const parts = excerpt.section ? [excerpt.section] : [];
  parts.push(line ? `line ${line.toLocaleString("en")}` : characters(excerpt));
  return parts.join(", ");
}

export function characters(excerpt: Excerpt): string {
  return `characters ${excerpt.start.toLocaleString("en")} to ${excerpt.end.toLocaleString("en")}`;
}

/** A unit as one writes it beside a number. */
export function unitOf(unit: string | null): string {
  return unit === "percent" ? "%" : (unit ?? "");
}

export function number(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 6 });
}

/** The words of an excerpt, on one line. */
export function wordsIn(excerpt: Excerpt): string {
  return wordsOf(excerpt).replace(/\s+/g, " ").trim();
}
