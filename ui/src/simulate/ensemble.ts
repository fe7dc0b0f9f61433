// An ensemble: the same pushes on many maps that differ in what the text leaves open. The same maps are drawn as
// in src/armillary/simulate/ensemble.py: for each arrow its size, its sign, and whether it is there.

import { oneRestingPoint } from "./certificate";
import { Draws } from "./draws";
import { net, neutral, positive, settle, type End, type Held, type Net, type Rule, type Transfer } from "./rule";
import type { Arrow } from "./weights";

export type Way = "up" | "down";

/** All that a run depends on. `pushes` are by the places of factors. */
export interface Plan {
  size: number;
  arrows: Arrow[];
  pushes: { place: number; way: Way }[];
  rule: Rule;
  transfer: Transfer;
  members: number;
  seed: number;
}

/** Shares of the members, which sum to 1; the differences are in units of the state, for their order alone. */
export interface Effect {
  rises: number;
  falls: number;
  stays: number;
  least: number;
  middle: number;
  most: number;
}

export interface Outcome {
  /** One for each factor; of those that are pushed too. */
  effects: Effect[];
  endings: { steady: number; cycles: number; neither: number; lastStep: number; longestPeriod: number };
  certified: boolean;
}

/** A difference no larger than this counts as *stays*. */
export const STILL = 1e-6;
const SPREAD = 0.5;
/** Members are drawn in batches of at most so many weights, as in Python: the order of the draws depends on it. */
const MOST_NUMBERS = 4_000_000;
/** So many weights are drawn at once, between two looks at the clock. */
const AT_ONCE = 20_000;

/** Each member in turn, with its weights in the order of the net. It pauses with the number of members done. */
export function* drawn(plan: Plan, of: Net, members: number, each: (weights: Float64Array, member: number) => void): Generator<number, void> {
  const draws = new Draws(plan.seed);
  const batch = Math.max(1, Math.min(plan.members, Math.floor(MOST_NUMBERS / Math.max(plan.arrows.length, plan.size, 1))));
  const chunk = Math.max(4, 4 * Math.floor(AT_ONCE / 4 / Math.max(plan.arrows.length, 1)));
  for (let member = 0; member < members; ) {
    const first = member - (member % batch);
    const inBatch = Math.min(batch, plan.members - first);
    const count = Math.min(chunk, first + inBatch - member, members - member);
    const start = 3 * first * plan.arrows.length + (member - first);
    const rows = yield* weights(plan, of, draws, start, inBatch, count, member);
    for (const row of rows) {
      each(row, member++);
      yield member;
    }
  }
}

/** The weights of some members that stand beside one another. Each kind of draw fills a block, an arrow a row of it. */
function* weights(plan: Plan, of: Net, draws: Draws, start: number, inBatch: number, count: number, done: number): Generator<number, Float64Array[]> {
  const rows = Array.from({ length: count }, () => new Float64Array(of.places.length));
  const block = plan.arrows.length * inBatch;
  for (let place = 0; place < of.places.length; place++) {
    const arrow = plan.arrows[of.places[place]!]!;
    const at = start + of.places[place]! * inBatch;
    for (let row = 0; row < count; row++) rows[row]![place] = Math.min(1, arrow.size * (1 - SPREAD + 2 * SPREAD * draws.at(at + row)));
    for (let row = 0; row < count; row++) if (draws.at(at + block + row) >= arrow.raising) rows[row]![place]! *= -1;
    for (let row = 0; row < count; row++) if (draws.at(at + 2 * block + row) >= arrow.present) rows[row]![place] = 0;
    if (place % 1000 === 999) yield done;
  }
  return rows;
}

/** What the pushes hold. */
export function heldBy(plan: Plan): Held {
  const low = positive(plan.transfer) ? 0 : -1;
  return { places: plan.pushes.map((push) => push.place), values: plan.pushes.map((push) => (push.way === "up" ? 1 : low)) };
}

/** Run all members with the pushes and without them. The difference of their ends is the effect. */
export function* run(plan: Plan): Generator<number, Outcome> {
  const of = net(plan.size, plan.arrows, plan.rule);
  const [start, held, nothing] = [neutral(plan.size, plan.transfer), heldBy(plan), { places: [], values: [] }];
  const changes = Array.from({ length: plan.size }, () => new Float64Array(plan.members));
  const most = new Float64Array(of.places.length);
  const ends: [End, End][] = [];
  yield* drawn(plan, of, plan.members, (row, member) => {
    const before = settle(of, row, plan.rule, plan.transfer, start, nothing);
    const after = settle(of, row, plan.rule, plan.transfer, start, held);
    for (let place = 0; place < plan.size; place++) changes[place]![member] = after.level[place]! - before.level[place]!;
    for (let place = 0; place < row.length; place++) most[place] = Math.max(most[place]!, Math.abs(row[place]!));
    ends.push([{ ...before, level: NONE }, { ...after, level: NONE }]);
  });
  const effects: Effect[] = [];
  for (const change of changes) {
    effects.push(effect(change));
    yield plan.members;
  }
  return { effects, endings: endings(ends), certified: oneRestingPoint(of, most, plan.rule, plan.transfer) };
}

const NONE = new Float64Array(0);

function effect(change: Float64Array): Effect {
  const count = change.length;
  const sorted = change.slice().sort();
  const share = (passes: (value: number) => boolean): number => change.reduce((sum, value) => sum + Number(passes(value)), 0) / count;
  return {
    rises: share((value) => value > STILL),
    falls: share((value) => value < -STILL),
    stays: share((value) => Math.abs(value) <= STILL),
    least: sorted[0]!,
    middle: (sorted[(count - 1) >> 1]! + sorted[count >> 1]!) / 2,
    most: sorted[count - 1]!,
  };
}

/** Of each member the worse of its two ends. */
function endings(ends: [End, End][]): Outcome["endings"] {
  const told = { steady: 0, cycles: 0, neither: 0, lastStep: 0, longestPeriod: 0 };
  for (const [before, after] of ends) {
    const period = before.period === 0 || after.period === 0 ? 0 : Math.max(before.period, after.period);
    if (period === 0) told.neither++;
    else if (period === 1) {
      told.steady++;
      told.lastStep = Math.max(told.lastStep, before.step, after.step);
    } else {
      told.cycles++;
      told.longestPeriod = Math.max(told.longestPeriod, period);
    }
  }
  return told;
}

/** Run to the end without pausing. */
export function finished<Result>(work: Generator<number, Result>): Result {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
