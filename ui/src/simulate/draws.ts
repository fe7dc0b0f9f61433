// The random numbers of an ensemble: Philox4x64-10 (Salmon and others 2011, "Parallel random numbers: as easy
// as 1, 2, 3"). They are counted, not remembered: number n of a seed is had without those before it, and
// numpy's Generator(Philox(key=seed)).random() gives the very same.

// Words of 64 bits stand as two of 32, upper and lower.
const M0 = { upper: 0xd2e7470e, lower: 0xe14c6c93 };
const M1 = { upper: 0xca5a8263, lower: 0x95121157 };
const W0 = { upper: 0x9e3779b9, lower: 0x7f4a7c15 };
const W1 = { upper: 0xbb67ae85, lower: 0x84caa73b };
const ROUNDS = 10;
const WORD = 2 ** 32;
const HALF = 2 ** 16;

/** The upper half of the product of two words of 32 bits. */
function high(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const inner = a1 * b0 + ((a0 * b0) >>> 16);
  const outer = a0 * b1 + (inner & 0xffff);
  return a1 * b1 + Math.floor(inner / HALF) + Math.floor(outer / HALF);
}

/** The product of a factor and the word at `at`, into `to`: 128 bits as four words, the lowest first. */
function times(by: { upper: number; lower: number }, words: Uint32Array, at: number, to: Uint32Array): void {
  const lower = words[at]!;
  const upper = words[at + 1]!;
  const one = high(by.lower, lower) + (Math.imul(by.lower, upper) >>> 0) + (Math.imul(by.upper, lower) >>> 0);
  const two = high(by.lower, upper) + high(by.upper, lower) + (Math.imul(by.upper, upper) >>> 0) + Math.floor(one / WORD);
  to[0] = Math.imul(by.lower, lower);
  to[1] = one;
  to[2] = two;
  to[3] = high(by.upper, upper) + Math.floor(two / WORD);
}

export class Draws {
  readonly #key: [lower: number, upper: number];
  readonly #words = new Uint32Array(8);
  readonly #left = new Uint32Array(4);
  readonly #right = new Uint32Array(4);
  #block = -1;

  /** `seed` is a whole number from 0 to 2⁵³. */
  constructor(seed: number) {
    this.#key = [seed % WORD, Math.floor(seed / WORD)];
  }

  /** Number `count` of this seed, from 0 on: at least 0 and below 1, in steps of 2⁻⁵³. */
  at(count: number): number {
    const block = Math.floor(count / 4);
    if (block !== this.#block) this.#make(block);
    const at = 2 * (count - 4 * block);
    return (this.#words[at + 1]! * 2 ** 21 + (this.#words[at]! >>> 11)) / 2 ** 53;
  }

  /** Four numbers at once. numpy counts a block before it makes it, so the first is block 1. */
  #make(block: number): void {
    const [words, left, right] = [this.#words, this.#left, this.#right];
    words.fill(0);
    words[0] = block + 1;
    words[1] = (block + 1) / WORD;
    let [k0, k1] = this.#key;
    let [k2, k3] = [0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      times(M0, words, 0, left);
      times(M1, words, 4, right);
      const [next0, next1] = [right[2]! ^ words[2]! ^ k0, right[3]! ^ words[3]! ^ k1];
      const [next4, next5] = [left[2]! ^ words[6]! ^ k2, left[3]! ^ words[7]! ^ k3];
      words[0] = next0;
      words[1] = next1;
      words[2] = right[0]!;
      words[3] = right[1]!;
      words[4] = next4;
      words[5] = next5;
      words[6] = left[0]!;
      words[7] = left[1]!;
      const [low0, low1] = [k0 + W0.lower, k2 + W1.lower];
      k1 = (k1 + W0.upper + (low0 >= WORD ? 1 : 0)) % WORD;
      k3 = (k3 + W1.upper + (low1 >= WORD ? 1 : 0)) % WORD;
      [k0, k2] = [low0 % WORD, low1 % WORD];
    }
    this.#block = block;
  }
}
