/** The words that say plainly that somebody paid, in the languages of our markets. Matched against lower case in NFKC. */

const TAG =
  /#(?:ad|ads|advert|advertisement|advertising|paidad|paidpost|sponsored|sponsoredpost|paidpartnership|paidpromotion|广告|广告合作|推广|付费推广|商业推广|赞助|publicidad|anuncio|publi|patrocinado|werbung|anzeige|pub|publicité|sponsorisé|partenariatrémunéré)(?![\p{L}\p{N}_]|-free)/gu;

/** At the very beginning of a line, as a label: `Ad: …`, `[AD] …`, `【广告】…`. No line is looked at from the empty ones before it as well. */
const LABEL =
  /(?:^|\n)[^\S\n]*(?:[[(【]\s*(?:ad|advert|advertisement|sponsored|paid ad|广告|赞助|推广|publicidad|anuncio|anzeige|werbung)\s*[\])】]|(?:ad|advert|advertisement|sponsored|paid ad|广告|publicidad|anuncio|anzeige|werbung)\s*[:|–—])/gu;

const SENTENCES: readonly RegExp[] = [
  /\bthis (?:video|post|reel|photo|story|clip|content|short|tiktok|review) (?:is|was|has been|contains|includes|features) (?:an? )?(?:\w+ )?(?:ad|ads|adverts?|advertisements?|advertising|sponsored|paid|sponsorship)\b/gu,
  /\bpaid (?:partnership|promotion|advertisement|advertising|ad|collaboration|sponsorship|for by)\b/gu,
  /\bsponsored (?:by|post|video|content|reel|ad)\b/gu,
  /\b(?:(?:i|we) (?:was|were|am|are|got|get)|i['’]m|we['’]re) (?:being )?(?:paid|sponsored|compensated)\b/gu,
  /\bpaid me (?:to|for)\b/gu,
  /\bthank(?:s to| you,?) .{1,60} for (?:sponsoring|paying)\b/gu,
  /(?:本视频|本条|本期|本片|本作品|本内容|本笔记|本帖|本文|此视频|这条|这期).{0,10}(?:广告|赞助|付费|商业推广|商业合作|商单|品牌合作|推广)/gu,
  /(?:由|感谢|谢谢).{1,30}(?:赞助|付费)/gu,
  /(?:付费推广|付费合作|商业推广|广告合作|品牌赞助|含广告|商业合作)/gu,
  /(?:publicidad pagada|promoción pagada|asociación pagada|colaboración (?:pagada|remunerada)|contenido patrocinado|patrocinad[oa] por)/gu,
  /este (?:v[ií]deo|reel|post|contenido) (?:es|contiene|incluye) (?:una? )?(?:publicidad|anuncio|contenido pagado)/gu,
  /(?:bezahlte (?:partnerschaft|werbung)|gesponsert von|partenariat rémunéré|collaboration commerciale|sponsorisé par)/gu,
];

/** `not a`, `isn't really`, `no es`, 并非 …, right before. */
const DENIED =
  /(?:\b(?:not|never|no|non|without|sin|nicht|kein|keine|pas)|n['’]t)(?:\s+(?:an?|any|in|way|being|been|really|actually|the|this|is|es|una?))*\s*$|(?:不是|并非|没有|沒有|无|無|非|未)\s*$/u;
/** Chinese puts its "no" between the subject and the word. */
const DENIED_WITHIN = /不是|并非|没有|沒有|无|無|非(?!常)|未|不含/u;

/** Where the text discloses, as indexes into it, in no particular order. What is denied ("not sponsored by") does not count. Pure. */
export function findDisclosures(text: string): number[] {
  return [TAG, LABEL, ...SENTENCES].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter(
        ({ 0: words, index }) =>
          !DENIED_WITHIN.test(words) && !DENIED.test(text.slice(Math.max(0, index - 40), index)),
      )
      .map(({ index }) => index),
  );
}
