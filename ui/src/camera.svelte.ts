// What part of the map is seen, and how near. A large map is drawn once at the size at which it is seen, and its
// picture slides below the pane as a layer of its own: only where it was brought nearer is it drawn again.

import { select as element } from "d3-selection";
import { zoom as zooming, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";

import type { Point } from "./model";

export type Borders = [left: number, top: number, right: number, bottom: number];

const CLOSEST = 1.15;
/** So much nearer or farther than it was drawn, a picture is drawn again while it still moves. */
const [TOO_NEAR, TOO_FAR] = [3, 0.4];

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
  /** A large map slides as one picture. */
  heavy = false;
  #at: ZoomTransform = zoomIdentity;
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
    this.#put();
  }

  #slide(to: ZoomTransform): void {
    this.#at = to;
    const by = to.k / this.view.k;
    if (by > TOO_NEAR || by < TOO_FAR) this.view = to;
    // Nothing below the pointer is asked about itself while it moves.
    if (this.#picture) this.#picture.style.pointerEvents = "none";
    this.#put();
  }

  #rest(at: ZoomTransform): void {
    this.#at = this.view = at;
    if (this.#picture) this.#picture.style.pointerEvents = "";
    this.#put();
  }

  /** The picture of a large map, moved to where it is seen. A small one is drawn where it is. */
  #put(): void {
    if (!this.#picture) return;
    const { x, y, k } = this.#at;
    const by = k / this.view.k;
    this.#picture.style.transform = this.heavy ? `translate(${Math.round(x)}px, ${Math.round(y)}px)${by === 1 ? "" : ` scale(${by})`}` : "";
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
    const [left, top] = this.#at.apply([borders[0], borders[1]]);
    const [right, bottom] = this.#at.apply([borders[2], borders[3]]);
    if (right - left > width || bottom - top > height) return this.#at.k > 0.4 ? this.fill(borders) : undefined;
    const dx = left < 0 ? -left : Math.min(0, width - right);
    const dy = top < 0 ? -top : Math.min(0, height - bottom);
    if (dx || dy) element(this.#frame).call(this.#zoom.translateBy, dx / this.#at.k, dy / this.#at.k);
  }
}
