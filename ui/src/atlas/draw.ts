// The graph, by sigma. Places come from Python, so that every reader sees the same.

import Graph from "graphology";
import Sigma from "sigma";
import { disputed, factors, label, MARKS, sideOf } from "./model";
import type { Shown } from "./view.svelte";

export interface Picture {
  show: (links: Shown[]) => void;
  choose: (id: string) => void;
  nearer: () => void;
  farther: () => void;
  whole: () => void;
  move: (right: number, up: number) => void;
  close: () => void;
}

type Spot = { x: number; y: number };
type Look = { label?: string | null; color?: string };

const [SMALLEST, LARGEST] = [3, 10];
/** More factors than this are drawn smaller. */
const ROOMY = 150;
const LONGEST = 26;
/** Up to so many links the sign stands on each arrow; beyond, where there is room. */
const SIGNED = 250;
const LINE = 16;
const RING = 8;
/** Where on an arrow its sign stands: past the middle, so that those of two that run both ways are apart. */
const ALONG = 0.58;
const LIGHT = "13px system-ui, sans-serif";
const STEP = 0.1;
const DARK = matchMedia("(prefers-color-scheme: dark)");
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

export function draw(pane: HTMLElement, select: (id: string) => void): Picture {
  if (!document.createElement("canvas").getContext("webgl2")) throw new Error("no WebGL");
  const graph = new Graph({ type: "directed", multi: false, allowSelfLoops: true });
  let colours = scheme();
  let chosen = "";
  let near = new Set<string>();
  let over = "";
  let links: Shown[] = [];

  const sigma = new Sigma(graph, pane, {
    allowInvalidContainer: true,
    defaultEdgeType: "arrow",
    enableEdgeEvents: true,
    renderEdgeLabels: true,
    labelDensity: 0,
    labelFont: "system-ui, sans-serif",
    labelSize: 13,
    defaultDrawEdgeLabel: signed,
    defaultDrawNodeLabel: named,
    defaultDrawNodeHover: hovered,
    stagePadding: 80,
    zIndex: true,
    nodeReducer: (key, node) => {
      const dim = near.size > 0 && !near.has(key);
      const marked = key === chosen || key === over;
      return { ...node, color: dim ? colours.line : marked ? colours.chosenEdge : colours.soft, label: dim ? "" : node.label, zIndex: dim ? 0 : 1 };
    },
    edgeReducer: (key, edge) => {
      const dim = near.size > 0 && key !== chosen && !(near.has("*") && graph.extremities(key).includes(chosen));
      const colour = colours[edge.look as keyof typeof colours];
      return { ...edge, color: dim ? colours.line : colour, label: dim ? "" : edge.label, size: key === chosen || key === over ? edge.size + 2 : edge.size, zIndex: dim ? 0 : key === chosen ? 2 : 1, forceLabel: key === chosen || (!dim && links.length <= SIGNED) };
    },
  });

  /** The sign of an arrow in a ring on it, as on the map of a report. */
  function signed(context: CanvasRenderingContext2D, edge: Look, cause: Spot, effect: Spot): void {
    if (!edge.label || Math.hypot(effect.x - cause.x, effect.y - cause.y) < RING * 3) return;
    const [x, y] = [cause.x + (effect.x - cause.x) * ALONG, cause.y + (effect.y - cause.y) * ALONG];
    context.beginPath();
    context.arc(x, y, RING, 0, Math.PI * 2);
    context.fillStyle = colours.sheet;
    context.fill();
    context.lineWidth = 1.2;
    context.strokeStyle = context.fillStyle = edge.color ?? colours.ink;
    context.stroke();
    context.font = `600 ${LIGHT}`;
    context.textAlign = "center";
    context.fillText(edge.label, x, y + 4.5);
    context.textAlign = "start";
  }

  const written: [left: number, top: number, right: number][] = [];
  /** The name of a factor below it, where no stronger one's stands, with a rim in the colour of the ground, so that arrows do not cross it. */
  function named(context: CanvasRenderingContext2D, node: { x: number; y: number; size: number; label: string | null }): void {
    if (!node.label) return;
    context.font = LIGHT;
    const half = context.measureText(node.label).width / 2;
    const [left, top, right] = [node.x - half, node.y + node.size, node.x + half];
    if (written.some((other) => left < other[2] && right > other[0] && Math.abs(top - other[1]) < LINE)) return;
    written.push([left, top, right]);
    context.textAlign = "center";
    context.lineWidth = 4;
    context.lineJoin = "round";
    context.strokeStyle = colours.well;
    context.strokeText(node.label, node.x, node.y + node.size + 13);
    context.fillStyle = colours.ink;
    context.fillText(node.label, node.x, node.y + node.size + 13);
    context.textAlign = "start";
  }

  /** The whole name of the factor under the pointer, on a sheet of its own. */
  function hovered(context: CanvasRenderingContext2D, node: { x: number; y: number; size: number; whole?: string }): void {
    if (!node.whole) return;
    context.font = `600 ${LIGHT}`;
    const wide = context.measureText(node.whole).width;
    const left = Math.max(8, Math.min(node.x - wide / 2, pane.clientWidth - wide - 8));
    context.fillStyle = colours.sheet;
    context.strokeStyle = colours.edge;
    context.lineWidth = 1;
    context.beginPath();
    context.roundRect(left - 6, node.y + node.size + 2, wide + 12, 22, 5);
    context.fill();
    context.stroke();
    context.fillStyle = colours.ink;
    context.fillText(node.whole, left, node.y + node.size + 17);
  }

  const camera = sigma.getCamera();
  const gently = () => ({ duration: STILL.matches ? 0 : 250 });
  sigma.on("beforeRender", () => void (written.length = 0));
  sigma.on("clickNode", ({ node }) => select(node));
  sigma.on("clickEdge", ({ edge }) => select(edge));
  sigma.on("clickStage", () => select(""));
  sigma.on("enterNode", ({ node }) => hover(node));
  sigma.on("leaveNode", () => hover(""));
  sigma.on("enterEdge", ({ edge }) => hover(edge));
  sigma.on("leaveEdge", () => hover(""));
  const repaint = () => {
    colours = scheme();
    sigma.refresh();
  };
  DARK.addEventListener("change", repaint);

  function hover(key: string): void {
    over = key;
    pane.style.cursor = key ? "pointer" : "";
    sigma.refresh({ skipIndexation: true });
  }

  function show(now: Shown[]): void {
    links = now;
    graph.clear();
    const weight = new Map<number, number>();
    for (const { link, documents } of now) for (const end of [link.cause, link.effect]) weight.set(end, (weight.get(end) ?? 0) + documents);
    const scale = Math.min(1, Math.sqrt(ROOMY / weight.size));
    const few = [...weight.keys()].every((factor) => factors[factor]!.first);
    const most = Math.max(1, ...weight.values());
    for (const [factor, count] of [...weight].sort((a, b) => b[1] - a[1])) {
      const { at, first } = factors[factor]!;
      const [x, y] = few && first ? first : at;
      graph.addNode(`f${factor}`, { x, y: -y, size: scale * (SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(count / most)), label: short(label(factor)), whole: label(factor), forceLabel: true });
    }
    const strongest = Math.max(1, ...now.map((one) => one.documents));
    for (const { link, claims, documents } of now) {
      const split = disputed(claims);
      const side = sideOf(claims);
      graph.addDirectedEdgeWithKey(link.id, `f${link.cause}`, `f${link.effect}`, {
        size: scale * (1.2 + 4 * Math.sqrt(documents / strongest)),
        look: split ? "ink" : side === "denies" ? "edge" : side,
        label: split ? "±" : MARKS[side],
      });
    }
    sigma.refresh();
  }

  function choose(id: string): void {
    chosen = id;
    near = new Set();
    if (graph.hasEdge(id)) near = new Set(graph.extremities(id));
    else if (graph.hasNode(id)) near = new Set([id, ...graph.neighbors(id), "*"]);
    sigma.refresh({ skipIndexation: true });
  }

  return {
    show,
    choose,
    nearer: () => void camera.animatedZoom(gently()),
    farther: () => void camera.animatedUnzoom(gently()),
    whole: () => void camera.animatedReset(gently()),
    move: (right, up) => {
      const { x, y, ratio } = camera.getState();
      camera.setState({ x: x + right * STEP * ratio, y: y + up * STEP * ratio });
    },
    close: () => {
      DARK.removeEventListener("change", repaint);
      sigma.kill();
    },
  };
}

function short(name: string): string {
  const letters = [...name];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join("").trimEnd()}…` : name;
}

/** The colours of the scheme that is on. */
function scheme(): Record<"ink" | "soft" | "sheet" | "well" | "line" | "edge" | "chosenEdge" | "raises" | "lowers" | "unclear", string> {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of("ink"),
    soft: of("soft"),
    sheet: of("sheet"),
    well: of("well"),
    line: of("line"),
    edge: of("edge"),
    chosenEdge: of("chosen-edge"),
    raises: of("raises"),
    lowers: of("lowers"),
    unclear: of("unclear"),
  };
}
