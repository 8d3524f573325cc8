/**
 * The shape that a translation of `T` must have: the same keys, each a text. Chinese has one plural form, so English `…_one` keys
 * have no counterpart there.
 */
export type Translated<T> = {
  [Key in keyof T as Key extends `${string}_one` ? never : Key]: T[Key] extends string
    ? string
    : Translated<T[Key]>;
};
