// The words that are selected in the text, and the character of the document at which they begin.

export interface Chosen {
  words: string;
  /** Code points from the beginning of the document, as Python counts them. */
  start: number;
}

export function chosenWords(): Chosen | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const text = (range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement)?.closest(".words");
  if (!text?.closest("#text") || !text.contains(range.endContainer)) return undefined;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  const blank = words.length - words.trimStart().length;
  return { words: words.trim(), start: [...before.toString()].length + [...words.slice(0, blank)].length };
}
