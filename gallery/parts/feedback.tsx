import { LinkButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { EmptyState } from "@/app/ui/empty-state";
import { ErrorPage } from "@/app/ui/error-page";
import { Flash } from "@/app/ui/flash";
import type { Scene } from "@/app/ui/illustrations";
import { Illustration } from "@/app/ui/illustrations";
import { Pagination } from "@/app/ui/pagination";
import { Steps } from "@/app/ui/steps";
import { useSample } from "../sample";
import { Specimen } from "../specimen";

const SCENES: readonly Scene[] = ["offers", "work", "money", "parcel", "search", "inbox"];

export function Feedback() {
  const say = useSample();
  return (
    <>
      <Specimen name="Callout">
        <div className="space-y-3">
          {(["info", "success", "warn", "danger", "held", "neutral"] as const).map((tone) => (
            <Callout key={tone} tone={tone} title={say("The money is held", "款项已暂存")}>
              {say("It is released when the post is approved.", "作品通过后放款。")}
            </Callout>
          ))}
        </div>
      </Specimen>
      <Specimen name="Flash">
        <Flash>{say("Saved. The brand has been told.", "已保存，并已通知品牌。")}</Flash>
      </Specimen>
      <Specimen name="Steps">
        <Steps
          current="brief"
          steps={[
            { id: "product", label: say("Product", "商品"), to: "?1" },
            { id: "brief", label: say("Brief", "要求") },
            { id: "policy", label: say("Policy", "规则") },
            { id: "pay", label: say("Pay in", "付款") },
          ]}
        />
      </Specimen>
      <Specimen name="EmptyState">
        <EmptyState
          scene="parcel"
          title={say("No parcel on its way", "没有在途的包裹")}
          action={<LinkButton to="/offers">{say("Browse offers", "浏览招募")}</LinkButton>}
        >
          {say(
            "It appears here once the brand has entered a tracking number.",
            "品牌填写运单号后会显示在这里。",
          )}
        </EmptyState>
        <div className="mt-4 flex flex-wrap gap-4">
          {SCENES.map((scene) => (
            <Illustration key={scene} scene={scene} className="w-28" />
          ))}
        </div>
      </Specimen>
      <Specimen name="Pagination">
        <Pagination next="cursor" />
      </Specimen>
      <Specimen name="ErrorPage">
        <div className="grid gap-4 sm:grid-cols-2">
          <ErrorPage status={404} />
          <ErrorPage status={500} />
        </div>
      </Specimen>
    </>
  );
}
