import { AtSign } from "lucide-react";
import {
  Checkbox,
  CheckboxGroup,
  Field,
  FieldRow,
  FileInput,
  FormErrors,
  MoneyInput,
  RadioCards,
  Select,
  Switch,
  TextArea,
  TextInput,
} from "@/app/ui/form";
import { PasswordInput } from "@/app/ui/form/password-input";
import { PlatformIcon } from "@/app/ui/platform-icon";
import { useSample } from "../sample";
import { Specimen } from "../specimen";

export function Forms() {
  const say = useSample();
  // A form of its own in each panel: radio buttons of one name belong together within a form.
  return (
    <form method="get">
      <Specimen name="FormErrors">
        <FormErrors
          form={{
            errors: {
              "": [say("The slot has just been taken.", "名额刚刚被领走。")],
              title: ["required"],
              fee: ["required"],
            },
          }}
        />
      </Specimen>
      <Specimen name="Field · TextInput · TextArea · PasswordInput">
        <div className="space-y-5">
          <Field
            meta={{ name: "title", initialValue: say("Portable espresso maker", "便携式浓缩咖啡机") }}
            label={say("Title of the offer", "招募标题")}
            hint={say("Creators see it first.", "达人首先看到它。")}
          >
            <TextInput />
          </Field>
          <Field
            meta={{ name: "handle", initialValue: "Maya Chen", errors: ["handle"] }}
            label={say("Your public name", "公开名称")}
          >
            <TextInput before={<AtSign aria-hidden className="size-4.5" />} />
          </Field>
          <Field meta={{ name: "note" }} label={say("A word to the brand", "给品牌的话")} optional>
            <TextArea placeholder={say("Why this product fits your channel", "这款商品为何适合您的频道")} />
          </Field>
          <Field meta={{ name: "password" }} label={say("Password", "密码")}>
            <PasswordInput autoComplete="current-password" />
          </Field>
        </div>
      </Specimen>
      <Specimen name="FieldRow · Select · MoneyInput">
        <FieldRow>
          <Field meta={{ name: "category" }} label={say("Category", "类别")}>
            <Select placeholder options={[{ value: "home", label: say("Home", "家居") }]} />
          </Field>
          <Field
            meta={{ name: "fee", initialValue: "240.00" }}
            label={say("Fee for one post", "每条作品的酬金")}
          >
            <MoneyInput currency="USD" />
          </Field>
        </FieldRow>
      </Specimen>
      <Choices />
      <Specimen name="FileInput">
        <Field meta={{ name: "photos" }} label={say("Photos of the product", "商品图片")}>
          <FileInput multiple />
        </Field>
      </Specimen>
    </form>
  );
}

function Choices() {
  const say = useSample();
  return (
    <>
      <Specimen name="RadioCards">
        <Field
          group
          meta={{ name: "sample_mode", initialValue: "shipped" }}
          label={say("How does the sample travel?", "样品如何送达？")}
        >
          <RadioCards
            choices={[
              {
                value: "shipped",
                label: say("You ship it", "由您寄送"),
                hint: say("The parcel is followed.", "系统跟踪物流。"),
              },
              {
                value: "purchase",
                label: say("They buy it", "由对方购买"),
                hint: say("You pay back up to a cap.", "在上限内报销。"),
              },
            ]}
          />
        </Field>
      </Specimen>
      <Specimen name="CheckboxGroup">
        <Field group meta={{ name: "channels", initialValue: ["youtube"] }} label={say("Platforms", "平台")}>
          <CheckboxGroup
            choices={[
              { value: "youtube", label: "YouTube", icon: <PlatformIcon platform="youtube" /> },
              { value: "tiktok", label: "TikTok", icon: <PlatformIcon platform="tiktok" /> },
            ]}
          />
        </Field>
      </Specimen>
      <Specimen name="Checkbox · Switch">
        <Checkbox
          name="terms"
          defaultChecked
          label={say("I accept the agreement", "我接受协议")}
          hint={say("It is frozen from then on.", "此后不再更改。")}
        />
        <Switch name="mails" defaultChecked label={say("Reminders by e-mail", "邮件提醒")} />
      </Specimen>
    </>
  );
}
