// Whether it is proved that every map of an ensemble has one resting point, to which every start leads: the same
// bound as in src/armillary/simulate/fcm.py, which tells why it holds.

import type { Net, Rule, Transfer } from "./rule";

const SLOPE: Partial<Record<Transfer, number>> = { sigmoid: 0.25, tanh: 1 };
const ROUNDS = 60;
const SHIFT = 1e-3;

/** `sizes`: for each arrow of the net the largest size that any map gave it. False means *not proved*. */
export function oneRestingPoint(of: Net, sizes: Float64Array, rule: Rule, transfer: Transfer): boolean {
  const slope = SLOPE[transfer];
  if (slope === undefined) return false;
  return slope * normAtMost(of, sizes, rule === "kosko" ? 0 : 1) * (rule === "rescaled" ? 2 : 1) < 1;
}

/** An upper bound of the spectral norm of the matrix plus `own` times the identity (Collatz 1942, Wielandt 1950). */
function normAtMost(of: Net, sizes: Float64Array, own: number): number {
  let x = new Float64Array(of.size).fill(1);
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const there = x.map((value) => own * value);
    for (let arrow = 0; arrow < sizes.length; arrow++) there[of.effects[arrow]!]! += sizes[arrow]! * x[of.causes[arrow]!]!;
    const after = x.map((value, place) => own * there[place]! + SHIFT * value);
    for (let arrow = 0; arrow < sizes.length; arrow++) after[of.causes[arrow]!]! += sizes[arrow]! * there[of.effects[arrow]!]!;
    let [ratio, most] = [0, SHIFT];
    for (let place = 0; place < of.size; place++) {
      ratio = Math.max(ratio, after[place]! / x[place]!);
      most = Math.max(most, after[place]!);
    }
    best = Math.min(best, ratio);
    x = after.map((value) => value / most + 1e-12);
  }
  return Math.sqrt(Math.max(best, 0));
}
