import { Plus, Trash2 } from "lucide-react";
import { Button, IconButton, LinkButton, SubmitButton } from "@/app/ui/button";
import { ConfirmButton } from "@/app/ui/confirm-button";
import { useSample } from "../sample";
import { Specimen } from "../specimen";

export function Buttons() {
  const say = useSample();
  return (
    <>
      <Specimen name="Button">
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="primary">{say("Approve the post", "通过作品")}</Button>
          <Button>{say("Ask for changes", "要求修改")}</Button>
          <Button variant="quiet">{say("Not now", "以后再说")}</Button>
          <Button variant="danger">{say("Reject", "驳回")}</Button>
        </div>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button variant="primary" size="sm" icon={<Plus aria-hidden className="size-4" />}>
            {say("New offer", "发布招募")}
          </Button>
          <Button variant="primary" pending>
            {say("Paying in", "正在付款")}
          </Button>
          <Button disabled>{say("Not possible", "不可用")}</Button>
          <IconButton label={say("Remove", "移除")}>
            <Trash2 aria-hidden className="size-5" />
          </IconButton>
        </div>
      </Specimen>
      <Specimen name="LinkButton">
        <LinkButton to="/offers" variant="primary" size="lg">
          {say("Browse open offers", "浏览招募")}
        </LinkButton>
      </Specimen>
      <Specimen name="SubmitButton · ConfirmButton">
        <form method="get" className="flex flex-wrap gap-3">
          <SubmitButton>{say("Save", "保存")}</SubmitButton>
          <ConfirmButton
            variant="danger"
            question={say("Close this offer?", "关闭这个招募？")}
            consequence={say("$240.00 goes back to the card.", "$240.00 将退回原卡。")}
          >
            {say("Close the offer", "关闭招募")}
          </ConfirmButton>
        </form>
      </Specimen>
    </>
  );
}
