// From the points that Python gives to SVG paths.

import type { Point } from "./model";

/** A Bézier curve through two, three or four points. */
export function path(points: Point[]): string {
  const [start, ...rest] = points.map(([x, y]) => `${round(x)},${round(y)}`);
  return `M${start}${rest.length === 3 ? "C" : "Q"}${rest.join(" ")}`;
}

/** The same curve, a little to one side of itself. */
export function beside(points: Point[], off: number): Point[] {
  return points.map((point, place) => {
    const before = points[Math.max(place - 1, 0)]!;
    const after = points[Math.min(place + 1, points.length - 1)]!;
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
    const length = Math.hypot(dx, dy) || 1;
    return [point[0] - (dy / length) * off, point[1] + (dx / length) * off];
  });
}

/** The head of an arrow, at the end of its curve; an open one is a line and no face. */
export function head(points: Point[], size: number, open = false): string {
  const [x, y] = points.at(-1)!;
  const [bx, by] = points.at(-2)!;
  const turn = Math.atan2(y - by, x - bx);
  const wing = (side: number): string =>
    `${round(x - size * Math.cos(turn + side))},${round(y - size * Math.sin(turn + side))}`;
  const tip = `${round(x)},${round(y)}`;
  return open ? `M${wing(0.5)}L${tip}L${wing(-0.5)}` : `M${tip}L${wing(0.42)}L${wing(-0.42)}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
