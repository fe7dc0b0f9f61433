// The one selection of the page. It lives in the address, so that Back, Forward and a link by mail work.
// Every pane reads it and none owns it.

import { evidence, kindOf } from "./index";

export const TABS = ["map", "loops", "voices", "timeline", "checks", "claims"] as const;
export type Tab = (typeof TABS)[number] | "text";

const narrow = window.matchMedia("(max-width: 899px)");

export const here = $state({
  /** What is chosen: the id of a claim, a link, a factor …; empty for nothing. */
  id: "",
  /** Which of the sentences of the chosen thing is shown. */
  step: 0,
  /** What the pointer is over, which is previewed and never scrolled to. */
  over: "",
  tab: "map" as Tab,
  narrow: narrow.matches,
  /** An id in the address that this page does not know. */
  unknown: "",
});

function home(): Tab {
  return here.narrow ? "text" : "map";
}

function isTab(word: string): word is Tab {
  return word === "text" || (TABS as readonly string[]).includes(word);
}

function read(): void {
  const parts = decoded(location.hash.slice(1)).split("/");
  const tab = parts.length > 0 && isTab(parts[0]!) ? (parts.shift() as Tab) : home();
  const id = parts.join("/");
  here.tab = tab === "text" && !here.narrow ? "map" : tab;
  here.step = 0;
  here.id = kindOf(id) ? id : "";
  here.unknown = id && !here.id && !document.getElementById(id) ? id : "";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function go(tab: Tab, id: string): void {
  const hash = [...(tab === home() ? [] : [tab]), ...(id ? [id] : [])].join("/");
  if (hash === decoded(location.hash.slice(1))) return read();
  if (hash) location.hash = hash;
  else {
    history.pushState(null, "", location.pathname + location.search);
    read();
  }
}

export function select(id: string): void {
  go(here.tab, id);
}

export function open(tab: Tab, id = here.id): void {
  go(tab, id);
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
read();
