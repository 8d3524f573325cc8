/** The answer to a request that never reaches Remix: short, in the person's language, with a way on. */
import { html } from "hono/html";
import { localeOfRequest } from "@/app/i18n/request-locale";
import { discardBody } from "./unread-body";

export type RefusalKind =
  | "cross_origin"
  | "too_large"
  | "too_many_fields"
  | "ill_formed"
  | "not_a_form"
  | "method";

type Text = { title: string; body: string; way_on: string };

const STATUS: Record<RefusalKind, number> = {
  cross_origin: 403,
  too_large: 413,
  too_many_fields: 413,
  ill_formed: 400,
  not_a_form: 415,
  method: 405,
};

const TEXTS: Record<"en" | "zh", Record<RefusalKind, Text>> = {
  en: {
    cross_origin: {
      title: "This form came from another site",
      body: "For your safety Postbond only takes forms that were filled in on its own pages. Nothing was changed.",
      way_on: "Open Postbond and try again there",
    },
    too_large: {
      title: "That is too large to send",
      body: "Where photos are asked for, they may be up to 12 MB together. A text may be up to 64 kB. Nothing was saved.",
      way_on: "Go back and send less",
    },
    too_many_fields: {
      title: "This form has too many fields",
      body: "No form of ours has this many. Nothing was saved.",
      way_on: "Open Postbond and try again there",
    },
    ill_formed: {
      title: "We could not read this request",
      body: "The address or the form holds characters or a date that do not exist. Nothing was changed.",
      way_on: "Open Postbond's start page",
    },
    not_a_form: {
      title: "This is not a form",
      body: "The page was sent something that is not a form. Nothing was changed.",
      way_on: "Open Postbond's start page",
    },
    method: {
      title: "This address does not work that way",
      body: "The page was called in a way that it does not know. Nothing was changed.",
      way_on: "Open Postbond's start page",
    },
  },
  zh: {
    cross_origin: {
      title: "此表单来自其他网站",
      body: "为了您的安全，Postbond 只接受在本站页面填写的表单。未作任何更改。",
      way_on: "打开 Postbond 并重试",
    },
    too_large: {
      title: "内容过大，无法发送",
      body: "可上传照片处，照片合计不超过 12 MB；每段文字不超过 64 KB。未保存任何内容。",
      way_on: "返回并减少内容",
    },
    too_many_fields: {
      title: "表单字段过多",
      body: "本站没有这么多字段的表单。未保存任何内容。",
      way_on: "打开 Postbond 并重试",
    },
    ill_formed: {
      title: "无法读取此请求",
      body: "网址或表单中含有不存在的字符或日期。未作任何更改。",
      way_on: "打开 Postbond 首页",
    },
    not_a_form: {
      title: "提交的不是表单",
      body: "页面收到的内容不是表单。未作任何更改。",
      way_on: "打开 Postbond 首页",
    },
    method: {
      title: "此地址不支持该操作",
      body: "页面收到了无法识别的请求。未作任何更改。",
      way_on: "打开 Postbond 首页",
    },
  },
};

const STYLE =
  ":root{color-scheme:light dark;font:16px/1.6 system-ui,sans-serif}" +
  "body{display:grid;min-height:90vh;place-content:center;margin:0;padding:1.5rem}" +
  "main{max-width:32rem}h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}p{margin:0 0 1.5rem}";

/** A page for browsers, JSON for programs. */
export async function refuse(request: Request, kind: RefusalKind): Promise<Response> {
  const status = STATUS[kind];
  // Whoever sent what was not read must not put another request behind it.
  const headers: Record<string, string> = (await discardBody(request)) ? {} : { connection: "close" };
  if (!request.headers.get("accept")?.includes("text/html"))
    return Response.json({ error: kind }, { status, headers });
  const language = localeOfRequest(request);
  const { title, body, way_on } = TEXTS[language][kind];
  const page = await html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Postbond</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${body}</p><p><a href="/">${way_on}</a></p></main></body>
</html>`;
  return new Response(page.toString(), {
    status,
    headers: { ...headers, "content-type": "text/html; charset=utf-8" },
  });
}
