// What the keyboard does.

/** The keys, and what each does. An app around the page puts its own before them. */
export const keys: [key: string, what: string][] = [
  ["n, p", "the next sentence, the one before"],
  ["Esc", "choose nothing"],
  ["Tab, F6", "the next control; from pane to pane"],
  ["← →", "on the map: along an arrow, against it; on the tabs: the next view"],
  ["↑ ↓", "on the map: the next arrow at the same factor"],
  ["Enter", "choose it"],
  ["+ −", "on the map: nearer, farther; 0 shows all of it"],
  ["[ ]", "around a chosen factor: one step less, one step more"],
  ["u, d", "in Simulate: push what is chosen up, push it down; again lets it go"],
  ["?", "this list"],
];
