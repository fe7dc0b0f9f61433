// From an id to what it stands for, and to the words that bear it out. Built once, asked by every pane.

import type {
  Claim, Event, Excerpt, Factor, Figure, Link, Loop, Model, Pair, Position, Problem, Quotation, Series, Voice, Whereabout,
} from "./model";
import { forget } from "./excerpts";
import { unpacked, type CarriedModel } from "./unpack";

export let model: Model;
export const claims = new Map<string, Claim>();
export const links = new Map<string, Link>();
export const factors = new Map<string, Factor>();
export const loops = new Map<string, Loop>();
export const events = new Map<string, Event>();
export const quotations = new Map<string, Quotation>();
export const series = new Map<string, Series>();
export const figures = new Map<string, Figure>();
export const positions = new Map<string, Position>();
export const voices = new Map<string, Voice>();
export const problems = new Map<string, Problem>();
export const whereabouts = new Map<string, Whereabout>();
export const pairs = new Map<string, Pair>();
/** The link that a claim belongs to, by the claim's id. */
export const linkOf = new Map<string, string>();
export const linksAt = new Map<string, Link[]>();
const rank = new Map<string, number>();

/** Put a model into the page. Whoever does it again mounts the page again. */
export function load(carried: CarriedModel): void {
  const next = unpacked(carried);
  model = next;
  forget();
  fill(claims, next.claims);
  fill(links, next.links);
  fill(factors, next.factors);
  fill(loops, next.loops);
  fill(events, next.events);
  fill(quotations, next.quotations);
  fill(series, next.series);
  fill(figures, next.figures);
  fill(positions, next.positions);
  fill(voices, next.voices);
  fill(problems, next.problems);
  fill(whereabouts, next.places?.rows ?? []);
  fill(pairs, next.compared?.pairs ?? []);
  for (const map of [linkOf, linksAt, rank]) map.clear();
  next.claims.forEach((claim, place) => rank.set(claim.id, place));
  for (const factor of next.factors) linksAt.set(factor.id, []);
  for (const link of next.links) {
    for (const id of claimsOf(link)) linkOf.set(id, link.id);
    linksAt.get(link.cause)?.push(link);
    if (link.effect !== link.cause) linksAt.get(link.effect)?.push(link);
  }
}

function fill<Row extends { id: string }>(map: Map<string, Row>, rows: Row[]): void {
  map.clear();
  for (const row of rows) map.set(row.id, row);
}

/** All claims of a link, those that deny it last. */
export function claimsOf(link: Link): string[] {
  return [...link.raises, ...link.lowers, ...link.unclear, ...link.denied];
}

export type Kind =
  | "claim" | "link" | "factor" | "loop" | "event" | "quotation" | "series" | "figure" | "position" | "voice" | "problem" | "pair" | "whereabout" | "";

export function kindOf(id: string): Kind {
  if (claims.has(id)) return "claim";
  if (links.has(id)) return "link";
  if (factors.has(id)) return "factor";
  if (loops.has(id)) return "loop";
  if (events.has(id)) return "event";
  if (quotations.has(id)) return "quotation";
  if (series.has(id)) return "series";
  if (figures.has(id)) return "figure";
  if (positions.has(id)) return "position";
  if (voices.has(id)) return "voice";
  if (problems.has(id)) return "problem";
  if (pairs.has(id)) return "pair";
  if (whereabouts.has(id)) return "whereabout";
  return "";
}

/** The ids of what is marked in the text for an id, in the order in which it is told. */
export function evidence(id: string): string[] {
  switch (kindOf(id)) {
    case "link":
      return claimsOf(links.get(id)!);
    case "factor":
      return inTextOrder(linksAt.get(id)!.flatMap(claimsOf));
    case "loop":
      return loops.get(id)!.links.flatMap((key) => claimsOf(links.get(key)!));
    case "voice":
      return [
        ...model.claims.filter((claim) => claim.voice === id).map((claim) => claim.id),
        ...model.quotations.filter((quotation) => quotation.voice === id).map((quotation) => quotation.id),
        ...model.positions.filter((position) => position.voice === id).map((position) => position.id),
      ];
    case "whereabout":
      return [...new Set([...whereabouts.get(id)!.events, ...whereabouts.get(id)!.values.map(([key]) => key)])];
    case "pair":
      return pairs.get(id)!.evidence.length > 0 ? pairs.get(id)!.evidence : [id];
    case "":
      return [];
    default:
      return [id];
  }
}

function inTextOrder(ids: string[]): string[] {
  return [...new Set(ids)].sort((a, b) => rank.get(a)! - rank.get(b)!);
}

/** The links on the map that an id is about. */
export function linksFor(id: string): string[] {
  switch (kindOf(id)) {
    case "claim":
      return linkOf.has(id) ? [linkOf.get(id)!] : [];
    case "link":
      return [id];
    case "factor":
      return linksAt.get(id)!.map((link) => link.id);
    case "loop":
      return loops.get(id)!.links;
    case "voice":
      return [...new Set(evidence(id).flatMap((key) => linkOf.get(key) ?? []))];
    case "problem":
      return [...new Set(claimsIn(problems.get(id)!.at).flatMap((key) => linkOf.get(key) ?? []))];
    default:
      return [];
  }
}

/** The claims that stand in some places of the text. */
function claimsIn(places: Excerpt[]): string[] {
  return model.claims
    .filter((claim) =>
      places.some((at) => at.document === claim.document && at.start <= claim.start && claim.end <= at.end),
    )
    .map((claim) => claim.id);
}

/** The links within so many steps of a factor, by whichever way they point. */
export function linksAround(id: string, steps: number): string[] {
  const found = new Set<string>();
  let border = [id];
  const reached = new Set(border);
  for (let step = 0; step < steps && border.length > 0; step++) {
    const next: string[] = [];
    for (const link of border.flatMap((key) => linksAt.get(key) ?? [])) {
      found.add(link.id);
      for (const end of [link.cause, link.effect]) {
        if (!reached.has(end)) next.push(end);
        reached.add(end);
      }
    }
    border = next;
  }
  return [...found];
}

/** The factors on the map that an id is about. */
export function factorsFor(id: string): string[] {
  const ends = linksFor(id).flatMap((key) => [links.get(key)!.cause, links.get(key)!.effect]);
  return [...new Set(factors.has(id) ? [id, ...ends] : ends)];
}

// The report carries its model; whoever puts an app around the page loads one later.
const carried = document.getElementById("armillary-model")?.textContent;
if (carried) load(JSON.parse(carried) as CarriedModel);
