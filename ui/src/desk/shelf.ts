// The documents of the folder, as serve/showing.py lists them.

export interface Progress {
  state: "closed" | "waiting" | "reading" | "ready" | "failed";
  stage: string;
  share: number;
  took: Record<string, number>;
  why: string;
}

export interface Listed {
  name: string;
  bytes: number;
  /** Seconds since 1970. */
  changed: number;
  /** How many corrections stand beside it, or what is wrong with their file. */
  said: number | string;
  progress: Progress;
}

export interface Listing {
  folder: string;
  kinds: string[];
  documents: Listed[];
}

export const STAGES = ["read", "annotate", "extract", "assemble"] as const;

export function sized(bytes: number): string {
  return bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

export function pageOf(name: string): string {
  return `/documents/${encodeURIComponent(name)}/page`;
}
