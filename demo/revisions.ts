/**
 * What the second versions of three of the demo's models say instead of the first: texts of their files, each with what it becomes. A line that is
 * reworded or moved is given the key that it had.
 */
export const REVISIONS: Readonly<Record<string, readonly (readonly [was: string, becomes: string])[]>> = {
  audionom: [
    [
      `          - text: Du planerar hela rehabiliteringen tillsammans med patienten och följer upp målen.`,
      `          - nyckel: kompetent-du-planerar-hela-rehabiliteringen-tillsammans-med
            text: Du planerar hela rehabiliteringen tillsammans med patienten och de närstående, och följer upp målen.`,
    ],
    [
      `          - text: Du ser när hörseln inte är hela förklaringen och hänvisar rätt.
            hur: självständigt
`,
      "",
    ],
    [
      `          - text: Du samtalar om hörsel så att patienten själv kan ta ställning.
            hur: med stöd
`,
      `          - text: Du samtalar om hörsel så att patienten själv kan ta ställning.
            hur: med stöd
          - nyckel: kompetent-du-ser-nar-horseln-inte-ar-hela-forklaringen-och
            text: Du ser när hörseln inte är hela förklaringen och hänvisar rätt.
            hur: med stöd
          - Du följer upp hur patienten själv tycker att hörapparaterna fungerar i vardagen.
`,
    ],
    [
      `            hp: 7,5
            krav: rekommenderat
`,
      `            hp: 7,5
`,
    ],
    [
      `          - text: Du kan stå för drop-in-mottagningen utan en annan audionom på plats.
            synlighet: intern
`,
      "",
    ],
    [
      `          - nyckel: magister
            text: Magisterexamen om 60 högskolepoäng med inriktning mot audiologi
            slag: examen
            hp: 60
            utbildningsnivå: avancerad nivå
          - nyckel: erfarenhet-fem-ar
            text: Minst fem års arbete inom området
            slag: erfarenhet
            månader: 60
`,
      `          - krävs: 1
            av:
              - nyckel: magister
                text: Magisterexamen om 60 högskolepoäng med inriktning mot audiologi
                slag: examen
                hp: 60
                utbildningsnivå: avancerad nivå
              - nyckel: erfarenhet-fem-ar
                text: Minst åtta års arbete inom området
                slag: erfarenhet
                månader: 96
`,
    ],
    ["namn: Kliniskt arbete", "namn: Kliniskt arbete och metodutveckling"],
  ],
  forrattningslantmatare: [
    [
      `          - text: Du skriver beslut som sakägarna förstår.
            hur: med stöd`,
      `          - nyckel: nyexaminerad-du-skriver-beslut-som-sakagarna-forstar
            text: Du skriver beslut på klarspråk, så att sakägarna förstår dem.
            hur: med stöd`,
    ],
    [
      "          - Du deltar i gruppens ärendegenomgångar.\n",
      "          - Du deltar i gruppens ärendegenomgångar och tar upp dina egna ärenden där.\n",
    ],
    [
      `            text: Fördjupad utbildning i fastighetsvärdering eller fastighetsrätt
            slag: kurs
            krav: rekommenderat
`,
      `            text: Fördjupad utbildning i fastighetsvärdering eller fastighetsrätt
            slag: kurs
`,
    ],
    ["          - Du granskar kollegors beslut innan de fattas.\n", ""],
    [
      "          - Du är mentor för en nyexaminerad kollega.\n",
      `          - Du är mentor för en nyexaminerad kollega.
          - nyckel: sjalvstandig-du-granskar-kollegors-beslut-innan-de-fattas
            text: Du granskar kollegors beslut innan de fattas.
`,
    ],
    [
      "          - Tio procent av arbetstiden för egen fördjupning\n",
      "          - Femton procent av arbetstiden för egen fördjupning\n",
    ],
  ],
  arbetsterapeut: [
    [
      `          - nyckel: forskrivning
            text: Utbildning i förskrivning av hjälpmedel, med godkänt prov och intyg
            slag: kurs
`,
      `          - nyckel: forskrivning
            text: Utbildning i förskrivning av hjälpmedel, med godkänt prov och intyg
            slag: kurs
            giltig: 36
`,
    ],
    [
      `            slag: kurs
            hp: 7,5
            krav: rekommenderat
`,
      `            slag: kurs
            hp: 7,5
`,
    ],
    [
      "          - Du är mentor för en ny kollega.\n",
      `          - Du är mentor för en ny kollega.
          - Du prövar välfärdsteknik tillsammans med dem som ska använda den.
`,
    ],
    [
      `          - text: Du handleder omsorgspersonal i ett vardagsrehabiliterande arbetssätt.
            hur: självständigt
`,
      `          - text: Du handleder omsorgspersonal i ett vardagsrehabiliterande arbetssätt.
            hur: självständigt
          - Du har god kunskap om välfärdsteknik.
`,
    ],
    [
      "          - Hospitering i en annan verksamhet eller kommun, upp till en vecka om året\n",
      `          - nyckel: fordjupad-hospitering-i-en-annan-verksamhet-eller-kommun
            text: Hospitering i en annan verksamhet eller kommun, upp till två veckor om året
`,
    ],
  ],
};

/** A model's file as its second version. Throws when a text that is to change is not in it just once. */
export function secondVersion(file: string, text: string): string {
  const changes = [["  version: 1\n", "  version: 2\n"] as const, ...(REVISIONS[file] ?? [])];
  return changes.reduce((changed, [was, becomes]) => {
    if (changed.split(was).length !== 2) throw new Error(`${file}: not there just once: ${was}`);
    return changed.replace(was, becomes);
  }, text);
}
