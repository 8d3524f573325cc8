/** The gallery: one page that shows every component of `app/ui` in both themes and both languages. */
import { galleryStyles } from "./styles";

/** The whole document. The components are loaded with the first call: most days nobody looks. */
export async function renderGallery(): Promise<string> {
  const [{ galleryMarkup }, styles] = await Promise.all([import("./document"), galleryStyles()]);
  return galleryMarkup(styles);
}
