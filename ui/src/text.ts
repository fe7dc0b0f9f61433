// The text is HTML of its own, which Python wrote and which needs no script. Here it learns to answer.

import { claims, evidence, model } from "./index";
import { here, select, walk } from "./selection.svelte";

const pane = document.getElementById("text")!;
const pieces = new Map<string, HTMLElement[]>();

/** Learn where every id stands: when the page starts, and when another text was put into it. */
export function learn(): void {
  pieces.clear();
  for (const piece of pane.querySelectorAll<HTMLElement>("[data-ids]")) {
    for (const id of idsOf(piece)) {
      const found = pieces.get(id);
      if (found) found.push(piece);
      else pieces.set(id, [piece]);
    }
  }
}
learn();

/** What is marked over a piece, the shortest first; numbers after what is said about them. */
function idsOf(piece: HTMLElement): string[] {
  const ids = piece.dataset.ids!.split(" ");
  return ids.some(isNumber) ? [...ids.filter((id) => !isNumber(id)), ...ids.filter(isNumber)] : ids;
}

function isNumber(id: string): boolean {
  return id.startsWith("n") || id.startsWith("s");
}

let marked: HTMLElement[] = [];
let current: HTMLElement[] = [];

/** Mark the words of what is chosen, and bring those of the current step into sight. */
export function mark(id: string, step: number): void {
  for (const piece of marked) {
    piece.classList.remove("on", "now");
    piece.removeAttribute("aria-current");
  }
  const ids = evidence(id);
  marked = ids.flatMap((key) => pieces.get(key) ?? []);
  current = pieces.get(ids[step] ?? "") ?? [];
  for (const piece of marked) piece.classList.add("on");
  for (const piece of current) {
    piece.classList.add("now");
    piece.setAttribute("aria-current", "true");
  }
  if (current[0]) show(current[0]);
}

/** Scroll only the text, and only as far as is needed. */
export function show(piece: Element): void {
  const frame = pane.getBoundingClientRect();
  const at = piece.getBoundingClientRect();
  const seen = at.top >= frame.top + 24 && at.bottom <= frame.bottom - 24 && at.height > 0;
  if (seen && frame.height > 0) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const far = Math.abs(at.top - frame.top) > 3 * frame.height;
  piece.scrollIntoView({ block: "center", behavior: calm || far ? "instant" : "smooth" });
}

let still: HTMLElement[] = [];

/** Claims that are not looked at lose their underline; without a filter all have theirs. */
export function quiet(looked: Set<string> | undefined): void {
  for (const piece of still) piece.classList.remove("off");
  const off = looked ? model.claims.filter((claim) => !looked.has(claim.id)) : [];
  still = off.flatMap((claim) => pieces.get(claim.id) ?? []);
  for (const piece of still) piece.classList.add("off");
}

let hovered: HTMLElement[] = [];

/** Preview the words of what the pointer is over. */
export function preview(id: string): void {
  for (const piece of hovered) piece.classList.remove("over");
  hovered = evidence(id).flatMap((key) => pieces.get(key) ?? []);
  for (const piece of hovered) piece.classList.add("over");
}

/** Of several marks over one word the shortest wins; a second click takes the next. */
function choose(piece: HTMLElement): void {
  const ids = idsOf(piece);
  const next = ids[(ids.indexOf(here.id) + 1) % ids.length]!;
  const step = evidence(here.id).indexOf(ids[0]!);
  if (step >= 0 && ids.length === 1 && here.id !== ids[0]) here.step = step;
  select(next);
}

pane.addEventListener("click", (event) => {
  const target = event.target as Element;
  const section = target.closest<HTMLAnchorElement>("a[href^='#']")?.getAttribute("href")!.slice(1);
  const heading = section && document.getElementById(section);
  if (heading) {
    event.preventDefault(); // the view beside the text stays as it is
    heading.scrollIntoView({ block: "start" });
    return;
  }
  const piece = target.closest<HTMLElement>("[data-ids]");
  if (piece && window.getSelection()?.isCollapsed !== false) choose(piece);
});

pane.addEventListener("pointerover", (event) => {
  const piece = (event.target as Element).closest<HTMLElement>("[data-ids]");
  here.over = piece ? idsOf(piece)[0]! : "";
});
pane.addEventListener("pointerleave", () => (here.over = ""));

/** The next or the previous sentence: of what is chosen, or of the whole text where nothing is. */
export function next(step: 1 | -1): void {
  if (evidence(here.id).length > 1) return walk(step);
  const at = claims.has(here.id) ? model.claims.findIndex((claim) => claim.id === here.id) : step > 0 ? -1 : 0;
  const found = model.claims.at((at + step) % (model.claims.length || 1));
  if (found) select(found.id);
}
