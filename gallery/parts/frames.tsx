import { USER_ROLES } from "@/app/domain/account/vocabulary";
import { MENU_ITEM_CLASS, Menu, MenuGroup } from "@/app/ui/menu";
import { BottomBar } from "@/app/ui/shell/bottom-bar";
import { Header } from "@/app/ui/shell/header";
import { Logo, LogoMark } from "@/app/ui/shell/logo";
import { AppearanceChoices, LanguageChoices } from "@/app/ui/shell/preferences";
import { Specimen } from "../specimen";

export function Frames() {
  return (
    <>
      <Specimen name="Logo">
        <Logo />
      </Specimen>
      <Specimen name="Header, for a stranger and for each role">
        <div className="space-y-3">
          <Header user={null} />
          {USER_ROLES.map((role) => (
            <Header
              key={role}
              user={{ id: role, name: "Maya Chen", email: "maya@example.com", role, email_verified: true }}
            />
          ))}
        </div>
      </Specimen>
      <Specimen name="Menu">
        <Menu align="start" trigger={<LogoMark className="size-6" />} label="Postbond">
          <MenuGroup title="Postbond">
            <a href="/offers" className={MENU_ITEM_CLASS}>
              /offers
            </a>
          </MenuGroup>
        </Menu>
      </Specimen>
      <Specimen name="Language, appearance and motion">
        <div className="grid max-w-lg gap-4 sm:grid-cols-2">
          <div className="rounded-lg border border-line bg-raised p-1.5">
            <LanguageChoices />
          </div>
          <div className="rounded-lg border border-line bg-raised p-1.5">
            <AppearanceChoices />
          </div>
        </div>
      </Specimen>
      <Specimen name="BottomBar, on a phone">
        <div className="relative h-20 [transform:translateZ(0)]">
          <BottomBar user_role="creator" />
        </div>
      </Specimen>
    </>
  );
}
