/** The home page. Figures that are not ours are named as such; timers come from the policy itself. */
export default {
  hero: {
    eyebrow: "Pay per post, with held funds",
    title: "Pay for the post, not the promise.",
    lead: "Brands fund an offer before anyone starts. Creators work knowing the money is there. We release it once we’ve seen the post live, and it goes back to the brand if the post never comes.",
    brand: "Post an offer",
    creator: "Find paid work",
    note: "Free to join. Brands pay {{fee}} on top of the creator’s fee, and only for verified posts.",
  },
  receipt: {
    title: "Held for one post",
    product: "Portable espresso maker",
    channel: "One video on YouTube",
    fee: "Creator’s fee",
    held: "Held since March 3",
    checks: "What we checked",
    check_live: "The post is live and public",
    check_owner: "It’s on the creator’s own channel",
    check_disclosure: "It’s labeled as an ad",
    check_product: "It links to the product",
    stamp: "Verified",
  },
  delivery: {
    title: "Money up front changes who delivers",
    lead: "How often a post gets published, by what was agreed first.",
    gifted: "A free sample, no agreement",
    barter: "A sample and a written agreement",
    paid: "A funded fee, released for the post",
    from: "{{min}}–{{max}}",
    or_more: "{{min}} or more",
    source:
      "Ranges that platforms and agencies publish about their own campaigns, collected in November 2026 and unaudited. Every creator’s page shows our own rate, with the counts behind it.",
  },
  roles: {
    title: "How it works",
    brand: {
      title: "For brands",
      lead: "Set the terms once. Timers, checks and reminders do the chasing.",
      one: {
        title: "Write the offer",
        body: "The product, the fee per post, what to show and say, and who can apply.",
      },
      two: {
        title: "Fund it",
        body: "One card payment covers all slots. Creators see the offer only after that.",
      },
      three: {
        title: "Choose creators",
        body: "By channel, reach and delivery record. Send the sample and we track the parcel.",
      },
      four: {
        title: "Review verified posts",
        body: "You have {{days}} days to approve or request changes. No post, no fee: the money comes back.",
      },
    },
    creator: {
      title: "For creators",
      lead: "No invoices, no “net 60”, no guessing whether the brand will pay.",
      one: {
        title: "Pick an offer",
        body: "Every offer you see is already funded. The fee, the brief and every deadline are spelled out.",
      },
      two: {
        title: "Agree",
        body: "The terms are locked in when you both accept. From that moment, your fee is held for you.",
      },
      three: {
        title: "Get the sample, make the post",
        body: "Your time to create starts when the parcel arrives, not when it’s sent.",
      },
      four: {
        title: "Get paid",
        body: "Once your post is verified, the brand has {{days}} days to respond. If it doesn’t, the post is approved.",
      },
    },
  },
  journey: {
    title: "Where the money is at every step",
    lead: "Never a promise, and never in anyone’s pocket too early.",
    lanes: { card: "Brand’s card", held: "Held at Stripe", creator: "Creator" },
    fund: { title: "Fund", body: "The brand pays for every slot of the offer." },
    agree: { title: "Agree", body: "The money for one slot is held for this creator." },
    sample: { title: "Sample", body: "The parcel is on its way. The creator’s clock hasn’t started." },
    post: { title: "Post", body: "The creator publishes and submits the link." },
    verify: { title: "Verify", body: "We open the post and check it. Then the brand reviews it." },
    pay_out: { title: "Pay out", body: "The fee goes to the creator’s account." },
    back_title: "No post?",
    back: "After the deadline and {{hours}} hours of grace, the fee returns to the offer’s budget, and from there to the same card. Our own fee goes back with it.",
  },
  offers: {
    title: "Open offers, already funded",
    lead: "The newest offers. Apply with a verified channel.",
    all: "All offers",
    none_title: "No offers are open right now",
    none: "Offers appear here as soon as they’re funded. Brands can set one up in about ten minutes.",
  },
  faq: {
    title: "Good to know",
    items: {
      who: {
        q: "Who holds the money?",
        a: "Stripe does, in Postbond’s platform balance, recorded for the one post it’s meant for. We’re not a bank or an escrow agent; we call this held funds. Every movement is recorded in a ledger that we check against Stripe.",
      },
      silent: {
        q: "What if the brand never answers?",
        a: "Once the post is verified, the brand has {{days}} days, and we remind it three times. If it stays silent, the post is approved and the fee is released.",
      },
      cancel: {
        q: "What if the brand cancels?",
        a: "Before the sample arrives, the money goes back to the offer. After that, the creator has 48 hours to submit a post that was published before the brand canceled. If a post passes our checks, the brand reviews it as usual; if none does, the fee goes back.",
      },
      ghost: {
        q: "What if the creator takes the product and disappears?",
        a: "The fee goes back to the brand. The creator gets a strike that affects which offers they can take; two such cases within a year get them blacklisted. Creators can appeal.",
      },
      proof: {
        q: "How do you know a post is real?",
        a: "We check that it’s public, on the creator’s verified channel, published after the agreement and labeled as an ad, with the agreed links and tags. Screenshots don’t count. What isn’t known is asked again for a day; then our team looks and decides. What our servers check and what our team does depends on the platform:",
      },
      review: {
        q: "Can a brand ask for a product review or stars?",
        a: "No. Shops ban paid reviews, so we refuse such offers. You pay for a post on the creator’s own channel, labeled as an ad.",
      },
      cost: {
        q: "What does it cost?",
        a: "Creators pay nothing and get the whole fee. Brands pay {{fee}} on top, and only for verified posts; for all others it goes back with the fee.",
      },
      countries: {
        q: "Where does it work?",
        a: "Brands can pay by card from anywhere. Creators can be paid in any country Stripe pays out to; we check yours when you sign up, before you do any work.",
      },
    },
  },
  last: {
    title: "The next post, settled before it starts",
    body: "Set up an offer or a profile in a few minutes. We charge nothing until you confirm.",
  },
};
