// What is left of the claims, the links and the loops when only some of the claims are looked at.

import { claims, claimsOf, links, model } from "./index";
import type { Claim, Link, Loop, Sign } from "./model";
import { here, unfiltered } from "./selection.svelte";

/** How sure we are that we read a claim right: never how true it is. */
export const SURE = { doubt: "read with doubt", fair: "fairly sure", sure: "sure" } as const;

/** Before the id of a voice: everybody but this one. */
export const BUT = "-";

export function sureness(belief: number): keyof typeof SURE {
  return belief < 0.5 ? "doubt" : belief < 0.8 ? "fair" : "sure";
}

function passes(claim: Claim): boolean {
  const { who, how, where, when, sure } = here.only;
  if (who && (who.startsWith(BUT) ? claim.voice === who.slice(BUT.length) : claim.voice !== who)) return false;
  if (how && claim.modality !== how) return false;
  if (where && claim.section !== where) return false;
  if (when && !(when === "none" ? !claim.years : claim.years?.includes(when))) return false;
  return !sure || !(sureness(claim.belief) === "doubt" || (sure === "sure" && sureness(claim.belief) === "fair"));
}

/** A link as those claims tell it that are looked at, or nothing where too few are left. */
function narrowed(link: Link): Link | undefined {
  const kept = (ids: string[]): string[] => ids.filter((id) => passes(claims.get(id)!));
  const heaps = { raises: kept(link.raises), lowers: kept(link.lowers), unclear: kept(link.unclear), denied: kept(link.denied) };
  const sign: Sign = heaps.raises.length && !heaps.lowers.length ? "raises" : heaps.lowers.length && !heaps.raises.length ? "lowers" : "unclear";
  const left = { ...link, ...heaps, sign };
  return claimsOf(left).length >= here.only.least ? left : undefined;
}

export function shownLinks(): Link[] {
  return unfiltered() ? model.links : model.links.flatMap((link) => narrowed(link) ?? []);
}

export function shownLink(id: string): Link | undefined {
  const link = links.get(id);
  return link && !unfiltered() ? narrowed(link) : link;
}

export function shownClaims(): Claim[] {
  if (unfiltered()) return model.claims;
  const passed = model.claims.filter(passes);
  if (here.only.least === 1) return passed;
  const left = new Set(shownLinks().flatMap(claimsOf));
  return passed.filter((claim) => left.has(claim.id));
}

/** A loop stands while each of its links does. */
export function shownLoops(): Loop[] {
  if (unfiltered()) return model.loops;
  const left = new Set(shownLinks().map((link) => link.id));
  return model.loops.filter((loop) => loop.links.every((id) => left.has(id)));
}
