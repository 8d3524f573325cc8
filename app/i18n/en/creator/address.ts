/** What a creator reads on their own pages. */
export default {
  title: "Shipping address",
  lead: "Where brands send samples.",
  privacy_title: "Who sees it",
  privacy:
    "A brand sees your address only once you both accept an agreement with a shipped sample, and only for that collaboration. It’s never public.",
  full_name: "Full name",
  line1: "Street address",
  line2: "Apartment, floor, company",
  city: "City",
  region: "State or province",
  postal_code: "Postal code",
  country: "Country",
  phone: "Phone",
  phone_hint: "Some carriers require it.",
  save: "Save address",
  saved: "Address saved.",
};
