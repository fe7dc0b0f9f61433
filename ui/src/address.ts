// The address of a view: `#loops/o1?near=2&how=hedged`. All that a reader can set stands in it, so that
// every view can be sent by mail, and Back and Forward walk through what was looked at.

import { parsedTrial, writeTrial, type Trial } from "./simulate/trial";

export type Tab =
  | "text" | "map" | "loops" | "voices" | "timeline" | "series" | "places" | "checks" | "simulate" | "compare";

/** What of the claims is shown: empty words and a least of 1 let all pass. */
export interface Only {
  who: string;
  how: string;
  where: string;
  when: string;
  sure: string;
  least: number;
}

export interface Place {
  /** Empty for the first view of the page. */
  tab: Tab | "";
  /** What is chosen: the id of a claim, a link, a factor …; empty for nothing. */
  id: string;
  /** Whether the table is shown in the place of the picture, and which one. */
  table: string;
  /** How many steps around a chosen factor stay bright. */
  near: number;
  /** What part of the map: empty for the strongest factors, `all`, `groups`, or the id of a group. */
  part: string;
  only: Only;
  /** What is pushed, and how a run is made of it. */
  trial: Trial;
}

export const ALL: Only = { who: "", how: "", where: "", when: "", sure: "", least: 1 };
const TABS = "text map loops voices timeline series places checks simulate compare claims".split(" ");
const WORDS = ["who", "how", "where", "when", "sure"] as const;

export function parsed(hash: string): Place {
  const [path = "", query = ""] = split(hash.replace(/^#/, ""));
  const parts = decoded(path).split("/");
  let tab = TABS.includes(parts[0]!) ? parts.shift()! : "";
  const asked = new URLSearchParams(query);
  const only = { ...ALL, least: counted(asked.get("least")) };
  for (const word of WORDS) only[word] = asked.get(word) ?? "";
  let table = asked.get("table") ?? "";
  if (tab === "claims") [tab, table] = ["map", "claims"];
  return { tab: tab as Tab | "", id: parts.join("/"), table, near: counted(asked.get("near")), part: asked.get("part") ?? "", only, trial: parsedTrial(asked) };
}

/** The same as an address, as short as it can be. `first` is the view that needs no name. */
export function written(place: Place, first: Tab): string {
  const path = [...(place.tab && place.tab !== first ? [place.tab] : []), ...(place.id ? [place.id] : [])].join("/");
  const asked = new URLSearchParams();
  if (place.table) asked.set("table", place.table);
  if (place.near > 1) asked.set("near", String(place.near));
  if (place.part) asked.set("part", place.part);
  for (const word of WORDS) if (place.only[word]) asked.set(word, place.only[word]);
  if (place.only.least > 1) asked.set("least", String(place.only.least));
  writeTrial(place.trial, asked);
  const query = asked.toString();
  return query ? `${path}?${query}` : path;
}

function split(text: string): [string, string] {
  const at = text.indexOf("?");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function counted(word: string | null): number {
  const count = Number(word ?? 1);
  return Number.isInteger(count) && count > 0 && count < 100 ? count : 1;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
