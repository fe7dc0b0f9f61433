// What was said of this document, and how it is said: every correction goes to the file beside the document at once.

import { model } from "../index";
import type { Claim, Modality, Sign } from "../model";
import type { CarriedModel } from "../unpack";
import type { Listing } from "./shelf";

export interface Line {
  id: string;
  mark: string;
  verdict: "" | "accepted" | "rejected" | "added";
  changes: string[];
  because: string;
  /** Whether the model holds it: what was rejected does not stand there. */
  stands: boolean;
  cause: string;
  effect: string;
  sign: Sign;
  modality: Modality;
  words: string;
  start: number;
}

export interface Said {
  name: string;
  file: string;
  /** Tells the review file of now from that of another time; `read` does so for the document. */
  stamp: string;
  read: string;
  changed: boolean;
  lines: Line[];
  names: { mark: string; kind: "factors" | "actors"; words: string[]; apart: boolean; because: string }[];
  asides: { mark: string; code: string; words: string; because: string; lost: string }[];
  lost: string[];
  precision: { rule: string; right: number; judged: number }[];
}

export interface Next {
  model: CarriedModel;
  articles: string;
  desk: Said;
}

/** A correction, as serve/asking.py takes it. */
export type Asked = { do: string; id?: string } & Record<string, unknown>;

interface Carried {
  desk?: Said;
  shelf?: Listing;
  opening?: string;
}

/** Milliseconds without another correction after which the map is drawn anew. */
const REST = 600;

export const carried = JSON.parse(document.getElementById("armillary-desk")?.textContent || "{}") as Carried;

export const desk: Said = $state(
  carried.desk ?? { name: "", file: "", stamp: "", read: "", changed: false, lines: [], names: [], asides: [], lost: [], precision: [] },
);

export const status = $state({
  /** How many corrections are under way. */
  saving: 0,
  /** The map, the loops and the checks are made anew. */
  drawing: false,
  /** What was done last, and what could not be done. */
  told: "",
  trouble: "",
  /** The app was ended, or does not answer. */
  gone: false,
  /** The steps of this window that can be taken back, the last one last. */
  steps: [] as number[],
});

export function lineOf(id: string): Line | undefined {
  return desk.lines.find((line) => line.id === id);
}

/** The first claim after this one, in the order of the text, of which nobody has said anything; round and round. */
export function untouchedAfter(id: string): Claim | undefined {
  const at = model.claims.findIndex((claim) => claim.id === id);
  const round = [...model.claims.slice(at + 1), ...model.claims.slice(0, Math.max(at, 0))];
  return round.find((claim) => !lineOf(claim.id));
}

/** Say something of the document. Whether it was written. */
export async function correct(asked: Asked, told: string): Promise<boolean> {
  const mark = asked.id?.startsWith("c") ? { mark: lineOf(asked.id)?.mark ?? "" } : {};
  return say("corrections", { ...asked, ...mark }, told);
}

export async function undo(): Promise<boolean> {
  const step = status.steps.at(-1);
  if (step === undefined) {
    status.told = "There is nothing of this window to take back.";
    return false;
  }
  status.steps = status.steps.slice(0, -1);
  return say("undo", { step }, "Taken back.");
}

async function say(where: string, body: object, told: string): Promise<boolean> {
  status.saving += 1;
  try {
    const answer = await fetch(where, { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
    const found = (await answer.json()) as { step?: number | null; desk?: Said; error?: string };
    if (!answer.ok || !found.desk) {
      status.trouble = found.error ?? `The app answered ${answer.status}.`;
      if (answer.status === 409) soon();
      return false;
    }
    Object.assign(desk, found.desk);
    if (found.step) status.steps = [...status.steps, found.step];
    [status.told, status.trouble, status.gone] = [told, "", false];
    soon();
    return true;
  } catch {
    [status.gone, status.trouble] = [true, "The app does not answer: this was not saved. Is `armillary serve` still running?"];
    return false;
  } finally {
    status.saving -= 1;
  }
}

let put: (next: Next) => void = () => {};
let waiting: ReturnType<typeof setTimeout> | undefined;

export function onModel(take: (next: Next) => void): void {
  put = take;
}

/** Draw the page anew from what stands in the file, as soon as nobody corrects or writes. */
function soon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void refresh(), REST);
}

/** Fetch the page anew. What was corrected meanwhile is not in it: then it is fetched once more. */
async function refresh(): Promise<void> {
  if (status.drawing || status.saving > 0 || document.querySelector("dialog[open]") || !document.getSelection()?.isCollapsed) return soon();
  status.drawing = true;
  const before = desk.stamp;
  try {
    const answer = await fetch("state");
    const next = (await answer.json()) as Next & { error?: string };
    if (!answer.ok) status.trouble = next.error ?? `The app answered ${answer.status}.`;
    else if (status.saving > 0 || desk.stamp !== before || document.querySelector("dialog[open]")) soon();
    else put(next);
  } catch {
    status.gone = true;
  } finally {
    status.drawing = false;
  }
}

/** Hear of it when a file is changed in another window, by an editor or by git. */
export function follow(): void {
  const events = new EventSource("events");
  events.onmessage = (event: MessageEvent<string>) => {
    const now = JSON.parse(event.data) as { state: string; stamp?: string; read?: string; changed?: boolean };
    status.gone = false;
    if (now.state !== "ready") return;
    if (now.read !== desk.read) return location.reload();
    desk.changed = now.changed ?? false;
    if (now.stamp === desk.stamp || status.saving > 0) return;
    status.told = `${desk.file} was changed in another window or by another program; this is how it stands now.`;
    desk.stamp = now.stamp ?? "";
    soon();
  };
  events.onerror = () => (status.gone = true);
}

/** Have the document read anew after it was changed. */
export async function readAgain(): Promise<void> {
  await fetch("read?again=1", { method: "POST" }).catch(() => undefined);
  location.reload();
}
