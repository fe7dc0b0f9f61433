// Which step of a run the map shows, and the wish to see the push travel. Without motion it is stepped by hand.

import { model } from "../index";
import { running } from "./running.svelte";
import { settled, verdict } from "./says";
import type { Arrow } from "./weights";

const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
/** How long a push is on its way along an arrow. */
export const PACE = 800;
/** An arrow carries something where at least this part of its cause's largest change is new. */
const NEW = 0.1;

class Player {
  /** The step that is shown; beyond the last one, the end of the run. */
  step = $state(Infinity);
  playing = $state(false);
  still = $state(calm.matches);
  #timer = 0;

  get last(): number {
    return running.result?.travel.steps ?? 0;
  }

  get at(): number {
    return Math.min(this.step, this.last);
  }

  to(step: number): void {
    this.pause();
    this.step = Math.max(0, Math.min(step, this.last));
  }

  play(): void {
    this.pause();
    this.playing = true;
    this.step = 0;
    this.#timer = window.setInterval(() => {
      if (this.step < this.last) this.step++;
      if (this.step >= this.last) this.pause();
    }, PACE);
  }

  pause(): void {
    window.clearInterval(this.#timer);
    this.playing = false;
  }

  /** A new run is shown from its beginning, or at its end where nothing should move. */
  begin(): void {
    this.pause();
    if (this.still) this.step = Infinity;
    else this.play();
  }
}

export const player = new Player();
calm.addEventListener("change", (change) => (player.still = change.matches));

/** The arrows on which something new is on its way from this step to the next. */
export function live(step: number): Arrow[] {
  const { result } = running;
  const news = result?.travel.news[step];
  if (!result || !news || step >= result.travel.steps) return [];
  const peak = (place: number): number => Math.max(...result.travel.news.map((row) => row[place]!));
  const pushed = new Set(result.plan.pushes.map((push) => push.place));
  return result.plan.arrows.filter(({ cause, effect }) => news[cause]! > 0 && news[cause]! >= NEW * peak(cause) && !pushed.has(effect));
}

export type Moved = "raises" | "lowers" | "unclear" | "";

/** Which way a factor has moved by a step, in two thirds of the maps or more; unclear where they differ. At the end as all maps say. */
export function moved(place: number, step: number): Moved {
  const { result } = running;
  if (!result) return "";
  const { rising, falling, members } = result.travel;
  const push = result.plan.pushes.find((one) => one.place === place);
  if (push) return push.way === "up" ? "raises" : "lowers";
  if (step === result.travel.steps) {
    const word = verdict(result.effects[place]!);
    return word === "stays" ? "" : settled(word);
  }
  const [up, down] = [rising[step]![place]!, falling[step]![place]!];
  if (up + down === 0) return "";
  if (3 * up >= 2 * members) return "raises";
  return 3 * down >= 2 * members ? "lowers" : "unclear";
}

/** The factors that move at this very step for the first time, for those who do not see the map. */
export function arrivals(step: number): string[] {
  const travel = running.result?.travel;
  if (!travel) return [];
  return model.factors
    .filter((_, place) => {
      const first = travel.rising.findIndex((row, at) => row[place]! + travel.falling[at]![place]! > 0);
      return first === step;
    })
    .map((factor) => factor.label);
}
