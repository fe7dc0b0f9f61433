// What a comparison says, in words and in tables.

import { claims, links, model } from "../index";
import type { Across, Pair, Sign, Standing } from "../model";
import type { Column, Row } from "../tables";
import { labelOf, listed, many, VERBS, voiceOf, wordsIn } from "../words";

/** How texts stand to a link, the sharpest difference first. */
export const STANDINGS: Record<Standing, { short: string; title: string }> = {
  flipped: { short: "with opposite signs", title: "One raises what the other lowers" },
  contradicted: { short: "contradicted", title: "Claims that contradict each other, and one text holds both" },
  denied: { short: "denied", title: "One claims it, another denies it" },
  shared: { short: "shared", title: "Both claim it" },
  missing: { short: "missing in one", title: "One draws no link, though it speaks of both" },
  alone: { short: "in one text alone", title: "Only one text speaks of both" },
};
export const WHATS: Record<Pair["what"], string> = {
  positions: "Positions that differ",
  dates: "Dates that differ",
  words: "Words that both have, the rarest first",
};

export interface Saying {
  id: string;
  sign: Sign;
  denied: boolean;
  says: string;
}

/** The claims of one text on one link, those that deny it last. */
export function sayings(side: Across["sides"][number]): Saying[] {
  return [
    ...(["raises", "lowers", "unclear"] as const).flatMap((sign) => side[sign].map((id) => ({ id, sign, denied: false, says: VERBS[sign] }))),
    ...side.denied.map((id) => ({ id, sign: "unclear" as const, denied: true, says: `denies that it ${VERBS[claims.get(id)!.sign]}` })),
  ];
}

/** How far each two maps are apart. */
export function distances(): string[] {
  const share = (value: number | null): string => (value === null ? "not defined" : value.toFixed(2));
  return model.compared!.distances.map(({ parts, overall, common, factors }) => {
    const names = listed(parts.map((part) => model.compared!.parts[part]!.name));
    return `Distance of the maps of ${names}: ${share(overall)} over all factors, ${share(common)} over the ${many(factors, "factor")} that both link. 0 is equal, 1 is opposite.`;
  });
}

function told(side: Across["sides"][number]): string {
  return sayings(side).map(({ id, says }) => `${says}: “${wordsIn(claims.get(id)!)}” (${voiceOf(claims.get(id)!.voice)})`).join("; ");
}

type Rows<Kind extends Row> = [rows: Kind[], columns: Column<Kind>[]];

export function acrossRows(): Rows<Across> {
  const { links: rows, parts } = model.compared!;
  return [
    rows,
    [
      { name: "Standing", cell: (row) => STANDINGS[row.standing].short },
      { name: "Cause", cell: (row) => labelOf(links.get(row.id)!.cause) },
      { name: "Effect", cell: (row) => labelOf(links.get(row.id)!.effect) },
      ...parts.map((part, place): Column<Across> => ({ name: part.name, cell: (row) => told(row.sides[place]!), look: "words" })),
    ],
  ];
}

export function pairRows(): Rows<Pair> {
  const { pairs, parts } = model.compared!;
  const side = (at: 0 | 1): Column<Pair>[] => [
    { name: at ? "Other text" : "Text", cell: (row) => parts[row.parts[at]]!.name },
    { name: at ? "Other words" : "Words", cell: (row) => wordsIn(row.sides[at]!), look: "words" },
    { name: at ? "Says there" : "Says", cell: (row) => row.sides[at]!.says },
  ];
  return [pairs, [{ name: "What", cell: (row) => WHATS[row.what] }, { name: "Of", cell: (row) => row.told }, ...side(0), ...side(1)]];
}

type Shared = NonNullable<typeof model.compared>["factors"][number];

export function sharedRows(): Rows<Shared> {
  const { factors, parts } = model.compared!;
  return [
    factors,
    [
      { name: "Factor", cell: (row) => labelOf(row.id) },
      ...parts.map((part, place): Column<Shared> => ({ name: part.name, cell: (row) => row.counts[place]!, look: "number" })),
      { name: "Why one", cell: (row) => row.same.join("; ") },
    ],
  ];
}
