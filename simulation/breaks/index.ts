export const BREAK_NAMES: string[] = [];
