// The table twin of every picture: the same data, for those who sort, copy, or do not look at pictures.

import { claims, claimsOf, evidence, links, linksAt, model, series } from "./index";
import { lineOf, wordsOf } from "./excerpts";
import { acrossRows, pairRows, sharedRows } from "./compare/says";
import { shownClaims, shownLinks, shownLoops, SURE, sureness } from "./filter.svelte";
import type { Excerpt, Voice, Whereabout } from "./model";
import { effectRows, otherwiseRows, stepRows, wayRows } from "./simulate/tables";
import { causeOf, effectOf, labelOf, listed, MARKS, POLARITIES, unitOf, verbOf, voiceOf } from "./words";

export type Cell = string | number | null;

export interface Column<Row> {
  name: string;
  cell: (row: Row) => Cell;
  /** Numbers stand to the right, words of the text in its own type, places on one line. */
  look?: "number" | "words" | "place";
}

/** A row of whatever kind; its id is what the page chooses. `at` is its place in the order of the text. */
export interface Row {
  id: string;
}

export interface Twin {
  name: string;
  title: string;
  rows: Row[];
  columns: Column<Row>[];
}

function twin<Kind extends Row>(name: string, title: string, rows: Kind[], columns: Column<Kind>[]): Twin {
  return { name, title, rows, columns: columns as unknown as Column<Row>[] };
}

const where: Column<Row & Excerpt> = { name: "Where", cell: spot, look: "place" };
const words: Column<Row & Excerpt> = { name: "Words", cell: (row) => wordsOf(row), look: "words" };

/** Where words stand, in few characters: the document where there are several, and the line. */
export function spot(row: Excerpt): string {
  const document = model.documents.length > 1 ? `${row.document}, ` : "";
  const line = lineOf(row);
  return document + (line ? `line ${line}` : `character ${row.start}`);
}

/** A number of a series with what it says: *93% voted*. */
function numberOf(key: string, place: number): string {
  const row = series.get(key)!;
  return `${row.values[place]!.words} (${row.what})`;
}

/** The places on the map, and then the names that are on none, with the reason. */
function placeRows(): Whereabout[] {
  const { rows, unclear, unknown } = model.places!;
  const first = (row: Pick<Whereabout, "events" | "values">): string => row.events[0] ?? row.values[0]?.[0] ?? "";
  return [
    ...rows.map((row) => ({ ...row, why: row.why ? `yes: ${row.why}` : "yes" })),
    ...unclear.map((row) => ({ ...row, id: first(row), called: [row.name], why: `no: ${meanings(row.in)}` })),
    ...unknown.map((name) => ({ id: "", name, called: [name], events: [], values: [], why: "no: not in the gazetteer" })),
  ];
}

/** In which countries a name can lie: *in Greece or in the United States (2 places)*. */
export function meanings(countries: Record<string, number>): string {
  return Object.entries(countries).map(([name, count]) => `in ${name}${count > 1 ? ` (${count} places)` : ""}`).join(" or ");
}

