// The app around the page: the list of the documents, or one document and what corrects it.

import { mount, unmount } from "svelte";
import App from "../App.svelte";
import { load } from "../index";
import { keys } from "../keys";
import type { CarriedModel } from "../unpack";
import { start } from "../selection.svelte";
import { learn } from "../text";
import Bar from "./Bar.svelte";
import Bench from "./Bench.svelte";
import { carried, desk, follow, onModel, type Said } from "./desk.svelte";
import { KEYS } from "./keys";
import { kept, restore } from "./place";
import Shelf from "./Shelf.svelte";
import "../tokens.css";
import "../page.css";
import "../views.css";
import "../print.css";
import "./desk.css";

const panes = document.getElementById("panes")!;

function shown(): object[] {
  return [mount(App, { target: panes }), mount(Bench, { target: panes })];
}

/** Put another model and another text into the page; what was chosen stays chosen. */
function exchanged(parts: object[], next: { model: CarriedModel; articles: string; desk: Said }): object[] {
  const place = kept();
  for (const part of parts) void unmount(part);
  document.getElementById("text")!.innerHTML = next.articles; // our own HTML; what a document says is escaped in it
  document.getElementById("counts")!.textContent = next.model.counts;
  load(next.model);
  learn();
  Object.assign(desk, next.desk);
  restore(place);
  return shown();
}

if (carried.shelf) {
  document.documentElement.classList.add("shelf");
  mount(Shelf, { target: document.querySelector("main")!, props: { first: carried.shelf, opening: carried.opening ?? "" } });
} else {
  keys.unshift(...KEYS);
  start();
  let parts = shown();
  mount(Bar, { target: document.getElementById("top")! });
  onModel((next) => (parts = exchanged(parts, next)));
  follow();
}
