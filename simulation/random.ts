/**
 * Dice with a memory: what a seed threw once it throws again. Every actor has dice of their own, split off by name, so that one more
 * throw of one actor changes nothing for the others.
 */
import { DAY_MS } from "@/app/lib/clock";
import { one } from "@/app/lib/one";

export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(private readonly seed: string) {
    [this.a, this.b, this.c, this.d] = hash(seed);
  }

  /** Dice of their own for whoever bears this name; the same ones whenever they are asked for. */
  split(name: string | number): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** A number from 0 up to, not including, 1 (xoshiro128**). */
  next(): number {
    const x = Math.imul(this.b, 5);
    const result = Math.imul((x << 7) | (x >>> 25), 9);
    const t = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= t;
    this.d = (this.d << 11) | (this.d >>> 21);
    return (result >>> 0) / 2 ** 32;
  }

  /** True in `share` (0 to 1) of all throws. */
  hits(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  /** Milliseconds from `min` to `max` days. */
  days(min: number, max: number): number {
    return Math.round((min + this.next() * (max - min)) * DAY_MS);
  }

  of<T>(choices: readonly T[]): T {
    return one(choices.slice(Math.floor(this.next() * choices.length)), "a choice");
  }

  /** One of the names, each as often as its weight says. */
  weighed<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as Array<[K, number]>;
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    const hit = entries.findIndex(([, weight]) => {
      left -= weight;
      return left < 0;
    });
    // Rounding may leave a rest beyond the last one.
    return one(entries.slice(hit), "a weight")[0];
  }

  /** `length` characters of `alphabet`. */
  text(length: number, alphabet: string): string {
    let text = "";
    for (let at = 0; at < length; at++) text += alphabet[Math.floor(this.next() * alphabet.length)];
    return text;
  }
}

/** Four 32-bit words from a text (cyrb128). */
function hash(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}
