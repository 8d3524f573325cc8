import { COLLABORATION_STATES } from "@/app/domain/collaboration/vocabulary";
import { PLATFORMS } from "@/app/domain/creator/vocabulary";
import { PROOFS } from "@/app/domain/verification/provability";
import { Avatar } from "@/app/ui/avatar";
import { Badge, FundedMark, StatusBadge, VerifiedBadge } from "@/app/ui/badge";
import { Followers } from "@/app/ui/followers";
import { PlatformIcon } from "@/app/ui/platform-icon";
import { ProgressBar, Skeleton } from "@/app/ui/progress";
import { Proofs } from "@/app/ui/proofs";
import { Rating } from "@/app/ui/rating";
import { SOFT, type Tone } from "@/app/ui/tone";
import { useSample } from "../sample";
import { Specimen } from "../specimen";

export function Status() {
  const say = useSample();
  return (
    <>
      <Specimen name="StatusBadge">
        <div className="flex flex-wrap gap-2">
          {COLLABORATION_STATES.map((state) => (
            <StatusBadge key={state} state={state} />
          ))}
        </div>
      </Specimen>
      <Specimen name="Badge, in every tone">
        <div className="flex flex-wrap gap-2">
          {(Object.keys(SOFT) as Tone[]).map((tone) => (
            <Badge key={tone} tone={tone} dot>
              {tone}
            </Badge>
          ))}
        </div>
      </Specimen>
      <Specimen name="FundedMark · VerifiedBadge">
        <div className="flex flex-wrap items-center gap-3">
          <FundedMark large />
          <FundedMark />
          <VerifiedBadge />
        </div>
      </Specimen>
      <Specimen name="Followers">
        <div className="space-y-2">
          <Followers followers={{ count: 12_480, seen_at: "2026-11-25T08:00:00Z" }} engagement_bps={420} />
          <Followers followers={{ count: 1, seen_at: null }} />
          <Followers followers={{ count: 8_200, seen_at: null }} engagement_bps={310} own />
        </div>
      </Specimen>
      <Specimen name="Proofs">
        <Proofs proofs={PROOFS} />
      </Specimen>
      <Specimen name="Avatar · PlatformIcon">
        <div className="flex flex-wrap items-center gap-4">
          <Avatar name="Maya Chen" />
          <Avatar name="李晓雯" size="lg" />
          <Avatar name="Northfold" square size="sm" />
          {PLATFORMS.map((platform) => (
            <PlatformIcon key={platform} platform={platform} named />
          ))}
        </div>
      </Specimen>
      <Specimen name="Rating · ProgressBar · Skeleton">
        <div className="space-y-4">
          <Rating bps={9_500} />
          <ProgressBar value={4} max={6} label={say("Slots taken", "已领名额")} tone="released" />
          <Skeleton />
          <Skeleton className="h-4 w-2/3" />
        </div>
      </Specimen>
    </>
  );
}
