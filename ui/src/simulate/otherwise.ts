// How much an answer hangs on whose claims are taken, and on the rule: the same pushes, run otherwise.

import { claims, claimsOf, model, voices } from "../index";
import type { Link } from "../model";
import type { Effect, Plan } from "./ensemble";
import { fits, RULES, TRANSFERS } from "./rule";
import { arrowsOf } from "./weights";

export interface Variant {
  kind: "only" | "but" | "rule";
  name: string;
  effect: Effect;
}

export type Asked = Omit<Variant, "effect"> & { plan: Plan };

/** Fewer maps than for the answer itself: these are asked many at a time. */
const MEMBERS = 200;
const MEMBERS_OF_MANY_ARROWS = 40;
const MANY_ARROWS = 500;
const MOST_VOICES = 8;

function fewer(plan: Plan): Plan {
  return { ...plan, members: Math.min(plan.members, plan.arrows.length > MANY_ARROWS ? MEMBERS_OF_MANY_ARROWS : MEMBERS) };
}

/** All rules and transfers but the one that the plan has. */
export function byRules(plan: Plan): Asked[] {
  return RULES.flatMap((rule) => TRANSFERS.map((transfer) => ({ rule, transfer })))
    .filter(({ rule, transfer }) => fits(rule, transfer) && !(rule === plan.rule && transfer === plan.transfer))
    .map(({ rule, transfer }) => ({ kind: "rule", name: `${rule}, ${transfer}`, plan: { ...fewer(plan), rule, transfer } }));
}

/** Each voice alone, and all but it; only voices that have a say on some way from a push to the factor. */
export function byVoices(plan: Plan, end: number, links: Link[]): Asked[] {
  const between = new Set(onTheWay(plan, end));
  const saying = new Set(links.filter((link) => between.has(link.id)).flatMap((link) => claimsOf(link).map((id) => claims.get(id)!.voice)));
  if (saying.size < 2) return [];
  const kept = model.voices.filter((voice) => saying.has(voice.id)).slice(0, MOST_VOICES);
  return kept.flatMap(({ id }): Asked[] => [
    { kind: "only", name: `${voices.get(id)!.name} alone`, plan: narrowed(plan, links, (voice) => voice === id) },
    { kind: "but", name: `all but ${voices.get(id)!.name}`, plan: narrowed(plan, links, (voice) => voice !== id) },
  ]);
}

function narrowed(plan: Plan, links: Link[], keeps: (voice: string) => boolean): Plan {
  const kept = (ids: string[]): string[] => ids.filter((id) => keeps(claims.get(id)!.voice));
  const place = new Map(model.factors.map((factor, at) => [factor.id, at]));
  const left = links.map((link) => ({ ...link, raises: kept(link.raises), lowers: kept(link.lowers), unclear: kept(link.unclear), denied: kept(link.denied) }));
  return { ...fewer(plan), arrows: arrowsOf(left, place, (id) => claims.get(id)!.modality) };
}

/** The links that can be reached from a push, and from which the factor can be reached. */
function onTheWay(plan: Plan, end: number): string[] {
  const forth = reached(plan, plan.pushes.map((push) => push.place), (arrow) => [arrow.cause, arrow.effect]);
  const back = reached(plan, [end], (arrow) => [arrow.effect, arrow.cause]);
  return plan.arrows.filter((arrow) => forth.has(arrow.cause) && back.has(arrow.effect)).map((arrow) => arrow.link);
}

function reached(plan: Plan, starts: number[], ends: (arrow: Plan["arrows"][number]) => [number, number]): Set<number> {
  const ways = new Map<number, number[]>();
  for (const arrow of plan.arrows) {
    const [from, to] = ends(arrow);
    ways.set(from, [...(ways.get(from) ?? []), to]);
  }
  const seen = new Set(starts);
  for (const at of seen) for (const to of ways.get(at) ?? []) seen.add(to);
  return seen;
}
