// The views of the page, in the order of their tabs. A view that this model has nothing for is left out.

import type { Component } from "svelte";
import type { Tab } from "./address";
import Checks from "./Checks.svelte";
import Compare from "./compare/Compare.svelte";
import { model } from "./index";
import Loops from "./Loops.svelte";
import MapPane from "./MapPane.svelte";
import Places from "./Places.svelte";
import Series from "./Series.svelte";
import Simulate from "./simulate/Simulate.svelte";
import Timeline from "./Timeline.svelte";
import Voices from "./Voices.svelte";

export interface View {
  tab: Tab;
  name: string;
  picture: Component;
  /** The tables that say the same as the picture. */
  tables: string[];
  /** How many things it shows, written beside its name. */
  count?: number;
  /** What the other button is called. */
  shown: "Picture" | "List";
  /** Whether claims can be filtered here. */
  filtered?: boolean;
  /** Whether the map is a part of it. */
  mapped?: boolean;
}

export function views(): View[] {
  const compared = model.compared;
  const all: (View & { there?: boolean })[] = [
    { tab: "compare", name: "Compare", picture: Compare, tables: ["across", "pairs", "shared"], shown: "List", there: compared !== null },
    { tab: "map", name: "Map", picture: MapPane as Component, tables: ["claims", "arrows", "factors"], shown: "Picture", filtered: true, mapped: true },
    { tab: "loops", name: "Loops", picture: Loops, tables: ["loops"], count: model.loops.length, shown: "Picture", filtered: true, mapped: true },
    { tab: "voices", name: "Voices", picture: Voices, tables: ["voices", "positions"], shown: "List", count: model.voices.filter((voice) => voice.claims > 0).length },
    { tab: "timeline", name: "Timeline", picture: Timeline, tables: ["timeline"], shown: "Picture", count: model.events.length },
    { tab: "series", name: "Series", picture: Series, tables: ["series", "figures"], shown: "Picture", count: model.series.length + model.figures.length, there: model.series.length + model.figures.length > 0 },
    { tab: "places", name: "Places", picture: Places, tables: ["places"], count: model.places?.rows.length ?? 0, shown: "Picture", there: model.places !== null },
    { tab: "checks", name: "Checks", picture: Checks, tables: ["checks"], shown: "List", count: model.problems.length, there: model.compared === null },
    { tab: "simulate", name: "Simulate", picture: Simulate, tables: ["effects", "ways", "otherwise", "steps"], shown: "Picture", filtered: true, mapped: true },
  ];
  return all.filter((view) => view.there !== false);
}
