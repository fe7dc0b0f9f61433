// What is chosen, kept while another model comes into the page: ids of claims stay, those of arrows and factors need not.

import { evidence, factors, kindOf, linkOf, links, model, problems } from "../index";
import { here, start } from "../selection.svelte";

export interface Kept {
  kind: string;
  id: string;
  /** The claim that was looked at, and the one that comes after it in the text. */
  claim: string;
  after: string[];
  /** What a factor or a finding is called. */
  name: string;
  scroll: number;
}

export function kept(): Kept {
  const kind = kindOf(here.id);
  const claim = evidence(here.id)[here.step] ?? "";
  const at = model.claims.findIndex((one) => one.id === claim);
  const name = factors.get(here.id)?.label ?? problems.get(here.id)?.message ?? "";
  const after = model.claims.slice(at + 1).map((one) => one.id);
  return { kind, id: here.id, claim, after, name, scroll: document.getElementById("text")!.scrollTop };
}

/** Go back to the same thing in the model that is in the page now, and to the same of its sentences. */
export function restore(place: Kept): void {
  const id = again(place);
  if (id !== place.id) history.replaceState(null, "", location.hash.replace(/(^#|\/)([a-z]+\d+)(?=$|\?)/, `$1${id}`) || location.pathname);
  document.getElementById("text")!.scrollTop = place.scroll;
  start();
  const ids = evidence(here.id);
  const step = ids.indexOf(place.claim);
  here.step = step < 0 ? Math.min(here.step, Math.max(ids.length - 1, 0)) : step;
}

function again({ kind, id, claim, after, name }: Kept): string {
  const left = kindOf(claim) ? claim : (after.find((one) => kindOf(one)) ?? "");
  if (kind === "claim") return left;
  if (kind === "link") return links.has(linkOf.get(claim) ?? "") ? linkOf.get(claim)! : left;
  if (kind === "factor") return model.factors.find((factor) => factor.label === name)?.id ?? "";
  if (kind === "problem") return model.problems.find((problem) => problem.message === name)?.id ?? "";
  return kindOf(id) === kind ? id : "";
}
