/** What a creator reads on their own pages. */
export default {
  title: "Shipping address",
  lead: "Where samples go.",
  privacy_title: "Who sees it",
  privacy:
    "A brand sees this address only after you have both accepted an agreement in which it ships a sample, and only for that collaboration. It is never public.",
  full_name: "Full name",
  line1: "Street and number",
  line2: "Flat, floor, company",
  city: "City",
  region: "State or province",
  postal_code: "Postal code",
  country: "Country",
  phone: "Telephone",
  phone_hint: "Some carriers ask for it.",
  save: "Save address",
  saved: "Your address is saved.",
};
