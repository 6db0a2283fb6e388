/** What the pack proposes when an agency is brought onto a case. A worker may take away from it, and needs a reason to add. */
import type { AgencyKind, Purpose } from "./model.ts";
import type { Country } from "./shape.ts";
import type { Section } from "./vocabulary.ts";

/**
 * The sections that a member of this kind is offered for this purpose: those that both name. A police unit that comes for protection is
 * still police, and a committee that inspects is there to inspect.
 */
export function proposedSections(kind: AgencyKind, purpose: Purpose): Section[] {
  return kind.sections.filter((section) => purpose.sections.includes(section));
}

/** May this kind be given this section without a reason of its own? */
export function isUsual(kind: AgencyKind, section: Section): boolean {
  return kind.sections.includes(section);
}

/** How an agency of this kind is called where its name would tell a place. @returns null where the name tells nothing */
export function nameOutside({ kinds }: Country, kindCode: string): Readonly<Record<string, string>> | null {
  const kind = kinds.find(({ code }) => code === kindCode);
  return kind?.nameIsLocation ? (kind.outside ?? null) : null;
}
