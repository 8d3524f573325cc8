/** Who can sign in to the demo market. The password is the same for all of them, and no secret. */
export const DEMO_PASSWORD = "a stroll through the market";

export type DemoSignIn = {
  role: "brand" | "creator" | "operator";
  label: string;
  email: string;
  password: string;
};

export const DEMO_SIGN_INS: readonly DemoSignIn[] = [
  { role: "brand", label: "Maya of Northfold", email: "brand@demo.postbond.test", password: DEMO_PASSWORD },
  {
    role: "brand",
    label: "光屿 Lumora 的林晓雯（中文）",
    email: "zh-brand@demo.postbond.test",
    password: DEMO_PASSWORD,
  },
  {
    role: "creator",
    label: "Nora, home and tech",
    email: "creator@demo.postbond.test",
    password: DEMO_PASSWORD,
  },
  { role: "operator", label: "The operator", email: "operator@demo.postbond.test", password: DEMO_PASSWORD },
];
