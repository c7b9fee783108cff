/** What four members of Göteborgsregionen lay over the shared model for occupational therapists: invented, as everything in the demo. */
import type { DemoSupplement } from "./layers.ts";

const fordjupad = { levelKey: "fordjupad", trackKey: null } as const;

export const SUPPLEMENTS = {
  goteborg: [
    {
      adopted: 9,
      items: [
        {
          ...fordjupad,
          headingKey: "uppgifter",
          kind: "duty",
          mandatory: null,
          text: "Du är stadsområdets kontakt för bostadsanpassning en dag i veckan.",
        },
        {
          levelKey: "bas",
          trackKey: null,
          headingKey: "kompetens",
          kind: "formal",
          mandatory: true,
          text: "Göteborgs Stads utbildning i digitala hjälpmedel",
          formal: { type: "course", validMonths: 24 },
        },
      ],
      clarifications: [
        {
          itemKey: "uppdrag-fordjupad",
          text: "I Göteborg finns uppdragen i varje stadsområde. Förflyttningsinstruktörerna har ett eget nätverk.",
        },
      ],
    },
    {
      unit: "201",
      adopted: 7,
      items: [
        {
          ...fordjupad,
          headingKey: "stod",
          kind: "support",
          mandatory: null,
          text: "Handledning i grupp den första torsdagen i månaden, i Nordosts lokaler",
        },
      ],
      clarifications: [
        {
          itemKey: "bostadsanpassning",
          text: "Hos oss går du utbildningen tillsammans med en kollega under din andra månad.",
        },
      ],
    },
  ],
  kungsbacka: [
    {
      adopted: 18,
      items: [
        {
          ...fordjupad,
          headingKey: "uppgifter",
          kind: "duty",
          mandatory: null,
          text: "Du håller i kommunens visningsmiljö för kognitivt stöd.",
        },
      ],
      clarifications: [
        {
          itemKey: "fordjupad-hospitering-i-en-annan-verksamhet-eller-kommun",
          text: "Vi har avtal om hospitering med Hallands sjukhus.",
        },
      ],
      unused: [
        {
          of: "item",
          key: "handledarutbildning",
          reason: "Vi tar inte emot studenter under verksamhetsförlagd utbildning än.",
        },
      ],
    },
  ],
  kungalv: [
    {
      adopted: 12,
      clarifications: [
        { itemKey: "forskrivning", text: "Kursen ges av Hjälpmedelscentralen, vår och höst." },
      ],
      unused: [
        { of: "track", key: "forskning", reason: "Vi har ingen egen forskning. Fråga regionens FoU-enhet." },
      ],
    },
    {
      adopted: null,
      items: [
        {
          levelKey: "avancerad",
          trackKey: null,
          headingKey: "uppgifter",
          kind: "duty",
          mandatory: null,
          text: "Du är med när kommunen köper in hjälpmedel och välfärdsteknik.",
        },
      ],
      clarifications: [
        {
          itemKey: "forskrivning",
          text: "Kursen ges av Hjälpmedelscentralen, vår och höst. Du går den under ditt första halvår hos oss.",
        },
        {
          itemKey: "uppdrag-fordjupad",
          text: "Prata med din chef om vilket uppdrag som behövs i din grupp.",
        },
      ],
      unused: [
        { of: "track", key: "forskning", reason: "Vi har ingen egen forskning. Fråga regionens FoU-enhet." },
      ],
    },
  ],
  molndal: [
    {
      adopted: 5,
      items: [
        {
          levelKey: "avancerad",
          trackKey: "handledning",
          headingKey: "uppgifter",
          kind: "duty",
          mandatory: null,
          text: "Du leder kommunens metodhandledarträffar.",
        },
      ],
      clarifications: [
        {
          itemKey: "uppdrag-fordjupad",
          text: "I Mölndal väljer ni mellan kognitivt stöd och välfärdsteknik.",
        },
      ],
      unused: [
        {
          of: "item",
          key: "handledarutbildning",
          reason: "Mölndals egen handledarkurs ersätter den till och med 2027.",
        },
      ],
    },
  ],
} as const satisfies Readonly<Record<string, readonly DemoSupplement[]>>;