const BUILDERS: Record<string, () => Twin> = {
  claims: () =>
    twin("claims", "Claims", shownClaims(), [
      { name: "Cause", cell: causeOf },
      { name: "Sign", cell: (claim) => MARKS[claim.sign] },
      { name: "Effect", cell: effectOf },
      { name: "Who", cell: (claim) => voiceOf(claim.voice) },
      { name: "How", cell: (claim) => claim.modality },
      { name: "Read", cell: (claim) => SURE[sureness(claim.belief)] },
      words,
      where,
    ]),
  arrows: () =>
    twin("arrows", "Arrows", shownLinks(), [
      { name: "Cause", cell: (link) => labelOf(link.cause) },
      { name: "Says", cell: verbOf },
      { name: "Effect", cell: (link) => labelOf(link.effect) },
      { name: "+", cell: (link) => link.raises.length, look: "number" },
      { name: "−", cell: (link) => link.lowers.length, look: "number" },
      { name: "?", cell: (link) => link.unclear.length, look: "number" },
      { name: "Denied", cell: (link) => link.denied.length, look: "number" },
      { name: "Sources", cell: (link) => link.sources || null, look: "number" },
      { name: "Read right", cell: (link) => link.belief || null, look: "number" },
      { name: "Who", cell: (link) => listed([...new Set(claimsOf(link).map((id) => voiceOf(claimVoice(id))))]) },
    ]),
  factors: () =>
    twin("factors", "Factors", model.factors, [
      { name: "Factor", cell: (factor) => factor.label },
      { name: "Named also", cell: (factor) => factor.names.join("; "), look: "words" },
      { name: "Why one", cell: (factor) => factor.same.join("; ") },
      { name: "Acts on", cell: (factor) => linksAt.get(factor.id)!.filter((link) => link.cause === factor.id).length, look: "number" },
      { name: "Is acted on by", cell: (factor) => linksAt.get(factor.id)!.filter((link) => link.effect === factor.id).length, look: "number" },
      { name: "Sentences", cell: (factor) => evidence(factor.id).length, look: "number" },
    ]),
  loops: () =>
    twin("loops", "Loops", shownLoops(), [
      { name: "Name", cell: (loop) => loop.name },
      { name: "What it does", cell: (loop) => POLARITIES[loop.polarity] },
      { name: "Factors", cell: (loop) => loop.factors.map((id) => labelOf(id)).join(" → ") },
      { name: "Signs", cell: (loop) => loop.links.map((id) => MARKS[links.get(id)!.sign]).join(" ") },
      { name: "Sentences", cell: (loop) => evidence(loop.id).length, look: "number" },
    ]),
  voices: () =>
    twin("voices", "Voices", model.voices, [
      { name: "Voice", cell: (voice) => voice.name },
      { name: "Claims", cell: (voice) => voice.claims, look: "number" },
      ...(["asserted", "hedged", "conditional", "counterfactual", "intended", "negated"] as const).map((modality) => ({
        name: modality[0]!.toUpperCase() + modality.slice(1),
        cell: (voice: Voice) => voice.how[modality] ?? 0,
        look: "number" as const,
      })),
      { name: "Quotations", cell: (voice) => voice.quotations, look: "number" },
    ]),
  positions: () =>
    twin("positions", "Positions", model.positions, [
      { name: "Voice", cell: (position) => voiceOf(position.voice) },
      { name: "Stands", cell: (position) => position.stance },
      { name: "On", cell: (position) => position.on },
      words,
      where,
    ]),
  timeline: () =>
    twin("timeline", "Events", model.events, [
      { name: "When", cell: (event) => event.when },
      { name: "From day", cell: (event) => (event.when ? day(event.first!) : null) },
      { name: "Told as", cell: (event) => event.told },
      words,
      { name: "Who", cell: (event) => voiceOf(event.voice) },
      { name: "How", cell: (event) => event.modality },
      where,
    ]),
  series: () =>
    twin(
      "series",
      "Values",
      model.series.flatMap((row) => row.values.map((value) => ({ ...row, ...value }))),
      [
        { name: "What", cell: (row) => row.what },
        { name: "Of", cell: (row) => row.of },
        { name: "Value", cell: (row) => row.value, look: "number" },
        { name: "Unit", cell: (row) => unitOf(row.unit) },
        where,
      ],
    ),
  places: () =>
    twin("places", "Places", placeRows(), [
      { name: "Name", cell: (row) => row.name },
      { name: "Country", cell: (row) => row.country ?? "" },
      { name: "As the text writes it", cell: (row) => row.called.join("; "), look: "words" },
      { name: "Events", cell: (row) => row.events.length, look: "number" },
      { name: "Numbers", cell: (row) => row.values.map(([key, place]) => numberOf(key, place)).join("; ") },
      { name: "On the map", cell: (row) => row.why ?? "" },
    ]),
  figures: () =>
    twin("figures", "Figures", model.figures, [
      { name: "Figure", cell: (figure) => figure.words, look: "words" },
      { name: "Value", cell: (figure) => figure.value, look: "number" },
      { name: "Unit", cell: (figure) => unitOf(figure.unit) },
      { name: "About", cell: (figure) => (figure.approximate ? "about" : "") },
      { name: "Of", cell: (figure) => figure.of, look: "words" },
      where,
    ]),
  checks: () =>
    twin(
      "checks",
      "Checks",
      model.problems.map((problem) => ({ ...problem.at[0]!, ...problem })),
      [
        { name: "Code", cell: (problem) => problem.code },
        { name: "Weight", cell: (problem) => problem.severity },
        { name: "What", cell: (problem) => problem.message },
        { name: "Words", cell: (problem) => problem.at.map(wordsOf).join(" ⟷ "), look: "words" },
        where,
      ],
    ),
  across: () => twin("across", "Links", ...acrossRows()),
  pairs: () => twin("pairs", "Passages", ...pairRows()),
  shared: () => twin("shared", "Shared factors", ...sharedRows()),
  effects: () => twin("effects", "Effects", ...effectRows()),
  ways: () => twin("ways", "Ways", ...wayRows()),
  otherwise: () => twin("otherwise", "By others", ...otherwiseRows()),
  steps: () => twin("steps", "Steps", ...stepRows()),
};

/** The tables of a view, those that hold nothing left out; a view without rows keeps its first. */
export function twins(names: readonly string[]): Twin[] {
  const made = names.flatMap((name) => BUILDERS[name]?.() ?? []);
  const full = made.filter((one) => one.rows.length > 0);
  return full.length > 0 ? full : made.slice(0, 1);
}

/** Comma separated values as Python's own form writes them: no cell that a spreadsheet would run. */
export function csv(twin: Twin, rows: Row[]): string {
  const lines = [["Id", ...twin.columns.map((column) => column.name)], ...rows.map((row) => [row.id, ...twin.columns.map((column) => column.cell(row))])];
  return lines.map((cells) => cells.map(quoted).join(",")).join("\n") + "\n";
}

function quoted(cell: Cell): string {
  let text = cell === null ? "" : String(cell);
  if (typeof cell === "string" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function claimVoice(id: string): string {
  return claims.get(id)!.voice;
}

/** A day counted as Python counts them, from the first of January of the year 1, as an ISO date. */
export function day(ordinal: number): string {
  return new Date((ordinal - 719_163) * 86_400_000).toISOString().slice(0, 10);
}

