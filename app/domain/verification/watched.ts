/** In which states of a collaboration looks at the post that is paid for have consequences. */
const WATCHED: readonly string[] = ["approved", "awarded", "monitoring"];

/** @param state of a collaboration, which posts know nothing else of */
export function isWatched(state: string): boolean {
  return WATCHED.includes(state);
}
