/** Appearance and motion: chosen on a device, kept in its cookies, written into `<html>` by the server so that nothing flashes. */
import { readCookie } from "@/app/lib/cookie";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** `system` follows the device's own wish for less motion. */
export const MOTIONS = ["system", "full", "reduced"] as const;
export type Motion = (typeof MOTIONS)[number];

export type Appearance = { theme: Theme; motion: Motion };

export const THEME_COOKIE = "postbond_theme";
export const MOTION_COOKIE = "postbond_motion";

export function isTheme(value: unknown): value is Theme {
  return THEMES.includes(value as Theme);
}

export function isMotion(value: unknown): value is Motion {
  return MOTIONS.includes(value as Motion);
}

export function appearanceOf(request: Request): Appearance {
  const theme = readCookie(request, THEME_COOKIE);
  const motion = readCookie(request, MOTION_COOKIE);
  return { theme: isTheme(theme) ? theme : "system", motion: isMotion(motion) ? motion : "system" };
}
