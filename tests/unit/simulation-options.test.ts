/** What `npm run simulate` takes on its command line. */
import { expect, test } from "vitest";
import { InvalidOptions, readCommandLine } from "@/simulation/command-line";

test.each([
  ["--faults rain", /there is no fault rain/],
  ["--mutant the-bank", /there is no mutant the-bank/],
  ["--collaborations 0", /not a whole number/],
  ["--collaborations 1.5", /not a whole number/],
  ["--loudly", /--loudly/],
])("%s is refused", (words, complaint) => {
  const read = () => readCommandLine(words.split(" "));
  expect(read).toThrow(InvalidOptions);
  expect(read).toThrow(complaint);
});
