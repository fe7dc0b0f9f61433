// What is looked at: the place in the address, and the links that it leaves.

import { ALL, parsed, written, type Only, type Place } from "./address";
import { factors, label, linkOf, links, type Link, type Saying, type Side } from "./model";

/** A link as the filters leave it. Without filters its numbers are those of the whole corpus. */
export interface Shown {
  link: Link;
  sayings: Saying[];
  claims: Partial<Record<Side, number>>;
  documents: number;
  holders: number;
}

export const here: Place = $state(parsed(location.hash));

/** Go somewhere else; what is not named stays as it is. While a word is typed, its letters are one step back, not many. */
export function go(to: Partial<Place>): void {
  const place = { tab: here.tab, id: here.id, show: here.show, only: here.only, ...to };
  const hash = written(place);
  const typing = here.only.find !== place.only.find && here.only.find !== "";
  if (hash !== location.hash.slice(1)) history[typing ? "replaceState" : "pushState"](null, "", hash ? `#${hash}` : location.pathname + location.search);
  Object.assign(here, place);
}

export function select(id: string): void {
  go({ id });
}

export function filter(only: Partial<Only>): void {
  go({ only: { ...here.only, ...only } });
}

export function arrive(): void {
  const place = parsed(location.hash);
  if (!known(place.id)) place.id = "";
  Object.assign(here, place);
}

function known(id: string): boolean {
  return linkOf.has(id) || (id.startsWith("f") && Number(id.slice(1)) in factors);
}

/** Whether sentences are left out; `least` and `find` leave out whole links. */
function narrowed(only: Only): boolean {
  return Boolean(only.who || only.author || only.body || only.says || only.how || only.from || only.to);
}

export function unfiltered(): boolean {
  return Object.entries(ALL).every(([word, value]) => here.only[word as keyof Only] === value);
}

function passes(saying: Saying, only: Only): boolean {
  const { source } = saying;
  return (
    (!only.who || saying.who === only.who) &&
    (!only.author || source.author === only.author) &&
    (!only.body || source.body === only.body) &&
    (!only.says || saying.says === only.says) &&
    (!only.how || saying.modality === only.how) &&
    (!only.from || (source.year !== null && source.year >= only.from)) &&
    (!only.to || (source.year !== null && source.year <= only.to))
  );
}

function left(link: Link, only: Only): Shown {
  if (!narrowed(only)) return { link, sayings: link.sayings, claims: link.claims, documents: link.documents, holders: link.holders };
  const sayings = link.sayings.filter((saying) => passes(saying, only));
  const claims: Partial<Record<Side, number>> = {};
  for (const { says } of sayings) claims[says] = (claims[says] ?? 0) + 1;
  const count = (of: (saying: Saying) => unknown) => new Set(sayings.map(of)).size;
  return { link, sayings, claims, documents: count((saying) => saying.document), holders: count((saying) => saying.who) };
}

const matching: Shown[] = $derived.by(() => {
  const only = here.only;
  const words = only.find.toLowerCase();
  const found = links
    .filter((link) => !words || label(link.cause).toLowerCase().includes(words) || label(link.effect).toLowerCase().includes(words))
    .map((link) => left(link, only))
    .filter((one) => one.sayings.length > 0 && one.documents >= only.least);
  if (narrowed(only)) found.sort((a, b) => b.documents - a.documents || b.holders - a.holders || b.sayings.length - a.sayings.length);
  return found;
});
const visible: Shown[] = $derived.by(() => {
  const strongest = matching.slice(0, here.show);
  const chosen = linkOf.get(here.id);
  if (!chosen || strongest.some((one) => one.link === chosen)) return strongest;
  return [...strongest, ...matching.filter((one) => one.link === chosen)];
});

/** All that pass the filters, the strongest first. */
export const all = () => matching;
/** Those of them that are shown: the strongest, and what is chosen. */
export const shown = () => visible;

/** The link that is chosen, if one is, as the filters leave it; null where they leave nothing of it. */
export function chosenLink(): Shown | null {
  const link = linkOf.get(here.id);
  return link ? (matching.find((one) => one.link === link) ?? null) : null;
}

/** The factor that is chosen, if one is. */
export function chosenFactor(): number | null {
  return here.id.startsWith("f") ? Number(here.id.slice(1)) : null;
}

/** Choose the next of the shown links, or the one before. */
export function walk(step: 1 | -1): void {
  if (!visible.length) return;
  const at = visible.findIndex((one) => one.link.id === here.id);
  const next = at < 0 ? (step > 0 ? 0 : visible.length - 1) : (at + step + visible.length) % visible.length;
  select(visible[next]!.link.id);
}
