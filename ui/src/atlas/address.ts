// The address of a view of the atlas: `#l12?who=Adler&from=1900&show=240`. All that a reader can set stands in it.

export type Tab = "graph" | "links" | "disputed" | "factors";
export const TABS: Tab[] = ["graph", "links", "disputed", "factors"];

/** What is left out: empty words and numbers of 0 let all pass. */
export interface Only {
  find: string;
  who: string;
  author: string;
  body: string;
  says: string;
  how: string;
  from: number;
  to: number;
  least: number;
}

export interface Place {
  tab: Tab;
  /** What is chosen: `l` and the number of a link, `f` and that of a factor; empty for nothing. */
  id: string;
  /** How many links are shown, the strongest first. */
  show: number;
  only: Only;
}

export const ALL: Only = { find: "", who: "", author: "", body: "", says: "", how: "", from: 0, to: 0, least: 0 };
export const AT_ONCE = 60;
const WORDS = ["find", "who", "author", "body", "says", "how"] as const;
const NUMBERS = ["from", "to", "least"] as const;

export function parsed(hash: string): Place {
  const text = hash.replace(/^#/, "");
  const at = text.indexOf("?");
  const asked = new URLSearchParams(at < 0 ? "" : text.slice(at + 1));
  const id = at < 0 ? text : text.slice(0, at);
  const tab = asked.get("view") as Tab;
  const only = { ...ALL };
  for (const word of WORDS) only[word] = asked.get(word) ?? "";
  for (const word of NUMBERS) only[word] = counted(asked.get(word), 0);
  return {
    tab: TABS.includes(tab) ? tab : "graph",
    id: /^[lf]\d+$/.test(id) ? id : "",
    show: counted(asked.get("show"), AT_ONCE),
    only,
  };
}

export function written(place: Place): string {
  const asked = new URLSearchParams();
  if (place.tab !== "graph") asked.set("view", place.tab);
  for (const word of [...WORDS, ...NUMBERS]) if (place.only[word]) asked.set(word, String(place.only[word]));
  if (place.show !== AT_ONCE) asked.set("show", String(place.show));
  const query = asked.toString();
  return query ? `${place.id}?${query}` : place.id;
}

function counted(word: string | null, otherwise: number): number {
  const count = Number(word ?? otherwise);
  return Number.isInteger(count) && count > 0 && count < 1e6 ? count : otherwise;
}
