/** Before the stories: the nightly jobs rest. */
import { addressesFrom } from "./e2e-addresses";
import { pauseNights } from "./nightly";

export default () => pauseNights(addressesFrom(process.env).inngest);
