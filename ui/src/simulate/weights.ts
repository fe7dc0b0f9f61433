// Links as weighted arrows, by the rule of src/armillary/weights.py. Its numbers were chosen, not measured: a
// text gives directions, seldom sizes. That is why nothing is shown for one set of weights alone.

import type { Link, Modality } from "../model";

/** How much a claim counts for its link. What is only intended is not said to come about; a denial counts against. */
export const STRENGTH: Record<Modality, number> = {
  asserted: 1,
  hedged: 0.5,
  conditional: 0.5,
  counterfactual: 0.5,
  intended: 0,
  negated: 0,
};

/** `raising`: the probability that it raises. `present`: that it is there at all. `size` lies between 0 and 1. */
export interface Arrow {
  link: string;
  cause: number;
  effect: number;
  size: number;
  raising: number;
  present: number;
}

/** The arrows of these links, in their order. Links hold the claims that count, and no others. */
export function arrowsOf(links: Link[], place: Map<string, number>, modality: (claim: string) => Modality): Arrow[] {
  return links.flatMap((link) => arrow(link, place, modality) ?? []);
}

function arrow(link: Link, place: Map<string, number>, modality: (claim: string) => Modality): Arrow | undefined {
  const strengths = (ids: string[]): number[] => ids.map((id) => STRENGTH[modality(id)]);
  const [raises, lowers, unclear] = [strengths(link.raises), strengths(link.lowers), strengths(link.unclear)];
  const all = [...raises, ...lowers, ...unclear];
  const [up, down, total] = [sum(raises), sum(lowers), sum(all)];
  if (total === 0) return undefined;
  return {
    link: link.id,
    cause: place.get(link.cause)!,
    effect: place.get(link.effect)!,
    size: total / (1 + total),
    raising: up + down > 0 ? up / (up + down) : 0.5,
    present: (Math.max(...all) * total) / (total + link.denied.length),
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
