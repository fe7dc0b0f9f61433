// What part of the map is seen, and how near. A large map is not drawn anew while it is moved: its picture
// slides, and is drawn again where it comes to rest.

import { select as element } from "d3-selection";
import { zoom as zooming, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";

import type { Point } from "./model";

export type Borders = [left: number, top: number, right: number, bottom: number];

const CLOSEST = 1.15;
const SLIDE = 0.45;
/** How far a large map is drawn beyond its pane, on each side, as a part of the pane. */
export const BEYOND = 0.5;

/** Where a pane begins that is so long and shows a part: all of it in the middle, or what is to be seen. */
function along(start: number, end: number, see: number, length: number): number {
  if (end - start <= length) return (start + end - length) / 2;
  return Math.min(Math.max(see - length / 2, start), end - length);
}

export class Camera {
  /** What is drawn. */
  view: ZoomTransform = $state.raw(zoomIdentity);
  size = $state({ width: 0, height: 0 });
  /** Whether the reader moved the map: then it is not fitted into the pane again. */
  moved = false;
  heavy = false;
  #frame: HTMLElement | undefined;
  #picture: SVGSVGElement | undefined;
  readonly #zoom = zooming<HTMLElement, unknown>()
    .scaleExtent([0.05, 4])
    .filter((event: MouseEvent) => !event.button && !(event.target as Element).closest("button, select, summary") && (!event.ctrlKey || event.type === "wheel"))
    .on("zoom", (event: D3ZoomEvent<HTMLElement, unknown>) => {
      if (event.sourceEvent) this.moved = true;
      if (this.heavy && event.sourceEvent) this.#slide(event.transform);
      else this.#rest(event.transform);
    })
    .on("end", (event: D3ZoomEvent<HTMLElement, unknown>) => this.#rest(event.transform));

  /** Watch a pane, and let pointer and wheel move the map in it. Gives a way to stop. */
  attach(frame: HTMLElement, still: boolean): () => void {
    this.#frame = frame;
    const pane = element(frame);
    if (!still) pane.call(this.#zoom).on("dblclick.zoom", null);
    const watcher = new ResizeObserver(([entry]) => {
      this.size = { width: entry!.contentRect.width, height: entry!.contentRect.height };
    });
    watcher.observe(frame);
    return () => {
      watcher.disconnect();
      pane.on(".zoom", null);
    };
  }

  draws(picture: SVGSVGElement): void {
    this.#picture = picture;
  }

  #slide(to: ZoomTransform): void {
    const by = to.k / this.view.k;
    const [x, y] = [to.x - this.view.x * by, to.y - this.view.y * by];
    const far = Math.abs(x) > this.size.width * SLIDE || Math.abs(y) > this.size.height * SLIDE || by > 3 || by < 0.4;
    if (far || !this.#picture) return this.#rest(to);
    this.#picture.style.willChange = "transform";
    this.#picture.style.transformOrigin = `${this.size.width * BEYOND}px ${this.size.height * BEYOND}px`;
    this.#picture.style.transform = `translate(${x}px, ${y}px) scale(${by})`;
  }

  #rest(at: ZoomTransform): void {
    if (this.#picture) this.#picture.style.transform = "";
    if (this.#picture) this.#picture.style.willChange = "";
    this.view = at;
  }

  /**
   * A part of the map, as large as the pane allows but for what is kept free at its right. Where it would be
   * smaller than the least, it is cut, and `see` stands as near to the middle of the pane as the part reaches.
   */
  fill([left, top, right, bottom]: Borders, { least = 0, right: free = 0, see }: { least?: number; right?: number; see?: Point | undefined } = {}): void {
    const [width, height] = [this.size.width - free, this.size.height];
    if (!this.#frame || width <= 0 || !height) return;
    const scale = Math.max(least, Math.min(CLOSEST, width / (right - left), height / (bottom - top)));
    const [seenX, seenY] = see ?? [(left + right) / 2, (top + bottom) / 2];
    const [x, y] = [along(left, right, seenX, width / scale) * -scale, along(top, bottom, seenY, height / scale) * -scale];
    element(this.#frame).call(this.#zoom.transform, zoomIdentity.translate(x, y).scale(scale));
  }

  nearer(by: number): void {
    if (this.#frame) element(this.#frame).call(this.#zoom.scaleBy, by);
    this.moved = true;
  }

  /** What is chosen comes into sight, with as small a step as is needed. */
  bring(borders: Borders): void {
    const { width, height } = this.size;
    if (!this.#frame || !width || !height) return;
    const [left, top] = this.view.apply([borders[0], borders[1]]);
    const [right, bottom] = this.view.apply([borders[2], borders[3]]);
    if (right - left > width || bottom - top > height) return this.view.k > 0.4 ? this.fill(borders) : undefined;
    const dx = left < 0 ? -left : Math.min(0, width - right);
    const dy = top < 0 ? -top : Math.min(0, height - bottom);
    if (dx || dy) element(this.#frame).call(this.#zoom.translateBy, dx / this.view.k, dy / this.view.k);
  }
}
