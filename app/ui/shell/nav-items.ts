/** Where each kind of account can go. The first four stand at the bottom of a phone's screen. */
import {
  BookOpenCheck,
  Building2,
  CircleDollarSign,
  ClipboardCheck,
  Compass,
  Handshake,
  House,
  type LucideIcon,
  Package,
  Tv,
  UserRound,
} from "lucide-react";
import type { UserRole } from "@/app/domain/account/vocabulary";

export type NavItem = {
  to: string;
  /** A key of `common:nav`. */
  text: string;
  icon: LucideIcon;
  /** Only the page itself counts as being there, not those below it. */
  end?: boolean;
};

export const NAV_ITEMS: Readonly<Record<UserRole, readonly NavItem[]>> = {
  brand: [
    { to: "/brand", text: "brand.home", icon: House, end: true },
    { to: "/brand/offers", text: "brand.offers", icon: Package },
    { to: "/brand/collaborations", text: "brand.collaborations", icon: Handshake },
    { to: "/brand/organisation", text: "brand.organisation", icon: Building2 },
  ],
  creator: [
    { to: "/creator", text: "creator.home", icon: House, end: true },
    { to: "/offers", text: "creator.browse", icon: Compass },
    { to: "/creator/collaborations", text: "creator.collaborations", icon: Handshake },
    { to: "/creator/payouts", text: "creator.money", icon: CircleDollarSign },
    { to: "/creator/channels", text: "creator.channels", icon: Tv },
    { to: "/creator/profile", text: "creator.profile", icon: UserRound },
  ],
  operator: [
    { to: "/operator", text: "operator.home", icon: House, end: true },
    { to: "/operator/verifications", text: "operator.queue", icon: ClipboardCheck },
    { to: "/operator/collaborations", text: "operator.collaborations", icon: Handshake },
    { to: "/operator/ledger", text: "operator.books", icon: BookOpenCheck },
  ],
};
