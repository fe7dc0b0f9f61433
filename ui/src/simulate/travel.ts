// How a push travels: the difference that it makes, step by step, in some members of the ensemble.

import { drawn, heldBy, STILL, type Plan } from "./ensemble";
import { hold, net, neutral, step } from "./rule";

/** So many members are drawn as a bundle: more would not look otherwise. */
const MEMBERS = 48;
const MOST_STEPS = 24;
/** A difference that changes by less than this part of the largest one has arrived. */
const ARRIVED = 0.01;

export interface Travel {
  steps: number;
  members: number;
  /** How many members a factor has risen in, and fallen in, at a step: at [step][factor]. */
  rising: Uint8Array[];
  falling: Uint8Array[];
  /** For each step and factor the least, quarter, middle, three quarters and most of the differences. */
  spread: Float64Array[];
  /** How much of the difference is new at a step: at [step][factor], the largest of all members. */
  news: Float64Array[];
}

export const QUANTILES = 5;

export function* travel(plan: Plan): Generator<number, Travel> {
  const of = net(plan.size, plan.arrows, plan.rule);
  const held = heldBy(plan);
  const nothing = { places: [], values: [] };
  const rows: Float64Array[] = [];
  yield* drawn(plan, of, Math.min(MEMBERS, plan.members), (row) => rows.push(row));
  const fresh = (): Float64Array => neutral(plan.size, plan.transfer);
  let pairs = rows.map((): [Float64Array, Float64Array] => [fresh(), fresh()]);
  for (const [, pushed] of pairs) hold(pushed, held);
  let before = rows.map(() => new Float64Array(plan.size));
  const told: Travel = { steps: 0, members: rows.length, rising: [], falling: [], spread: [], news: [] };
  for (let count = 0; count <= MOST_STEPS; count++) {
    const apart = pairs.map(([calm, pushed]) => pushed.map((value, place) => value - calm[place]!));
    yield* look(told, apart, before, plan.size);
    if (count > 0 && settled(told)) break;
    before = apart;
    pairs = pairs.map(([calm, pushed], member): [Float64Array, Float64Array] => {
      const next: [Float64Array, Float64Array] = [new Float64Array(plan.size), new Float64Array(plan.size)];
      step(of, rows[member]!, plan.rule, plan.transfer, calm, nothing, next[0]);
      step(of, rows[member]!, plan.rule, plan.transfer, pushed, held, next[1]);
      return next;
    });
    yield count;
  }
  told.steps = told.news.length - 1;
  return told;
}

function* look(told: Travel, apart: Float64Array[], before: Float64Array[], size: number): Generator<number, void> {
  const [rising, falling] = [new Uint8Array(size), new Uint8Array(size)];
  const [spread, news] = [new Float64Array(size * QUANTILES), new Float64Array(size)];
  const values = new Float64Array(apart.length);
  for (let place = 0; place < size; place++) {
    for (let member = 0; member < apart.length; member++) {
      const value = apart[member]![place]!;
      values[member] = value;
      if (value > STILL) rising[place]!++;
      if (value < -STILL) falling[place]!++;
      news[place] = Math.max(news[place]!, Math.abs(value - before[member]![place]!));
    }
    values.sort();
    for (let part = 0; part < QUANTILES; part++) spread[place * QUANTILES + part] = values[Math.round((part * (values.length - 1)) / (QUANTILES - 1))]!;
    if (place % 1000 === 999) yield place;
  }
  told.rising.push(rising);
  told.falling.push(falling);
  told.spread.push(spread);
  told.news.push(news);
}

/** Whether nothing new comes any more: for each factor little beside the largest difference that it had. */
function settled(told: Travel): boolean {
  const last = told.news.at(-1)!;
  return last.every((news, place) => news <= STILL || news <= ARRIVED * Math.max(...told.news.map((row) => row[place]!)));
}
