// From an id to what it stands for, and to the words that bear it out. Built once, asked by every pane.

import type { Claim, Event, Excerpt, Factor, Link, Loop, Model, Problem, Quotation, Voice } from "./model";

const element = document.getElementById("armillary-model");
export const model = JSON.parse(element?.textContent || "{}") as Model;

function byId<Row extends { id: string }>(rows: Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

export const claims: Map<string, Claim> = byId(model.claims);
export const links: Map<string, Link> = byId(model.links);
export const factors: Map<string, Factor> = byId(model.factors);
export const loops: Map<string, Loop> = byId(model.loops);
export const events: Map<string, Event> = byId(model.events);
export const quotations: Map<string, Quotation> = byId(model.quotations);
export const voices: Map<string, Voice> = byId(model.voices);
export const problems: Map<string, Problem> = byId(model.problems);

/** All claims of a link, those that deny it last. */
export function claimsOf(link: Link): string[] {
  return [...link.raises, ...link.lowers, ...link.unclear, ...link.denied];
}

export const linkOf = new Map<string, string>();
export const linksAt = new Map<string, Link[]>(model.factors.map((factor) => [factor.id, []]));
for (const link of model.links) {
  for (const id of claimsOf(link)) linkOf.set(id, link.id);
  linksAt.get(link.cause)?.push(link);
  if (link.effect !== link.cause) linksAt.get(link.effect)?.push(link);
}

export const loopsAt = new Map<string, Loop[]>();
for (const loop of model.loops) {
  for (const id of loop.links) loopsAt.set(id, [...(loopsAt.get(id) ?? []), loop]);
}

export type Kind = "claim" | "link" | "factor" | "loop" | "event" | "quotation" | "voice" | "problem" | "";

export function kindOf(id: string): Kind {
  if (claims.has(id)) return "claim";
  if (links.has(id)) return "link";
  if (factors.has(id)) return "factor";
  if (loops.has(id)) return "loop";
  if (events.has(id)) return "event";
  if (quotations.has(id)) return "quotation";
  if (voices.has(id)) return "voice";
  if (problems.has(id)) return "problem";
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
      ];
    case "":
      return [];
    default:
      return [id];
  }
}

const rank = new Map(model.claims.map((claim, place) => [claim.id, place]));

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

/** The factors on the map that an id is about. */
export function factorsFor(id: string): string[] {
  const ends = linksFor(id).flatMap((key) => [links.get(key)!.cause, links.get(key)!.effect]);
  return [...new Set(factors.has(id) ? [id, ...ends] : ends)];
}

export function wordsOf(excerpt: Excerpt): string {
  return excerpt.pieces
    .filter(([, parts]) => parts.split(" ").includes("words"))
    .map(([text]) => text)
    .join("");
}
