/** The build turns single fetch on; told to the types, loaders and actions arrive in pages as what they answered. */
import "@remix-run/server-runtime";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}
