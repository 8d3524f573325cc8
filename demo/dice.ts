/** Chance that falls the same way every time: the demo market is the same on every machine. */
import { one } from "@/app/lib/one";

export type Dice = {
  /** In [0, 1). */
  roll: () => number;
  /** In [min, max], not rounded. */
  between: (min: number, max: number) => number;
  int: (min: number, max: number) => number;
  pick: <T>(list: readonly T[]) => T;
};

/** Mulberry32: 32 bits of state, good enough to spread a market. */
export function makeDice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (min: number, max: number) => min + roll() * (max - min);
  return {
    roll,
    between,
    int: (min, max) => Math.floor(between(min, max + 1)),
    pick: (list) => one(list.slice(Math.floor(roll() * list.length)), "anything to pick"),
  };
}
