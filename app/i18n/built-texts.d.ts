declare module "virtual:built-texts" {
  const built: import("./texts-plugin").BuiltTexts | null;
  export default built;
}
