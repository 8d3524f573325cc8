/** A person's or brand's picture, or their initials on a colour that stays theirs. */
import { cx } from "./class-names";
import { SOFT, type Tone } from "./tone";

const SIZES = { sm: "size-8 text-xs", md: "size-11 text-sm", lg: "size-20 text-2xl" } as const;
const TONES: readonly Tone[] = ["primary", "held", "returned", "info", "warn", "released"];

type Props = { name: string; src?: string | null; size?: keyof typeof SIZES; square?: boolean };

export function Avatar({ name, src, size = "md", square }: Props) {
  const shape = cx(SIZES[size], square ? "rounded-md" : "rounded-full", "shrink-0");
  if (src) return <img src={src} alt="" className={cx(shape, "border border-line object-cover")} />;
  return (
    <span
      aria-hidden
      className={cx(shape, "inline-flex items-center justify-center font-bold", SOFT[toneOf(name)])}
    >
      {initialsOf(name)}
    </span>
  );
}

function toneOf(name: string): Tone {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9_973;
  return TONES[sum % TONES.length] ?? "primary";
}

/** First letters of the first and last word; of a Chinese name its last character, by which friends would call. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return "?";
  const [first = ""] = words;
  if (/\p{Script=Han}/u.test(first)) return [...first].at(-1) ?? "?";
  const ends = words.length > 1 ? [first, words.at(-1) ?? ""] : [first];
  return ends.map((word) => [...word][0]?.toUpperCase() ?? "").join("");
}
