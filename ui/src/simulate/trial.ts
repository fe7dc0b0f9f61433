// What a reader asks of a run, as it stands in the address: `#simulate?push=f3.up,f7.down&to=f9&rule=modified`.

import { RULES, TRANSFERS, type Rule, type Transfer } from "./rule";

/** A factor, by its id as it was written, that is held up or down; `way` is empty where the address says neither. */
export interface Push {
  factor: string;
  way: "up" | "down" | "";
}

export interface Trial {
  pushes: Push[];
  /** The factor of which the reader wants to know how a push gets there; empty for none. */
  to: string;
  /** Claims, by their ids, that are taken as not said. */
  out: string[];
  rule: Rule;
  transfer: Transfer;
  members: number;
  seed: number;
}

export const USUAL: Trial = { pushes: [], to: "", out: [], rule: "kosko", transfer: "sigmoid", members: 1000, seed: 1 };
const MOST_MEMBERS = 100_000;
const MOST_PUSHES = 100;
const MOST_OUT = 1000;

export function parsedTrial(asked: URLSearchParams): Trial {
  const words = (asked.get("push") ?? "").split(",").filter(Boolean).slice(0, MOST_PUSHES);
  return {
    pushes: words.map(pushed),
    to: asked.get("to") ?? "",
    out: [...new Set((asked.get("out") ?? "").split(",").filter(Boolean))].slice(0, MOST_OUT),
    rule: RULES.find((rule) => rule === asked.get("rule")) ?? USUAL.rule,
    transfer: TRANSFERS.find((transfer) => transfer === asked.get("transfer")) ?? USUAL.transfer,
    members: whole(asked.get("runs"), 1, MOST_MEMBERS, USUAL.members),
    seed: whole(asked.get("seed"), 0, Number.MAX_SAFE_INTEGER, USUAL.seed),
  };
}

/** The same into an address, without what is usual. */
export function writeTrial(trial: Trial, asked: URLSearchParams): void {
  if (trial.pushes.length > 0) asked.set("push", trial.pushes.map(({ factor, way }) => (way ? `${factor}.${way}` : factor)).join(","));
  if (trial.to) asked.set("to", trial.to);
  if (trial.out.length > 0) asked.set("out", trial.out.join(","));
  if (trial.rule !== USUAL.rule) asked.set("rule", trial.rule);
  if (trial.transfer !== USUAL.transfer) asked.set("transfer", trial.transfer);
  if (trial.members !== USUAL.members) asked.set("runs", String(trial.members));
  if (trial.seed !== USUAL.seed) asked.set("seed", String(trial.seed));
}

function pushed(words: string): Push {
  const at = words.lastIndexOf(".");
  const way = words.slice(at + 1);
  return at > 0 && (way === "up" || way === "down") ? { factor: words.slice(0, at), way } : { factor: words, way: "" };
}

function whole(words: string | null, least: number, most: number, usual: number): number {
  const count = Number(words ?? usual);
  return Number.isSafeInteger(count) && count >= least && count <= most ? count : usual;
}
