import { test } from "@playwright/test";
import { look } from "./look";
import { confirmEmail, newPerson, signUp } from "./person";

test("from sign-up to paid", async ({ browser }) => {
  const brand = await newPerson(browser, { name: "Lena Hartmann" });
  await signUp(brand, "brand");
  await look(brand, "confirm-email");
  await confirmEmail(brand);
});
