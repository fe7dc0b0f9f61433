// Which sentences carry the push to the factor that is asked for.

import { claims, links } from "../index";
import type { Modality, Sign } from "../model";
import { shownLink } from "../filter.svelte";
import { here } from "../selection.svelte";
import { placeOf, running } from "./running.svelte";
import { waysTo, type Found, type Path } from "./ways";
import { STRENGTH } from "./weights";

/** So many ways are told, at least one of each sign that there is. */
const TOLD = 5;
const OF_EACH = 3;

/** The strongest ways to a factor from all that is pushed, strongest first; of each sign at least one. */
export function told(to = here.trial.to): Found {
  const { result } = running;
  const end = placeOf(to);
  if (!result || end === undefined) return { paths: [], stopped: false };
  const pushed = result.plan.pushes.map((push) => push.place);
  const { paths, stopped } = waysTo(result.plan.arrows, pushed, end, OF_EACH);
  const first = new Set((["raises", "lowers", "unclear"] as Sign[]).flatMap((sign) => paths.find((path) => path.sign === sign) ?? []));
  const room = TOLD - first.size;
  const others = paths.filter((path) => !first.has(path)).slice(0, room);
  return { paths: paths.filter((path) => first.has(path) || others.includes(path)), stopped };
}

/** The claims of a link that let it carry a push, the firmest first. */
export function sentences(link: string): string[] {
  const { raises, lowers, unclear } = shownLink(link) ?? links.get(link)!;
  const out = new Set(here.trial.out);
  const firm = (id: string): number => STRENGTH[claims.get(id)!.modality as Modality];
  return [...raises, ...lowers, ...unclear].filter((id) => firm(id) > 0 && !out.has(id)).sort((a, b) => firm(b) - firm(a));
}

/** The links of the ways that are told. */
export function carrying(paths: Path[]): Set<string> {
  return new Set(paths.flatMap((path) => path.arrows.map((arrow) => arrow.link)));
}
