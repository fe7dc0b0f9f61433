// What came of a run, in words: direction, not size, and how sure.

import type { Sign } from "../model";
import { many } from "../words";
import type { Effect, Outcome } from "./ensemble";

/** From this share of the runs on, one may leave the others out of the word. Chosen, not measured. */
const NEARLY_ALL = 0.95;
const MOST = 2 / 3;

export type Verdict = "rises" | "falls" | "mostly rises" | "mostly falls" | "may rise" | "may fall" | "open" | "stays";

export const VERDICTS: Record<Verdict, string> = {
  rises: "rises",
  falls: "falls",
  "mostly rises": "rises in most runs",
  "mostly falls": "falls in most runs",
  "may rise": "rises or stays",
  "may fall": "falls or stays",
  open: "may rise or fall: the claims do not settle it",
  stays: "stays",
};

export function verdict(effect: Effect): Verdict {
  const { rises, falls, stays } = effect;
  if (stays === 1) return "stays";
  if (rises >= NEARLY_ALL) return "rises";
  if (falls >= NEARLY_ALL) return "falls";
  if (rises >= MOST) return "mostly rises";
  if (falls >= MOST) return "mostly falls";
  if (rises >= NEARLY_ALL * (rises + falls)) return "may rise";
  if (falls >= NEARLY_ALL * (rises + falls)) return "may fall";
  return "open";
}

/** The direction that a verdict leans to. */
export function leaning(word: Verdict): Sign {
  if (word.endsWith("rises") || word === "may rise") return "raises";
  return word.endsWith("falls") || word === "may fall" ? "lowers" : "unclear";
}

/** The direction that is said without reserve; what less than two thirds of the runs do is not settled. */
export function settled(word: Verdict): Sign {
  return word.startsWith("may") ? "unclear" : leaning(word);
}

export function percent(share: number): string {
  if (share > 0 && share < 0.01) return "under 1%";
  if (share > 0.99 && share < 1) return "over 99%";
  return `${Math.round(100 * share)}%`;
}

/** How an ensemble ended. */
export function ended({ endings }: Outcome, members: number): string {
  const { steady, cycles, neither, lastStep, longestPeriod } = endings;
  if (steady === members) return `All ${many(members, "run")} came to rest, the last after ${many(lastStep, "step")}.`;
  const parts = [
    steady > 0 ? `${many(steady, "run")} came to rest` : "",
    cycles > 0 ? `${many(cycles, "run")} went round and round, in up to ${longestPeriod} steps` : "",
    neither > 0 ? `${many(neither, "run")} did neither and were stopped after 300 steps` : "",
  ].filter(Boolean);
  return `${parts.join("; ")}. Where a run does not rest, we compare the mean of its last steps: read these with care, or take a gentler rule.`;
}

/** What the certificate says, and what follows from it. */
export function proved({ certified }: Outcome): string {
  return certified
    ? "It is proved that each of these maps has one resting point, to which every start leads: starting values do not matter, only pushes do."
    : "It is not proved that these maps have one resting point: from another start they might end elsewhere.";
}
