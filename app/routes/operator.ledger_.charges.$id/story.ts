/** What the parts of the page are given, as its loader sends it. */
import { useLoaderData } from "@remix-run/react";
import type { ChargeLoader } from "./route";

const read = () => useLoaderData<ChargeLoader>();
export type Story = ReturnType<typeof read>;
