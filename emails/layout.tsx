/** The layout of every email: what happened, what to do by when, where the money is, one button, why they get it. */
import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import type { EmailContent } from "./content";
import { DARK_CSS, STYLE } from "./style";
import type { Words } from "./words";

type Props = { content: EmailContent; url: string; words: Words };

export function Layout({ content, url, words: { t, locale } }: Props) {
  return (
    <Html lang={locale === "zh" ? "zh-CN" : "en"}>
      <Head>
        <title>{content.subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK_CSS}</style>
      </Head>
      <Preview>{content.lead}</Preview>
      <Body className="page" style={STYLE.page}>
        <Section className="ground" style={STYLE.ground}>
          <Container style={STYLE.frame}>
            <Section style={STYLE.head}>
              <Text className="ink" style={STYLE.wordmark}>
                <span className="mark" style={STYLE.mark}>
                  ✓
                </span>{" "}
                Postbond
              </Text>
            </Section>
            <Section className="card" style={STYLE.card}>
              <Text className="soft" style={STYLE.greeting}>
                {t("layout.greeting", { recipient: content.recipient })}
              </Text>
              <Heading as="h1" className="ink" style={STYLE.heading}>
                {content.heading}
              </Heading>
              <Text className="ink" style={STYLE.lead}>
                {content.lead}
              </Text>
              {content.quotes.map(([label, text]) => (
                <Section key={label} className="quote" style={STYLE.quote}>
                  <Text className="soft" style={STYLE.label}>
                    {label}
                  </Text>
                  <Text className="ink" style={STYLE.quoted}>
                    {text}
                  </Text>
                </Section>
              ))}
              {content.list ? <List {...content.list} /> : null}
              {content.next ? (
                <Section className="next" style={STYLE.next}>
                  <Text className="ink" style={STYLE.nextText}>
                    {content.next}
                  </Text>
                </Section>
              ) : null}
              {content.facts.length > 0 ? <Facts facts={content.facts} /> : null}
              {content.money ? (
                <Text className="ink" style={STYLE.money}>
                  {content.money}
                </Text>
              ) : null}
              <Button className="button" href={url} style={STYLE.button}>
                {content.action}
              </Button>
              <Text className="soft" style={STYLE.hint}>
                {t("layout.link_hint")}
                <br />
                <Link className="link" href={url} style={STYLE.link}>
                  {url}
                </Link>
              </Text>
            </Section>
            <Section style={STYLE.foot}>
              <Text className="soft" style={STYLE.small}>
                {content.why}
              </Text>
              <Text className="soft" style={STYLE.small}>
                {t("layout.footer")}
              </Text>
              <Text className="soft" style={STYLE.small}>
                Postbond · {t("layout.tagline")}
              </Text>
            </Section>
          </Container>
        </Section>
      </Body>
    </Html>
  );
}

function List({ label, items }: { label: string; items: readonly string[] }) {
  return (
    <Section className="quote" style={STYLE.quote}>
      <Text className="soft" style={STYLE.label}>
        {label}
      </Text>
      {items.map((item) => (
        <Text key={item} className="ink" style={STYLE.item}>
          • {item}
        </Text>
      ))}
    </Section>
  );
}

function Facts({ facts }: { facts: EmailContent["facts"] }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={STYLE.facts}>
      <tbody>
        {facts.map(([label, value]) => (
          <tr key={label}>
            <td className="soft line" style={STYLE.factLabel}>
              {label}
            </td>
            <td className="ink line" style={STYLE.factValue}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
