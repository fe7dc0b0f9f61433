// Where the reader is: the one selection of the page, its view and what is left out. It lives in the
// address, so that Back, Forward and a link by mail work. Every pane reads it and none owns it.

import { ALL, parsed, written, type Only, type Place, type Tab } from "./address";
import { evidence, kindOf, model } from "./index";

export type { Only, Tab } from "./address";

const narrow = window.matchMedia("(max-width: 899px)");

export const here = $state({
  ...parsed(""),
  tab: "map" as Tab,
  /** Which of the sentences of the chosen thing is shown. */
  step: 0,
  /** What the pointer is over, which is previewed and never scrolled to. */
  over: "",
  narrow: narrow.matches,
  /** An id in the address that this page does not know. */
  unknown: "",
});

function home(): Tab {
  if (model.compared) return "compare";
  return here.narrow ? "text" : "map";
}

function arrive(place: Place): void {
  const tab = place.tab || home();
  here.tab = tab === "text" && !here.narrow ? "map" : tab;
  if (place.id !== here.id) here.step = 0;
  here.id = kindOf(place.id) ? place.id : "";
  here.unknown = place.id && !here.id && !document.getElementById(place.id) ? place.id : "";
  here.table = place.table;
  here.near = place.near;
  here.part = place.part;
  here.only = place.only;
  here.trial = place.trial;
}

function read(): void {
  arrive(parsed(location.hash));
}

/** Go somewhere else; what is not named stays as it is. */
export function go(to: Partial<Place>): void {
  const now: Place = { tab: here.tab, id: here.id, table: here.table, near: here.near, part: here.part, only: here.only, trial: here.trial };
  const place = { ...now, ...to };
  const hash = written(place, home());
  if (hash === location.hash.slice(1)) return arrive(place);
  try {
    history.pushState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  } catch {
    // In a sandbox without an origin of its own, as in a notebook, a page may not write its history.
  }
  arrive(place);
}

export function select(id: string): void {
  go({ id, near: 1 });
}

export function open(tab: Tab, id = here.id): void {
  go({ tab, id, table: "" });
}

/** Leave claims out by one more of their properties, or let them in again. */
export function filter(only: Partial<Only>): void {
  go({ only: { ...here.only, ...only } });
}

export function unfiltered(): boolean {
  return Object.entries(ALL).every(([name, value]) => here.only[name as keyof Only] === value);
}

/** The next sentence of what is chosen, or the one before; round and round. */
export function walk(step: 1 | -1): void {
  const count = evidence(here.id).length;
  if (count) here.step = (here.step + step + count) % count;
}

window.addEventListener("hashchange", read);
window.addEventListener("popstate", read);
narrow.addEventListener("change", (change) => {
  here.narrow = change.matches;
  read();
});

/** Read the address again: when the page starts, and when another model was put into it. */
export const start = read;
