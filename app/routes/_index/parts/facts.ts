/** The figures that the page's sentences use, from where they are decided. */
import { PLATFORM_FEE_BPS } from "@/app/domain/offer/fee";
import { defaultPolicy } from "@/app/domain/policy/policy";
import { useFormat } from "@/app/i18n/use-format";

export function useFacts() {
  const policy = defaultPolicy();
  return {
    fee: useFormat().percent(PLATFORM_FEE_BPS),
    days: policy.review_window_days,
    hours: policy.overdue_window_hours,
  };
}
