/** What our servers check of a post on this Postbond, and what our team does. Each text is true to `CHECKED_BY`, which a test holds. */
import type { Proof } from "@/app/domain/verification/provability";

export default {
  title: "How your post is checked",
  screenshots: "Screenshots don’t count.",
  by: {
    youtube:
      "Our servers read from YouTube’s own data whether the post is public, whose channel it’s on, when it was published, its text and its length.",
    youtube_no_key:
      "This Postbond isn’t connected to YouTube, so our team opens each post and checks whether it’s public, whose channel it’s on, when it was published, its text and its length.",
    tiktok:
      "Our servers read from TikTok’s own data whether the post is public, whose channel it’s on, when it was published and its text. Its length they read where TikTok’s page lets machines in; otherwise our team checks it.",
    instagram:
      "Our servers read from Instagram’s own data whether the post is public and when it was published. Whose channel it’s on and its text they read where Instagram’s page lets machines in; otherwise our team checks them. Our team always checks its length.",
    amazon:
      "Where Amazon’s page lets machines in, our servers read whether the post is public, whose channel it’s on, its text and, if the page states it, when it was published; otherwise our team checks them. Our team always checks its length.",
  } satisfies Record<Proof, string>,
};
