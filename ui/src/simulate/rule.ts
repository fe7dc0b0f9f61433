// Fuzzy cognitive maps, by the same rules as src/armillary/simulate/fcm.py: one map at a time. Both are held to
// one file of test vectors. The formulas and their sources stand there and in docs/simulation.md.

export const RULES = ["kosko", "modified", "rescaled"] as const;
export const TRANSFERS = ["sigmoid", "tanh", "bivalent", "trivalent"] as const;
export type Rule = (typeof RULES)[number];
export type Transfer = (typeof TRANSFERS)[number];

/** Two states this near in every factor are one. */
const NEAR = 1e-9;
const MOST_STEPS = 300;
const LONGEST_PERIOD = 64;

/** Arrows between `size` factors, sorted by their effect. Weights are kept apart: each map has its own. */
export interface Net {
  size: number;
  causes: Int32Array;
  effects: Int32Array;
  /** For each arrow its place among those that the net was made of. */
  places: Int32Array;
}

/** Factors, by their places, that stay at their values in every step. */
export interface Held {
  places: number[];
  values: number[];
}

/** Where a map ended: `level` is the mean over its cycle, or over the last steps. `period`: 1 at rest, more in a cycle, 0 for neither. */
export interface End {
  level: Float64Array;
  period: number;
  step: number;
}

/** States from 0 to 1, and not from −1 to 1. */
export function positive(transfer: Transfer): boolean {
  return transfer === "sigmoid" || transfer === "bivalent";
}

/** Whether the rule takes the states of this transfer. */
export function fits(rule: Rule, transfer: Transfer): boolean {
  return rule !== "rescaled" || positive(transfer);
}

/** The net of these arrows. All rules but Kosko's leave out arrows from a factor to itself. */
export function net(size: number, arrows: { cause: number; effect: number }[], rule: Rule): Net {
  const kept = arrows.map((_, place) => place).filter((place) => rule === "kosko" || arrows[place]!.cause !== arrows[place]!.effect);
  kept.sort((a, b) => arrows[a]!.effect - arrows[b]!.effect || a - b);
  return {
    size,
    causes: Int32Array.from(kept, (place) => arrows[place]!.cause),
    effects: Int32Array.from(kept, (place) => arrows[place]!.effect),
    places: Int32Array.from(kept),
  };
}

export function transferred(inflow: number, transfer: Transfer): number {
  if (transfer === "sigmoid") return 0.5 + 0.5 * Math.tanh(0.5 * inflow);
  if (transfer === "tanh") return Math.tanh(inflow);
  return transfer === "bivalent" ? Number(inflow > 0) : Math.sign(inflow);
}

/** The state after `state`, into `after`. */
export function step(of: Net, weights: Float64Array, rule: Rule, transfer: Transfer, state: Float64Array, held: Held, after: Float64Array): void {
  const { size, causes, effects } = of;
  const centred = rule === "rescaled";
  after.fill(0);
  for (let arrow = 0; arrow < causes.length; arrow++) {
    const from = state[causes[arrow]!]!;
    after[effects[arrow]!]! += weights[arrow]! * (centred ? 2 * from - 1 : from);
  }
  for (let place = 0; place < size; place++) {
    const own = rule === "kosko" ? 0 : centred ? 2 * state[place]! - 1 : state[place]!;
    after[place] = transferred(own + after[place]!, transfer);
  }
  hold(after, held);
}

export function hold(state: Float64Array, held: Held): void {
  held.places.forEach((place, which) => (state[place] = held.values[which]!));
}

/** The state where nothing is known: in the middle. */
export function neutral(size: number, transfer: Transfer): Float64Array {
  return new Float64Array(size).fill(positive(transfer) ? 0.5 : 0);
}

/** Step until the map rests; told apart are rest, a cycle, and neither. */
export function settle(of: Net, weights: Float64Array, rule: Rule, transfer: Transfer, start: Float64Array, held: Held): End {
  let state = start.slice();
  let after = new Float64Array(of.size);
  hold(state, held);
  for (let count = 1; count <= MOST_STEPS; count++) {
    step(of, weights, rule, transfer, state, held, after);
    const rests = apart(after, state) <= NEAR;
    [state, after] = [after, state];
    if (rests) return { level: state, period: 1, step: count };
  }
  return { ...cycle(of, weights, rule, transfer, state, held), step: MOST_STEPS };
}

function cycle(of: Net, weights: Float64Array, rule: Rule, transfer: Transfer, first: Float64Array, held: Held): { level: Float64Array; period: number } {
  const level = new Float64Array(of.size);
  let state = first.slice();
  let after = new Float64Array(of.size);
  for (let length = 1; length <= LONGEST_PERIOD; length++) {
    for (let place = 0; place < of.size; place++) level[place]! += state[place]!;
    step(of, weights, rule, transfer, state, held, after);
    [state, after] = [after, state];
    if (apart(state, first) <= NEAR) return { level: level.map((sum) => sum / length), period: length };
  }
  return { level: level.map((sum) => sum / LONGEST_PERIOD), period: 0 };
}

/** The largest difference between two states. */
function apart(one: Float64Array, other: Float64Array): number {
  let most = 0;
  for (let place = 0; place < one.length; place++) most = Math.max(most, Math.abs(one[place]! - other[place]!));
  return most;
}
