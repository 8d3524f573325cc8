/** YouTube's watch page. It answers 200 for every video, and only its player's state says what can be played. */
import { badge, html, time } from "../../frame/page";
import { channelUrl } from "../world/addresses";
import type { Channel, Post } from "../world/platform";
import type { Seen } from "../world/visibility";
import type { World } from "../world/world";
import { grouped, lines, visitorPage } from "./visitor-page";

type Playability = { status: string; reason: string; messages?: string[]; more?: object };

const PAID = "Includes paid promotion";

export function watchPage(world: World, post: Post) {
  const seen = world.seen(post);
  const channel = world.channel("youtube", post.handle);
  if (!channel) return noVideo();
  const playability = notPlayable(post, seen);
  // Of a video that is gone or private YouTube tells nothing else; of one that is only closed, all.
  if (playability && (seen === "gone" || seen === "private")) return unplayable(playability);
  const views = world.figures(post).views;
  const { status, reason, messages, more } = playability ?? { status: "OK", reason: undefined };
  const value = {
    playabilityStatus: {
      status,
      ...(reason ? { reason } : {}),
      ...(messages ? { messages } : {}),
      playableInEmbed: post.embeddable,
      ...more,
    },
    videoDetails: {
      videoId: post.id,
      title: post.title,
      lengthSeconds: String(seen === "upcoming" ? 0 : post.duration_seconds),
      keywords: post.tags,
      channelId: channel.external_id,
      shortDescription: post.caption,
      ...(views === null || seen === "members" ? {} : { viewCount: String(views) }),
      author: channel.name,
      isPrivate: false,
      ...(seen === "upcoming" ? { isUpcoming: true } : {}),
    },
    ...(post.paid_label
      ? { paidContentOverlay: { paidContentOverlayRenderer: { text: { runs: [{ text: PAID }] } } } }
      : {}),
    microformat: { playerMicroformatRenderer: microformat(post, channel, seen) },
  };
  const description = post.caption.slice(0, 160);
  return visitorPage({
    platform: "YouTube",
    title: `${post.title} - YouTube`,
    canonical: `https://www.youtube.com/watch?v=${post.id}`,
    meta: {
      "og:title": post.title,
      "og:site_name": "YouTube",
      "og:type": "video.other",
      "og:description": description,
      description,
      ...(seen === "unlisted" ? { robots: "noindex" } : {}),
    },
    state: { open: "<script>var ytInitialPlayerResponse = ", value, close: ";</script>" },
    body: html`<div class="picture">▶ ${Math.floor(post.duration_seconds / 60)}:${String(post.duration_seconds % 60).padStart(2, "0")}</div>
${reason ? html`<p>${badge(reason, "busy")}</p>` : ""}${post.paid_label ? badge(PAID, "warn") : ""}${seen === "unlisted" ? badge("Unlisted") : ""}
<h1>${post.title}</h1>
<p><a href="/youtube/@${channel.handle}">${channel.name}</a> <span class="soft">${views === null || seen === "members" ? "" : `${grouped(views)} views · `}${time(post.published_at)}</span></p>
${lines(post.caption)}`,
  });
}

export function noVideo() {
  return unplayable({ status: "ERROR", reason: "Video unavailable" });
}

/** The words are those that yt-dlp and pytube look for. */
function notPlayable(post: Post, seen: Seen): Playability | undefined {
  if (post.upload === "rejected")
    return {
      status: "ERROR",
      reason: "Video unavailable",
      messages: ["This video has been removed for violating YouTube's Terms of Service"],
    };
  if (post.upload === "processing" && post.state !== "private" && post.state !== "deleted")
    return { status: "UNPLAYABLE", reason: "We're processing this video. Check back later." };
  if (seen === "gone") return { status: "ERROR", reason: "Video unavailable" };
  if (seen === "private")
    return {
      status: "LOGIN_REQUIRED",
      reason: "Private video",
      messages: ["This is a private video. Please sign in to verify that you may see it."],
    };
  if (seen === "members")
    return {
      status: "UNPLAYABLE",
      reason:
        "Join this channel to get access to members-only content like this video, and other exclusive perks.",
    };
  if (seen === "upcoming") return premiere(post);
  if (post.age_restricted)
    return {
      status: "LOGIN_REQUIRED",
      reason: "Sign in to confirm your age",
      messages: ["This video may be inappropriate for some users."],
    };
  return undefined;
}

function premiere({ published_at }: Post): Playability {
  const scheduledStartTime = String(Math.floor(Date.parse(published_at) / 1_000));
  const slate = { liveStreamOfflineSlateRenderer: { scheduledStartTime } };
  return {
    status: "LIVE_STREAM_OFFLINE",
    reason: "Premieres soon",
    more: { liveStreamability: { liveStreamabilityRenderer: { offlineSlate: slate } } },
  };
}

function microformat(post: Post, channel: Channel, seen: Seen) {
  return {
    ownerProfileUrl: channelUrl(channel).replace("https", "http"),
    externalChannelId: channel.external_id,
    ...(post.allowed_in ? { availableCountries: post.allowed_in } : {}),
    publishDate: post.published_at,
    uploadDate: post.published_at,
    isFamilySafe: !post.age_restricted,
    isUnlisted: seen === "unlisted",
  };
}

function unplayable({ status, reason, messages }: Playability) {
  return visitorPage({
    platform: "YouTube",
    title: " - YouTube",
    state: {
      open: "<script>var ytInitialPlayerResponse = ",
      value: { playabilityStatus: { status, reason, ...(messages ? { messages } : {}) } },
      close: ";</script>",
    },
    body: html`<h1>${reason}</h1><p class="soft">${messages?.[0] ?? "This video isn't available any more."}</p>`,
  });
}
