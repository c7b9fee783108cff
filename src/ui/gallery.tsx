/**
 * Every component in every state, with invented words: to look at, and to run axe on. The gallery is for those who build; its
 * words are in Swedish as the product's are.
 */
import { GalleryDrawings } from "./gallery-drawings.tsx";
import { GalleryForms } from "./gallery-forms.tsx";
import { GalleryLists } from "./gallery-lists.tsx";
import { Actions, Button, LinkButton } from "./actions.tsx";
import { Card } from "./card.tsx";
import { DateText } from "./date-text.tsx";
import { ConfirmationPanel, EmptyState, LiveRegion, Notice, ProgressBar, Suppressed } from "./notices.tsx";
import { Page } from "./page.tsx";
import { Columns, Grid, Muted, Section, Tabs } from "./shell.tsx";
import { State } from "./gallery-state.tsx";
import { Tag } from "./tag.tsx";

/** The gallery as a page. Header, demo line and footer are the frame's own. */
export function Gallery() {
  return (
    <Page
      title="Galleri"
      caption="För dig som bygger"
      beside={<Tag tone="good">Fastställd</Tag>}
      lead="Alla delar i alla lägen. Titta, prova tangentbordet, skriv ut och gör fönstret smalt."
      breadcrumbs={[
        { href: "#start", label: "Start" },
        { href: "#parts", label: "Byggdelar" },
      ]}
    >
      <Actions>
        <LinkButton href="#drawings" variant="primary">
          Se ringarna
        </LinkButton>
        <LinkButton href="#forms">Prova ett formulär</LinkButton>
      </Actions>
      <GalleryDrawings />
      <GalleryLists />
      <GalleryForms />
      <Messages />
    </Page>
  );
}

function Messages() {
  return (
    <Section id="messages" title="Besked, kort och knappar" lead="Orden bär betydelsen, färgen hjälper ögat.">
      <Columns wide="even">
        <div>
          <Notice tone="info" title="Modellen revideras">
            <p>
              Synpunkter tas emot till <DateText day="2026-12-03" locale="sv-SE" />.
            </p>
          </Notice>
          <Notice tone="success" title="Sparat" announce>
            <p>Åsa Lindqvist ser placeringen nu.</p>
          </Notice>
          <Notice tone="warning" title="Sju av tio är placerade">
            <p>Tre samtal är inte bokade.</p>
          </Notice>
          <Notice tone="error" title="Filen gick inte att läsa" announce>
            <p>Rad 14 saknar anställningsnummer. Inget har ändrats.</p>
          </Notice>
        </div>
        <div>
          <EmptyState
            title="Ingen är placerad än"
            action={<LinkButton href="#place">Förbered enheten</LinkButton>}
          >
            <p>
              Börja med att förbereda placeringarna inför samtalen. Inget gäller förrän samtalet är hållet.
            </p>
          </EmptyState>
          <State name="Förlopp">
            <LiveRegion id="progress-region" done>
              <ProgressBar
                id="progress"
                label="Läser in personal"
                value={420}
                max={1200}
                text="420 av 1 200 rader. Du kan lämna sidan, arbetet fortsätter."
              />
            </LiveRegion>
            <ProgressBar id="progress-unknown" label="Förbereder" max={1} text="Strax klart." />
          </State>
        </div>
      </Columns>
      <State name="Kvittens">
        <ConfirmationPanel title="Personalen är inläst" level={3}>
          <p>12 nya, 3 flyttade, 1 har slutat. Cheferna ser det på sina sidor nu.</p>
        </ConfirmationPanel>
      </State>
      <Grid>
        <Card title="Min plan" size="small" level={3} href="#plan">
          <Muted>2 av 5 aktiviteter klara. Nästa: hospitering i Uddevalla, 14 januari.</Muted>
        </Card>
        <Card title="Vem har läst om mig" size="small" level={3}>
          <Muted>Karin Öhman, chef, 18 november. Ingen annan de senaste tre månaderna.</Muted>
        </Card>
        <Card title="Täckning" level={3}>
          <p>
            Rehab Orust:{" "}
            <Suppressed word="visas inte" explanation="färre än fem personer" href="#small-groups" />. Rehab
            Tjörn: <Suppressed word="visas inte" explanation="färre än fem personer" />.
          </p>
        </Card>
      </Grid>
      <State name="Knappar">
        <Actions>
          <Button>Spara placeringen</Button>
          <Button variant="secondary" about="för Åsa Lindqvist">
            Spara utkast
          </Button>
          <Button variant="danger">Dra tillbaka modellen</Button>
          <Button variant="quiet">Avbryt</Button>
          <LinkButton href="#file" download>
            Hämta som CSV
          </LinkButton>
        </Actions>
      </State>
      <State name="Märken">
        <p>
          <Tag>Utkast</Tag> <Tag tone="brand">Samtal 3 december</Tag> <Tag tone="good">Uppfyllt</Tag>{" "}
          <Tag tone="attention">Saknas</Tag> <Tag tone="danger">Avslutad</Tag>
        </p>
      </State>
      <State name="Vyer">
        <Tabs
          label="Visa modellen som"
          items={[
            { href: "#rings", label: "Ringar", current: true },
            { href: "#table", label: "Tabell" },
            { href: "#text", label: "Läs som text" },
          ]}
        />
      </State>
    </Section>
  );
}
