// What the page of an atlas receives; publish/atlas/ writes it. Rows point to others by their place.

export type Side = "raises" | "lowers" | "unclear" | "denies";
export const SIDES: Side[] = ["raises", "lowers", "unclear", "denies"];
export const MARKS: Record<Side, string> = { raises: "+", lowers: "−", unclear: "?", denies: "≠" };
export const VERBS: Record<Side, string> = { raises: "raises", lowers: "lowers", unclear: "bears on", denies: "does not bear on" };

export interface Factor {
  label: string;
  /** Its place among all factors of the page. */
  at: [x: number, y: number];
  /** Its place among those of the strongest links, if it is one. */
  first: [x: number, y: number] | null;
}

export interface Source {
  title: string;
  author: string | null;
  body: string | null;
  dated: string | null;
  year: number | null;
}

type Row = [holder: number, document: number, says: Side, modality: string, words: string, start: number, end: number];

interface Written {
  name: string;
  linksInAll: number;
  factors: Factor[];
  documents: [title: string, author: string | null, body: string | null, dated: string | null, year: number | null][];
  holders: string[];
  links: { cause: number; effect: number; claims: Partial<Record<Side, number>>; documents: number; holders: number; since: string | null; sayings: Row[] }[];
}

export interface Saying {
  who: string;
  /** The place of its document, by which documents are counted. */
  document: number;
  source: Source;
  says: Side;
  modality: string;
  words: string;
  start: number;
  end: number;
}

export interface Link {
  id: string;
  cause: number;
  effect: number;
  claims: Partial<Record<Side, number>>;
  documents: number;
  holders: number;
  since: string | null;
  sayings: Saying[];
}

const read = JSON.parse(document.getElementById("armillary-model")!.textContent || "{}") as Written;

export const name = read.name;
export const linksInAll = read.linksInAll;
export const factors = read.factors;
export const documents: Source[] = read.documents.map(([title, author, body, dated, year]) => ({ title, author, body, dated, year }));
export const holders = read.holders;
export const links: Link[] = read.links.map((link, place) => ({
  ...link,
  id: `l${place + 1}`,
  sayings: link.sayings.map(([who, at, says, modality, words, start, end]) => ({
    who: read.holders[who]!,
    document: at,
    source: documents[at]!,
    says,
    modality,
    words,
    start,
    end,
  })),
}));
export const linkOf = new Map(links.map((link) => [link.id, link]));

export function label(factor: number): string {
  return factors[factor]?.label ?? "?";
}

export function many(count: number, what: string): string {
  return `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
}

/** Some say that it raises and others that it lowers, or it is both claimed and denied. */
export function disputed(claims: Partial<Record<Side, number>>): boolean {
  const { raises = 0, lowers = 0, unclear = 0, denies = 0 } = claims;
  return (raises > 0 && lowers > 0) || (denies > 0 && raises + lowers + unclear > 0);
}

/** The side on which a link stands: that of most claims, with the sign unclear only where there is no other. */
export function sideOf(claims: Partial<Record<Side, number>>): Side {
  const { raises = 0, lowers = 0, unclear = 0, denies = 0 } = claims;
  if (raises || lowers) return raises >= lowers ? "raises" : "lowers";
  return unclear || !denies ? "unclear" : "denies";
}
