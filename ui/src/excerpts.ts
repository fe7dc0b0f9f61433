// Words in their sentence. The text stands on the page already, so the model only says where the pieces are;
// it counts code points, as Python does, and the browser counts UTF-16 units.

import type { Excerpt } from "./model";

/** What a piece can be, in the order of the bits in `cut`; publish/report/excerpts.py writes them. */
const PARTS = ["words", "cause", "effect", "cue", "time"];
const WORDS = 1;

interface Text {
  words: string;
  /** Where each line but the first begins, in units. */
  lines: number[];
  /** Before which code points one stands that takes two units. */
  wide: number[];
}

const texts = new Map<string, Text>();

/** Whoever puts other documents on the page says so. */
export function forget(): void {
  texts.clear();
}

function textOf(id: string): Text {
  const known = texts.get(id);
  if (known) return known;
  const words = document.querySelector(`#${CSS.escape(id)} .words`)?.textContent ?? "";
  const lines = [...words.matchAll(/\n/g)].map((found) => found.index + 1);
  const text = { words, lines, wide: wideIn(words) };
  texts.set(id, text);
  return text;
}

function wideIn(words: string): number[] {
  const found = [];
  for (const match of words.matchAll(/[\u{10000}-\u{10ffff}]/gu)) found.push(match.index - found.length + 1);
  return found;
}

/** The unit at which a code point begins. */
function unit(text: Text, point: number): number {
  return point + below(text.wide, point);
}

/** How many of some places, which are in order, are not above another. */
function below(places: number[], at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function between(id: string, start: number, end: number): string {
  const text = textOf(id);
  return text.words.slice(unit(text, start), unit(text, end));
}

/** Where the words of an excerpt begin and end, in code points. */
export function bordersOf(cut: number[]): { start: number; end: number } {
  let [at, start, end] = [cut[0]!, -1, -1];
  for (let piece = 1; piece < cut.length; piece += 2) {
    if (cut[piece + 1]! & WORDS && start < 0) start = at;
    at += cut[piece]!;
    if (cut[piece + 1]! & WORDS) end = at;
  }
  return { start, end };
}

/** The words of an excerpt, without the sentence around them. */
export function wordsOf(excerpt: Excerpt): string {
  return between(excerpt.document, excerpt.start, excerpt.end);
}

/** The line on which words begin, counted from 1; 0 where the text has only one. */
export function lineOf(excerpt: Excerpt): number {
  const text = textOf(excerpt.document);
  return text.lines.length > 0 ? 1 + below(text.lines, unit(text, excerpt.start)) : 0;
}

/** The whole excerpt in pieces, each with the parts that it plays ("words cause"). */
export function piecesOf({ document, cut, torn = 0 }: Excerpt): [text: string, parts: string][] {
  const pieces: [string, string][] = torn & 1 ? [["…", ""]] : [];
  let start = cut[0]!;
  for (let at = 1; at < cut.length; at += 2) {
    const end = start + cut[at]!;
    pieces.push([between(document, start, end), PARTS.filter((_, bit) => cut[at + 1]! & (1 << bit)).join(" ")]);
    start = end;
  }
  return torn & 2 ? [...pieces, ["…", ""]] : pieces;
}
