// The ways by which a push gets to a factor, strongest first. A way is as strong as the product of its links:
// how likely each is there, times its size. Its sign is the product of their signs.

import type { Sign } from "../model";
import type { Arrow } from "./weights";

/** Arrows one after another, from a pushed factor to the one that is asked for. */
export interface Path {
  arrows: Arrow[];
  sign: Sign;
  strength: number;
}

export interface Found {
  paths: Path[];
  /** The search was stopped: there may be more, and weaker ones only where a sign is missing. */
  stopped: boolean;
}

/** A way that is still walked, from its last arrow back. `hope` is at least the strength of all that come of it. */
interface Walk {
  at: number;
  last: { arrow: Arrow; before: Walk } | undefined;
  length: number;
  strength: number;
  hope: number;
}

const LONGEST = 10;
const MOST_STEPS = 20_000;

/** The sign of an arrow: none where its claims disagree, or none says. */
export function signOf(arrow: Arrow): Sign {
  return arrow.raising === 1 ? "raises" : arrow.raising === 0 ? "lowers" : "unclear";
}

export function times(one: Sign, other: Sign): Sign {
  if (one === "unclear" || other === "unclear") return "unclear";
  return one === other ? "raises" : "lowers";
}

/** The `most` strongest ways of each sign. A way meets no factor twice, and no other pushed one: that is held. */
export function waysTo(arrows: Arrow[], pushed: number[], end: number, most: number): Found {
  const [from, into] = [new Map<number, Arrow[]>(), new Map<number, Arrow[]>()];
  for (const arrow of arrows) {
    if (!pushed.includes(arrow.effect)) add(from, arrow.cause, arrow);
    if (!pushed.includes(arrow.effect)) add(into, arrow.effect, arrow);
  }
  const best = strengthsTo(into, end);
  const open = new Heap();
  for (const at of pushed) if (best.has(at)) open.push({ at, last: undefined, length: 0, strength: 1, hope: best.get(at)! });
  const paths: Path[] = [];
  const full = (): boolean => (["raises", "lowers", "unclear"] as const).every((sign) => count(paths, sign) >= most);
  let steps = 0;
  for (let walk = open.pop(); walk && !full() && steps < MOST_STEPS; walk = open.pop()) {
    steps++;
    if (walk.at === end) {
      const path = finished(walk);
      if (count(paths, path.sign) < most) paths.push(path);
      continue;
    }
    if (walk.length === LONGEST) continue;
    for (const arrow of from.get(walk.at) ?? []) {
      const hope = best.get(arrow.effect);
      if (hope === undefined || meets(walk, arrow.effect)) continue;
      const strength = walk.strength * weight(arrow);
      open.push({ at: arrow.effect, last: { arrow, before: walk }, length: walk.length + 1, strength, hope: strength * hope });
    }
  }
  return { paths, stopped: steps >= MOST_STEPS };
}

function count(paths: Path[], sign: Sign): number {
  return paths.filter((path) => path.sign === sign).length;
}

function add(map: Map<number, Arrow[]>, key: number, arrow: Arrow): void {
  const row = map.get(key);
  if (row) row.push(arrow);
  else map.set(key, [arrow]);
}

function weight(arrow: Arrow): number {
  return arrow.present * arrow.size;
}

function meets(walk: Walk, factor: number): boolean {
  for (let here: Walk | undefined = walk; here; here = here.last?.before) if (here.at === factor) return true;
  return false;
}

function finished(walk: Walk): Path {
  const arrows: Arrow[] = [];
  for (let here: Walk = walk; here.last; here = here.last.before) arrows.unshift(here.last.arrow);
  const sign = arrows.map(signOf).reduce(times, "raises");
  return { arrows, sign, strength: walk.strength };
}

/** For each factor that leads to the end, the strength of its strongest way there (Dijkstra 1959). */
function strengthsTo(into: Map<number, Arrow[]>, end: number): Map<number, number> {
  const best = new Map<number, number>();
  const open = new Heap();
  open.push({ at: end, last: undefined, length: 0, strength: 1, hope: 1 });
  for (let walk = open.pop(); walk; walk = open.pop()) {
    if (best.has(walk.at)) continue;
    best.set(walk.at, walk.hope);
    for (const arrow of into.get(walk.at) ?? []) {
      const hope = walk.hope * weight(arrow);
      if (!best.has(arrow.cause)) open.push({ at: arrow.cause, last: undefined, length: 0, strength: hope, hope });
    }
  }
  return best;
}

/** The walks with the most hope first; of equals the one that was found first. */
class Heap {
  readonly #rows: { walk: Walk; order: number }[] = [];
  #count = 0;

  push(walk: Walk): void {
    const rows = this.#rows;
    let at = rows.push({ walk, order: this.#count++ }) - 1;
    for (let up = (at - 1) >> 1; at > 0 && this.#before(at, up); at = up, up = (at - 1) >> 1) this.#swap(at, up);
  }

  pop(): Walk | undefined {
    const rows = this.#rows;
    if (rows.length > 1) this.#swap(0, rows.length - 1);
    const top = rows.pop()?.walk;
    for (let at = 0; ; ) {
      let least = at;
      for (const down of [2 * at + 1, 2 * at + 2]) if (down < rows.length && this.#before(down, least)) least = down;
      if (least === at) return top;
      this.#swap(at, least);
      at = least;
    }
  }

  #before(one: number, other: number): boolean {
    const [a, b] = [this.#rows[one]!, this.#rows[other]!];
    return a.walk.hope > b.walk.hope || (a.walk.hope === b.walk.hope && a.order < b.order);
  }

  #swap(one: number, other: number): void {
    const rows = this.#rows;
    [rows[one], rows[other]] = [rows[other]!, rows[one]!];
  }
}
