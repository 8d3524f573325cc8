/** The gallery: one page that shows every component of `app/ui` in both themes and both languages. */
import { galleryStyles } from "./styles";

/** The whole document. The first call loads the components and builds the stylesheet. */
export async function renderGallery(): Promise<string> {
  const [{ galleryMarkup }, styles] = await Promise.all([import("./document"), galleryStyles()]);
  return galleryMarkup(styles);
}
