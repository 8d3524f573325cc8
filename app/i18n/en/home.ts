/** The home page. Figures that are not ours are named as such; timers come from the policy itself. */
export default {
  hero: {
    eyebrow: "Pay-per-post, with held funds",
    title: "Pay for the post, not for the promise.",
    lead: "The brand pays in before anyone starts. The creator works knowing that the money is there. It is released when we have seen the post live ourselves, and goes back to the card if it never comes.",
    brand: "Post an offer",
    creator: "Find paid work",
    note: "Free to join. Brands pay {{fee}} on top of the creator’s fee, only for posts that are proven.",
  },
  receipt: {
    title: "Held for one post",
    product: "Portable espresso maker",
    channel: "One video on YouTube",
    fee: "Creator’s fee",
    held: "Held since 3 March",
    checks: "What we checked ourselves",
    check_live: "The post is live and public",
    check_owner: "It is on the creator’s own channel",
    check_disclosure: "It is marked as an ad",
    check_product: "It links to the product",
    stamp: "Proven",
  },
  delivery: {
    title: "Money first changes who delivers",
    lead: "How often a post comes of it, by what was agreed beforehand.",
    gifted: "A free sample, no agreement",
    barter: "A sample and a written agreement",
    paid: "A fee that is paid in, and released for the post",
    from: "{{min}}–{{max}}",
    or_more: "{{min}} and more",
    source:
      "Ranges that platforms and agencies publish about their own campaigns, gathered in November 2026; nobody has audited them. Our own rate is shown, with its counts, on every creator’s page.",
  },
  roles: {
    title: "How it works",
    brand: {
      title: "For brands",
      lead: "Set the terms once. From there, jobs, timers and checks do the chasing.",
      one: {
        title: "Write the offer",
        body: "Product, fee per post, what must be shown and said, who may apply.",
      },
      two: { title: "Pay in", body: "One card payment for all slots. Only then do creators see the offer." },
      three: {
        title: "Choose creators",
        body: "By channel, reach and delivery record. Send the sample; the parcel is followed for you.",
      },
      four: {
        title: "Look at proven posts",
        body: "You have {{days}} days to approve or ask for changes. No post, no fee: the money returns.",
      },
    },
    creator: {
      title: "For creators",
      lead: "No invoices, no waiting for “net 60”, no guessing whether the brand will pay.",
      one: {
        title: "Pick an offer",
        body: "Every offer you can see is already paid for. The fee, the brief and all deadlines are stated.",
      },
      two: {
        title: "Agree",
        body: "The terms are frozen when you both accept. Your fee is set aside for you at that moment.",
      },
      three: {
        title: "Get the sample, make the post",
        body: "Your time to create starts when the parcel arrives, not when it is sent.",
      },
      four: {
        title: "Get paid",
        body: "If the brand says nothing for {{days}} days after the checks have passed, the post counts as approved.",
      },
    },
  },
  journey: {
    title: "Where the money is, at every step",
    lead: "It is never on an open tab and never in anybody’s pocket too early.",
    lanes: { card: "Brand’s card", held: "Held at Stripe", creator: "Creator" },
    fund: { title: "Pay in", body: "The brand pays for every slot of the offer." },
    agree: { title: "Agree", body: "One slot’s money is set aside for this creator." },
    sample: { title: "Sample", body: "The parcel travels. The creator’s clock has not started." },
    post: { title: "Post", body: "The creator publishes and hands in the link." },
    verify: { title: "Prove", body: "We fetch the post and check it. The brand has a last look." },
    pay_out: { title: "Pay out", body: "The fee goes to the creator’s account." },
    back_title: "No post?",
    back: "After the deadline and {{hours}} hours of grace the fee returns to the offer’s budget, and from there to the same card. Our own fee returns with it.",
  },
  offers: {
    title: "Open offers, already paid in",
    lead: "The newest ones. Apply with a verified channel.",
    all: "All offers",
    none_title: "No offer is open right now",
    none: "The first ones appear here as soon as their money has arrived. Brands can start one in about ten minutes.",
  },
  faq: {
    title: "Good to know",
    items: {
      who: {
        q: "Who holds the money?",
        a: "Stripe does, on Postbond’s platform balance, booked to the one post it is meant for. We are not a bank and not an escrow agent; we call it held funds. Every movement stands in a ledger that is checked against Stripe.",
      },
      silent: {
        q: "What if the brand never answers?",
        a: "Once our checks have passed, the brand has {{days}} days. We remind it three times. If it stays silent, the post is approved and the fee is released.",
      },
      ghost: {
        q: "What if the creator takes the product and disappears?",
        a: "The fee returns to the brand. The creator gets a strike that brands and our own rules take into account; two such cases within a year end the account. There is an appeal.",
      },
      proof: {
        q: "How do you know that a post is real?",
        a: "Our server opens it: is it public, is it on the creator’s verified channel, was it published after the agreement, is it marked as an ad, does it carry the link and tags that were agreed? Screenshots prove nothing here.",
      },
      review: {
        q: "Can a brand ask for a product review or stars?",
        a: "No. Shops ban paid reviews, so such offers are refused. You pay for a post on the creator’s own channel, marked as an ad.",
      },
      cost: {
        q: "What does it cost?",
        a: "Creators pay nothing and get the whole fee. Brands pay {{fee}} on top, and only for posts that were proven; for the others it goes back with the fee.",
      },
      countries: {
        q: "Where does it work?",
        a: "Brands can pay from anywhere with a card. Creators can be paid in the countries that Stripe pays out to; we check yours when you sign up, before you do any work.",
      },
    },
  },
  last: {
    title: "The next post, settled before it starts",
    body: "Set up an offer or a profile in a few minutes. Nothing is charged before you say so.",
  },
};
