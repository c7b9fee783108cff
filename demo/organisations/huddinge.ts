/** Huddinge: one small unit of land surveyors. */
import { Hiring } from "../hiring.ts";
import type { DemoAccount, DemoOrganisation } from "../organisation.ts";

const ACCOUNTS: readonly DemoAccount[] = [
  {
    name: "Hanna Bergström",
    role: null,
    look: { sv: "Lantmätare i en liten enhet.", en: "Land surveyor in a small unit." },
  },
  {
    name: "Oskar Nyström",
    role: null,
    look: {
      sv: "Chef för tio personer: ser sina egna, medan siffrorna är dolda för andra.",
      en: "Manager of ten people: sees their own, while the figures are hidden from others.",
    },
  },
  { name: "Pär Lunde", role: null, deputyOf: "120" },
  { name: "Viktor Sandell", role: "process_lead" },
  { name: "Ida Kvist", role: "rollout_lead", unit: "120" },
  { name: "Therese Holm", role: "adopter" },
  { name: "Yusuf Demir", role: "union_representative", professions: ["förrättningslantmätare"] },
  { name: "Isak Larsson", role: "hr_handler" },
  {
    name: "Moa Stål",
    role: "hr_partner",
    about: "Hanna Bergström",
    reason: "Återgång efter tjänstledighet, på önskemål av Hanna",
  },
  { name: "Zahra Ahmadi", role: "data_protection_officer" },
  { name: "Linnéa Hassan", role: "administrator" },
];

export function huddinge(): DemoOrganisation {
  const hiring = new Hiring("huddinge.example", 3, 3_001);
  const director = hiring.hire("100", "Samhällsbyggnadsdirektör", null, {
    givenName: "Marja",
    familyName: "Salminen",
  });
  const manager = hiring.hire("120", "Lantmäterichef", director, {
    givenName: "Oskar",
    familyName: "Nyström",
  });
  hiring.hire("120", "Förrättningslantmätare", manager, {
    givenName: "Hanna",
    familyName: "Bergström",
    from: "2022-08-15",
  });
  for (const [givenName, familyName] of [
    ["Pär", "Lunde"],
    ["Ida", "Kvist"],
    ["Yusuf", "Demir"],
  ] as const)
    hiring.hire("120", "Förrättningslantmätare", manager, { givenName, familyName });
  hiring.team("120", "Förrättningslantmätare", manager, 3);
  hiring.hire("120", "Kartingenjör", manager, { givenName: "Tomasz", familyName: "Nowak" });
  hiring.hire("120", "Handläggare", manager, { givenName: "Agnes", familyName: "Öberg" });
  hiring.hire("100", "HR-strateg", director, { givenName: "Viktor", familyName: "Sandell" });
  hiring.hire("100", "HR-direktör", director, { givenName: "Therese", familyName: "Holm" });
  hiring.hire("100", "HR-specialist", director, { givenName: "Isak", familyName: "Larsson" });
  hiring.hire("100", "HR-partner", director, { givenName: "Moa", familyName: "Stål" });
  hiring.hire("100", "Dataskyddsombud", director, { givenName: "Zahra", familyName: "Ahmadi" });
  hiring.hire("100", "Systemförvaltare", director, { givenName: "Linnéa", familyName: "Hassan" });
  return {
    tenant: { slug: "huddinge", name: "Huddinge kommun", kind: "municipality" },
    begin: 5,
    see: {
      sv: "En enhet med tio personer, varav sju i yrket: så skyddas små grupper.",
      en: "A unit of ten people, seven of them in the profession: how small groups are protected.",
    },
    settings: {
      modelWord: "karriärmodell",
      presentation: "stairs",
      theme: { brand: "#3d4f7c", accent: "#a8480f" },
      placementPrinciples:
        "Nivån beskriver det ansvar och de ärenden som du arbetar med.\nEtt byte av nivå bygger på chefens bedömning och på vad verksamheten behöver. Det är varken en skyldighet eller en rättighet.",
      payLinkStatement: "Ett byte av nivå leder till en ny överenskommelse om uppdrag och lön.",
    },
    units: [
      { code: "100", name: "Samhällsbyggnadsförvaltningen", parent: null },
      { code: "120", name: "Lantmäterienheten", parent: "100" },
    ],
    professions: [
      {
        nameSv: "förrättningslantmätare",
        nameEn: "cadastral surveyor",
        ssyk: null,
        licensed: false,
        unions: ["Akavia", "Sveriges Ingenjörer", "Naturvetarna"],
        titles: [],
      },
    ],
    began: 14,
    models: [
      {
        file: "forrattningslantmatare",
        profession: "förrättningslantmätare",
        adopted: 13,
        revised: 3,
        placed: 9,
        days: 200,
      },
    ],
    measured: [12, 8, 4, 1],
    accounts: ACCOUNTS,
    staff: hiring.staff,
  };
}
