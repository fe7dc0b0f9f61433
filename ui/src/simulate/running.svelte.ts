// What is asked, as a plan for a run, and what came of it. The work is done in slices, so that the page answers
// meanwhile; whoever asks something else stops it.

import { shownLinks } from "../filter.svelte";
import { claims, factors, model } from "../index";
import type { Link, Model } from "../model";
import { go, here } from "../selection.svelte";
import { run, type Outcome, type Plan, type Way } from "./ensemble";
import { byRules, byVoices, type Variant } from "./otherwise";
import { fits } from "./rule";
import { travel, type Travel } from "./travel";
import type { Trial } from "./trial";
import { arrowsOf, type Arrow } from "./weights";

/** The work pauses after so many milliseconds: less than a picture of sixty in a second. */
const SLICE = 10;

/** Why nothing can be run, or what is left out of the run. */
export interface Troubles {
  /** Pushes on what is no factor of this text. */
  unknown: string[];
  /** Pushes that do not say which way. */
  wayless: string[];
  /** Factors that are pushed up and down at once. */
  torn: string[];
  /** The rule does not take the states of this transfer. */
  unfit: boolean;
}

export interface Result extends Outcome {
  of: Model;
  plan: Plan;
  travel: Travel;
}

class Running {
  /** How many members of the ensemble are done; meaningful while `busy`. */
  done = $state(0);
  busy = $state(false);
  #result = $state.raw<Result | undefined>(undefined);

  /** What came of the plan that was asked last, or undefined while it is worked on, or for another model. */
  get result(): Result | undefined {
    return this.#result?.of === model ? this.#result : undefined;
  }
  set result(result: Result | undefined) {
    this.#result = result;
  }

  /** What would come of it for the factor that is asked for by other claims or rules, as far as it is known. */
  otherwise = $state.raw<{ to: string; of: Result; variants: Variant[] } | undefined>(undefined);
}

export const running = new Running();
let asked = "";
let askedOf: Model | undefined;

export function placeOf(id: string): number {
  return places().get(id)!;
}

let placed: { of: unknown; map: Map<string, number> } | undefined;

function places(): Map<string, number> {
  if (placed?.of !== model) placed = { of: model, map: new Map(model.factors.map((factor, place) => [factor.id, place])) };
  return placed.map;
}

/** The links of the claims that are looked at, without those that are left out of the run. */
export function trialLinks(): Link[] {
  const out = new Set(here.trial.out);
  if (out.size === 0) return shownLinks();
  const kept = (ids: string[]): string[] => ids.filter((id) => !out.has(id));
  return shownLinks().map((link) => ({ ...link, raises: kept(link.raises), lowers: kept(link.lowers), unclear: kept(link.unclear), denied: kept(link.denied) }));
}

/** The links that can be run. */
export function arrows(): Arrow[] {
  return arrowsOf(trialLinks(), places(), (id) => claims.get(id)!.modality);
}

/** Take a claim as not said, or take it back. */
export function leaveOut(claim: string): void {
  const { out } = here.trial;
  ask({ out: out.includes(claim) ? out.filter((id) => id !== claim) : [...out, claim] });
}

export function troubles(trial: Trial = here.trial): Troubles {
  const unknown = trial.pushes.filter((push) => !factors.has(push.factor));
  const known = trial.pushes.filter((push) => factors.has(push.factor));
  const ways = (factor: string): Set<string> => new Set(known.filter((push) => push.factor === factor && push.way).map((push) => push.way));
  return {
    unknown: [...new Set(unknown.map((push) => push.factor))],
    wayless: [...new Set(known.filter((push) => !push.way).map((push) => push.factor))],
    torn: [...new Set(known.map((push) => push.factor))].filter((factor) => ways(factor).size > 1),
    unfit: !fits(trial.rule, trial.transfer),
  };
}

/** The plan of what is asked, or nothing where it can not be run. */
function planned(): Plan | undefined {
  const { torn, unfit } = troubles();
  const ways = new Map(here.trial.pushes.filter((push) => push.way && factors.has(push.factor)).map((push) => [push.factor, push.way as Way]));
  if (ways.size === 0 || torn.length > 0 || unfit) return undefined;
  const { rule, transfer, members, seed } = here.trial;
  const pushes = [...ways].map(([factor, way]) => ({ place: placeOf(factor), way }));
  return { size: model.factors.length, arrows: arrows(), pushes, rule, transfer, members, seed };
}

/** Keep the result to what is asked; called in an effect, which calls it again when that changes. */
export function attend(): void {
  if (here.tab !== "simulate") return;
  const plan = planned();
  const key = plan ? JSON.stringify(plan) : "";
  if (key === asked && askedOf === model) return;
  [asked, askedOf] = [key, model];
  running.result = undefined;
  running.done = 0;
  running.busy = plan !== undefined;
  if (plan) void work(plan, key);
}

/** The same for the factor that is asked for: what other claims and rules would say of it. */
export function weigh(): void {
  const { result, otherwise } = running;
  const { to } = here.trial;
  if (here.tab !== "simulate" || !result || !factors.has(to) || (otherwise?.to === to && otherwise.of === result)) return;
  running.otherwise = { to, of: result, variants: [] };
  void compare(to, result);
}

async function compare(to: string, result: Result): Promise<void> {
  const wanted = (): boolean => running.otherwise?.to === to && running.otherwise.of === result && running.result === result;
  const place = placeOf(to);
  const asked = here.only.who ? [] : byVoices(result.plan, place, trialLinks());
  for (const { kind, name, plan } of [...asked, ...byRules(result.plan)]) {
    const outcome = await sliced(run(plan), wanted);
    if (!outcome) return;
    running.otherwise = { to, of: result, variants: [...running.otherwise!.variants, { kind, name, effect: outcome.effects[place]! }] };
  }
}

async function work(plan: Plan, key: string): Promise<void> {
  const of = model;
  const wanted = (): boolean => asked === key && askedOf === of;
  const outcome = await sliced(run(plan), wanted, (done) => (running.done = Math.max(running.done, done)));
  const bundle = outcome && (await sliced(travel(plan), wanted));
  if (!outcome || !bundle) return;
  running.result = { ...outcome, of, plan, travel: bundle };
  running.busy = false;
}

/** The result of some work, or nothing where it is not wanted any more. */
async function sliced<Kind>(steps: Generator<number, Kind>, wanted: () => boolean, tell?: (done: number) => void): Promise<Kind | undefined> {
  while (wanted()) {
    const until = performance.now() + SLICE;
    let done = 0;
    do {
      const next = steps.next();
      if (next.done) return next.value;
      done = next.value;
    } while (performance.now() < until);
    tell?.(done);
    await breath();
  }
  return undefined;
}

/** Until the browser has done what else there is to do. Timers are slower than messages when they are many. */
function breath(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

/** Hold a factor, turn its push round, or let it go. */
export function push(factor: string, way: Way | ""): void {
  const others = here.trial.pushes.filter((one) => one.factor !== factor);
  const at = here.trial.pushes.findIndex((one) => one.factor === factor);
  const pushes = way ? others.toSpliced(at < 0 ? others.length : at, 0, { factor, way }) : others;
  go({ trial: { ...here.trial, pushes } });
}

export function ask(to: Partial<Trial>): void {
  go({ trial: { ...here.trial, ...to } });
}

/** Which way a factor is pushed; empty for not at all. */
export function wayOf(factor: string): Way | "" {
  return here.trial.pushes.find((one) => one.factor === factor)?.way ?? "";
}
