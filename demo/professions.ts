/** Professions as the demo's organisations know them. Codes are only those that are certain. */
import type { DemoProfession } from "./organisation.ts";

export const CARE: readonly DemoProfession[] = [
  {
    nameSv: "arbetsterapeut",
    nameEn: "occupational therapist",
    ssyk: "2273",
    licensed: true,
    unions: ["Sveriges Arbetsterapeuter"],
    titles: ["Leg arbetsterapeut"],
  },
  {
    nameSv: "fysioterapeut",
    nameEn: "physiotherapist",
    ssyk: "2272",
    licensed: true,
    unions: ["Fysioterapeuterna"],
    titles: ["Leg fysioterapeut", "Sjukgymnast"],
  },
  {
    nameSv: "sjuksköterska",
    nameEn: "registered nurse",
    ssyk: null,
    licensed: true,
    unions: ["Vårdförbundet"],
    titles: ["Leg sjuksköterska", "Skolsköterska"],
  },
];

export const AUDIONOM: DemoProfession = {
  nameSv: "audionom",
  nameEn: "audiologist",
  ssyk: "2283",
  licensed: true,
  unions: ["SRAT"],
  titles: ["Leg audionom"],
};

export const PSYKOLOG: DemoProfession = {
  nameSv: "psykolog",
  nameEn: "psychologist",
  ssyk: "2241",
  licensed: true,
  unions: ["Sveriges Psykologförbund"],
  titles: ["Leg psykolog", "PTP-psykolog"],
};

export const APOTEKARE: DemoProfession = {
  nameSv: "apotekare",
  nameEn: "pharmacist",
  ssyk: null,
  licensed: true,
  unions: ["Sveriges Farmaceuter"],
  titles: ["Leg apotekare"],
};

export const RECEPTARIE: DemoProfession = {
  nameSv: "receptarie",
  nameEn: "dispensing pharmacist",
  ssyk: null,
  licensed: true,
  unions: ["Sveriges Farmaceuter"],
  titles: ["Leg receptarie"],
};
