/** E-mail addresses: as they are kept, and as one person is recognised behind several spellings. */

const GMAIL_DOMAINS = new Set(["gmail.com", "googlemail.com"]);

/** The address as it is kept and written to: without surrounding space, in lower case. */
export function plainEmail(typed: string): string {
  return typed.trim().toLowerCase();
}

/**
 * What all spellings of one mailbox have in common: lower case, no plus-tag, and for Gmail no dots and one domain. Only for
 * recognising a person; letters go to the address as it was given.
 */
export function normaliseEmail(typed: string): string {
  const plain = plainEmail(typed);
  const at = plain.lastIndexOf("@");
  if (at < 1) return plain;
  const domain = plain.slice(at + 1);
  const local = plain.slice(0, at).replace(/(?<=.)\+.*$/, "");
  return GMAIL_DOMAINS.has(domain) ? `${local.replaceAll(".", "")}@gmail.com` : `${local}@${domain}`;
}
