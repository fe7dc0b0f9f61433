// The table twins of a run: what came of the pushes, by which ways, and step by step.

import { here } from "../selection.svelte";
import { spot, type Column, type Row } from "../tables";
import { labelOf, MARKS, voiceOf } from "../words";
import { wordsOf } from "../excerpts";
import { claims, links, model } from "../index";
import { QUANTILES } from "./travel";
import { running } from "./running.svelte";
import type { Variant } from "./otherwise";
import { verdict, VERDICTS } from "./says";
import { sentences, told } from "./carried";

type Table<Kind extends Row> = [rows: Kind[], columns: Column<Kind>[]];

interface EffectRow extends Row {
  place: number;
}

export function effectRows(): Table<EffectRow> {
  const { result } = running;
  const pushed = new Set(result?.plan.pushes.map((push) => push.place));
  const of = (row: EffectRow) => result!.effects[row.place]!;
  const rows = result ? model.factors.map((factor, place) => ({ id: factor.id, place })).filter((row) => !pushed.has(row.place)) : [];
  rows.sort((a, b) => of(a).stays - of(b).stays || a.place - b.place);
  const number = (name: string, cell: (row: EffectRow) => number): Column<EffectRow> => ({ name, cell, look: "number" });
  return [
    rows,
    [
      { name: "Factor", cell: (row) => labelOf(row.id) },
      { name: "What it does", cell: (row) => VERDICTS[verdict(of(row))] },
      number("Rises", (row) => of(row).rises),
      number("Falls", (row) => of(row).falls),
      number("Stays", (row) => of(row).stays),
      number("Least", (row) => of(row).least),
      number("Middle", (row) => of(row).middle),
      number("Most", (row) => of(row).most),
    ],
  ];
}

interface WayRow extends Row {
  way: number;
  sign: string;
  link: string;
  claim: string;
}

/** The sentences that carry the push to the factor that is asked for, in the order of the ways. */
export function wayRows(): Table<WayRow> {
  const paths = running.result && here.trial.to ? told().paths : [];
  const rows = paths.flatMap((path, way) =>
    path.arrows.flatMap(({ link }) => sentences(link).map((claim) => ({ id: claim, way: way + 1, sign: MARKS[path.sign], link, claim }))),
  );
  return [
    rows,
    [
      { name: "Way", cell: (row) => row.way, look: "number" },
      { name: "Sign", cell: (row) => row.sign },
      { name: "Cause", cell: (row) => labelOf(links.get(row.link)!.cause) },
      { name: "Says", cell: (row) => claims.get(row.claim)!.sign },
      { name: "Effect", cell: (row) => labelOf(links.get(row.link)!.effect) },
      { name: "Who", cell: (row) => voiceOf(claims.get(row.claim)!.voice) },
      { name: "How", cell: (row) => claims.get(row.claim)!.modality },
      { name: "Words", cell: (row) => wordsOf(claims.get(row.claim)!), look: "words" },
      { name: "Where", cell: (row) => spot(claims.get(row.claim)!), look: "place" },
    ],
  ];
}

interface OtherRow extends Row {
  variant: Variant;
}

/** What other claims and other rules say of the factor that is asked for. */
export function otherwiseRows(): Table<OtherRow> {
  const { otherwise } = running;
  const rows = otherwise && otherwise.to === here.trial.to ? otherwise.variants.map((variant) => ({ id: otherwise.to, variant })) : [];
  return [
    rows,
    [
      { name: "Factor", cell: (row) => labelOf(row.id) },
      { name: "By", cell: (row) => (row.variant.kind === "rule" ? "rule" : "claims") },
      { name: "Which", cell: (row) => row.variant.name },
      { name: "What it does", cell: (row) => VERDICTS[verdict(row.variant.effect)] },
      { name: "Rises", cell: (row) => row.variant.effect.rises, look: "number" },
      { name: "Falls", cell: (row) => row.variant.effect.falls, look: "number" },
      { name: "Stays", cell: (row) => row.variant.effect.stays, look: "number" },
    ],
  ];
}

interface StepRow extends Row {
  place: number;
  step: number;
}

/** The small charts as numbers: only factors that move. */
export function stepRows(): Table<StepRow> {
  const travel = running.result?.travel;
  const rows = travel
    ? model.factors.flatMap((factor, place) => {
        const moves = travel.news.some((row) => row[place]! > 0);
        return moves ? travel.news.map((_, step) => ({ id: factor.id, place, step })) : [];
      })
    : [];
  const part = (row: StepRow, which: number): number => travel!.spread[row.step]![row.place * QUANTILES + which]!;
  return [
    rows,
    [
      { name: "Factor", cell: (row) => labelOf(row.id) },
      { name: "Step", cell: (row) => row.step, look: "number" },
      { name: "Risen", cell: (row) => travel!.rising[row.step]![row.place]! / travel!.members, look: "number" },
      { name: "Fallen", cell: (row) => travel!.falling[row.step]![row.place]! / travel!.members, look: "number" },
      { name: "Least", cell: (row) => part(row, 0), look: "number" },
      { name: "Middle", cell: (row) => part(row, 2), look: "number" },
      { name: "Most", cell: (row) => part(row, 4), look: "number" },
    ],
  ];
}
