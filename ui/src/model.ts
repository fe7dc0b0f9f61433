// What the page knows besides the text: the shape that publish/report/facts.py writes.

export type Sign = "raises" | "lowers" | "unclear";
export type Modality = "asserted" | "hedged" | "conditional" | "counterfactual" | "intended" | "negated";
export type Polarity = "reinforcing" | "balancing" | "unclear";

/** Words in their sentence, told by their place: `excerpts.ts` takes them from the text of the page. */
export interface Excerpt {
  document: string;
  start: number;
  end: number;
  section?: string | undefined;
  /** Where the sentence begins, then the length and the parts of each piece. */
  cut: number[];
  /** Where the sentence goes on: 1 before the excerpt, 2 after it, 3 on both sides. */
  torn?: number;
}

export interface Claim extends Excerpt {
  id: string;
  cause: string | null;
  effect: string | null;
  /** The words for cause and effect, where one of them is no factor of the map. */
  says?: [cause: string, effect: string];
  sign: Sign;
  modality: Modality;
  voice: string;
  belief: number;
  foundBy: string[];
  /** The years and decades that its sentence names, as "1914" and "199". */
  years?: string[];
  stands?: { cause?: string; effect?: string };
}

export interface Link {
  id: string;
  cause: string;
  effect: string;
  sign: Sign;
  raises: string[];
  lowers: string[];
  unclear: string[];
  denied: string[];
  /** The probability that we read it right; 0 where it was not worked out. */
  belief: number;
  /** Pairs of a document and a holder that say so; copies count once. 0 where it was not worked out. */
  sources: number;
}

export interface Factor {
  id: string;
  label: string;
  /** What else it is called. */
  names: string[];
  /** Why two wordings are taken for one: *the caps = rent caps (forms of one word)*. */
  same: string[];
}

export interface Loop {
  id: string;
  name: string;
  polarity: Polarity;
  factors: string[];
  links: string[];
}

export interface Event extends Excerpt {
  id: string;
  modality: Modality;
  voice: string;
  told: string | null;
  when: string | null;
  first?: number;
  from?: number;
  to?: number;
  sharp?: boolean;
}

export interface Quotation extends Excerpt {
  id: string;
  kind: string;
  voice: string;
}

/** Values given one after another for one thing. */
export interface Series extends Excerpt {
  id: string;
  what: string;
  unit: string | null;
  values: { of: string; value: number; words: string }[];
}

export interface Figure extends Excerpt {
  id: string;
  words: string;
  value: number | null;
  unit: string | null;
  approximate: boolean;
  of: string | null;
}

export interface Position extends Excerpt {
  id: string;
  voice: string;
  stance: "for" | "against" | "neutral" | "unclear";
  on: string;
}

export interface Voice {
  id: string;
  name: string;
  claims: number;
  quotations: number;
  /** How many of its claims are put in which way. */
  how: Partial<Record<Modality, number>>;
}

export interface Problem {
  id: string;
  code: string;
  severity: "error" | "warning" | "note";
  message: string;
  at: Excerpt[];
}

/** How the parts of a comparison stand to a link. */
export type Standing = "flipped" | "contradicted" | "denied" | "shared" | "missing" | "alone";

/** A link, and what each part says of it: ids of claims. */
export interface Across {
  id: string;
  standing: Standing;
  sides: Record<"raises" | "lowers" | "unclear" | "denied", string[]>[];
}

/** Two passages of two parts that belong together: they differ, or they share their words. */
export interface Pair {
  id: string;
  what: "positions" | "dates" | "words";
  told: string;
  /** What is marked in the text; empty where the pair itself is. */
  evidence: string[];
  parts: [number, number];
  sides: (Excerpt & { says: string })[];
}

export interface Compared {
  parts: { name: string; documents: number }[];
  links: Across[];
  pairs: Pair[];
  distances: { parts: [number, number]; overall: number | null; common: number | null; factors: number }[];
  factors: { id: string; counts: number[]; same: string[] }[];
}

export type Point = [x: number, y: number];

export interface MapDrawing {
  width: number;
  height: number;
  boxes: Record<string, [x: number, y: number, width: number, height: number, lines: string[]]>;
  arrows: Record<string, [points: Point[], sign: Point]>;
}

export interface Groups {
  rows: { id: string; name: string; factors: string[]; map: MapDrawing }[];
  /** The links between two groups, by *g1>g2*. */
  between: Record<string, string[]>;
  map: MapDrawing;
}

/** Where something happens or is counted, as far as a small gazetteer knows. */
export interface Whereabout {
  id: string;
  name: string;
  country?: string;
  /** How the text writes it. */
  called: string[];
  events: string[];
  /** Series, and the place of the value in it. */
  values: [series: string, place: number][];
  /** Why this one is taken of several of that name. */
  why?: string;
}

export interface Whereabouts {
  width: number;
  height: number;
  /** One for each series of places, and one of the events. */
  sheets: { of: string; outlines: string; spots: Record<string, Point> }[];
  rows: Whereabout[];
  /** Names of several places, of which the text does not tell which it means: in which countries, how many. */
  unclear: (Pick<Whereabout, "name" | "events" | "values"> & { in: Record<string, number> })[];
  /** Names that the gazetteer does not know. */
  unknown: string[];
}

export interface Model {
  format: 1;
  title: string;
  counts: string;
  documents: { id: string; title: string; name: string; sections: string[] }[];
  claims: Claim[];
  factors: Factor[];
  links: Link[];
  loops: Loop[];
  events: Event[];
  axis: { at: number; words: string; big: boolean }[];
  quotations: Quotation[];
  series: Series[];
  figures: Figure[];
  positions: Position[];
  voices: Voice[];
  problems: Problem[];
  /** What each check looks for, by its code. */
  codes: Record<string, { name: string; finds: string }>;
  maps: MapDrawing[];
  /** Factors that hang together, above what is shown at first; each opens into a map of its own. */
  groups: Groups | null;
  places: Whereabouts | null;
  /** Texts side by side, on the page of a comparison. */
  compared: Compared | null;
}
