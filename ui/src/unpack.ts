// From the model as it is carried to the model as the page uses it: what was left out because it is empty, or
// because it stands elsewhere, is filled in. publish/report/ writes what is read here.

import { bordersOf } from "./excerpts";
import type {
  Claim, Compared, Event, Excerpt, Factor, Figure, Groups, Link, MapDrawing, Model, Pair, Point, Position, Problem, Quotation, Series,
} from "./model";

type Box = [width: number, height: number, ...lines: string[]];
type Carried<Row, Left extends keyof Row> = Omit<Row, Left> & Partial<Pick<Row, Left>>;

interface CarriedMap {
  width: number;
  height: number;
  boxes: Record<string, Point>;
  /** The points of the curve, and then where the sign stands. */
  arrows: Record<string, number[]>;
}

/** A section is carried as its place among those of its document. */
type Cut<Row> = Carried<Omit<Row, "section">, Extract<keyof Omit<Row, "section">, "start" | "end" | "document" | "voice" | "modality">> & { section?: number };
type Rows = "claims" | "events" | "quotations" | "series" | "figures" | "positions";

export interface CarriedModel extends Omit<Model, Rows | "factors" | "links" | "problems" | "maps" | "groups" | "compared"> {
  claims: Cut<Claim>[];
  events: Cut<Event>[];
  quotations: Cut<Quotation>[];
  series: Cut<Series>[];
  figures: Cut<Figure>[];
  positions: Cut<Position>[];
  problems: (Omit<Problem, "at"> & { at: Cut<Excerpt>[] })[];
  compared: (Omit<Compared, "pairs"> & { pairs: (Omit<Pair, "sides"> & { sides: Cut<Pair["sides"][number]>[] })[] }) | null;
  factors: (Carried<Factor, "names" | "same"> & { box: Box })[];
  links: Carried<Link, "raises" | "lowers" | "unclear" | "denied">[];
  maps: CarriedMap[];
  groups: (Omit<Groups, "rows" | "map"> & { rows: (Omit<Groups["rows"][number], "map"> & { box: Box; map: CarriedMap })[]; map: CarriedMap }) | null;
}

/** What goes without saying: the author says it, plainly, in the first document. */
const USUAL = { voice: "author", modality: "asserted" } as const;
const FIRST = "d1";

interface Placed {
  document: string;
  section: string | undefined;
  start: number;
  end: number;
}

export function unpacked(carried: CarriedModel): Model {
  const boxes = new Map<string, Box>();
  const sections = new Map(carried.documents.map((document) => [document.id, document.sections]));
  const placed = <Row extends { cut: number[]; document?: string; section?: number }>(row: Row): Omit<Row, "section"> & Placed => {
    const document = row.document ?? FIRST;
    return { ...row, document, section: sections.get(document)?.[row.section ?? -1], ...bordersOf(row.cut) };
  };
  for (const row of [...carried.factors, ...(carried.groups?.rows ?? [])]) boxes.set(row.id, row.box);
  return {
    ...carried,
    claims: carried.claims.map((row) => ({ ...USUAL, ...placed(row) })),
    events: carried.events.map((row) => ({ ...USUAL, ...placed(row) })),
    quotations: carried.quotations.map((row) => ({ ...USUAL, ...placed(row) })),
    positions: carried.positions.map((row) => ({ ...USUAL, ...placed(row) })),
    series: carried.series.map(placed),
    figures: carried.figures.map(placed),
    problems: carried.problems.map((row) => ({ ...row, at: row.at.map(placed) })),
    compared: carried.compared && {
      ...carried.compared,
      pairs: carried.compared.pairs.map((row) => ({ ...row, sides: row.sides.map(placed) })),
    },
    factors: carried.factors.map((row) => ({ names: [], same: [], ...row })),
    links: carried.links.map((row) => ({ raises: [], lowers: [], unclear: [], denied: [], ...row })),
    maps: carried.maps.map((map) => drawing(map, boxes)),
    groups: carried.groups && {
      ...carried.groups,
      rows: carried.groups.rows.map((row) => ({ ...row, map: drawing(row.map, boxes) })),
      map: drawing(carried.groups.map, boxes),
    },
  };
}

function drawing(map: CarriedMap, sizes: Map<string, Box>): MapDrawing {
  const boxes: MapDrawing["boxes"] = {};
  for (const [id, [x, y]] of Object.entries(map.boxes)) {
    const [width, height, ...lines] = sizes.get(id)!;
    boxes[id] = [x, y, width, height, lines];
  }
  const arrows: MapDrawing["arrows"] = {};
  for (const [id, numbers] of Object.entries(map.arrows)) {
    const points: Point[] = [];
    for (let at = 0; at < numbers.length; at += 2) points.push([numbers[at]!, numbers[at + 1]!]);
    const sign = points.pop()!;
    arrows[id] = [points, sign];
  }
  return { ...map, boxes, arrows };
}
