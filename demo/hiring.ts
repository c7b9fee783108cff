/** Hires the demo's people: numbers in order, names that do not repeat, the same every time. */
import type { DemoEmployment } from "./organisation.ts";

const GIVEN =
  "Åsa Karin Jörgen Siv Ömer Lena Maja Erik Amira Johan Sofia Fatima Anders Elif Björn Ylva Mohammed Ingrid Oskar Hanna Piotr Aino Nils Zahra Emil Therese Göran Leyla Mats Frida Dragana Henrik Ebba Samir Ulrika Tove Axel Marja Viktor Ronja Hassan Elsa Petra Jonas Solveig Kerstin Linnéa Abdi Gunilla Simon Märta Tomasz Cecilia Rasmus Nour Britta Isak Agnes Stefan Olena".split(
    " ",
  );
const FAMILY =
  "Lindqvist Öhman Ek Åkerblom Yildiz Bergström Hassan Nyström Svensson Ahmadi Holm Österberg Johansson Nowak Sjögren Åberg Virtanen Karlsson Haddad Lundgren Ström Petrovic Wallin Ibrahim Eklund Björk Rahimi Ljung Andersson Öberg Kowalski Falk Norén Hedlund Sandell Abdullahi Brandt Forsberg Engström Äng Hägg Salminen Rosén Mohamud Dahl Viklund Nilsson Zetterlund Lind Bäckström Sundin Ottosson Khalil Grahn Palm Ödman Ros Wikström Larsson Melnyk".split(
    " ",
  );

/** A small generator of numbers in [0, 1), the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[ıİ]/g, "i")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z]/g, "");

/** Hires people for one organisation. */
export class Hiring {
  readonly staff: DemoEmployment[] = [];
  readonly #domain: string;
  readonly #random: () => number;
  #next: number;
  #named: number;

  constructor(domain: string, seed: number, firstNumber: number) {
    this.#domain = domain;
    this.#random = numbers(seed);
    this.#next = firstNumber;
    this.#named = seed * 23;
  }

  hire(unit: string, title: string, manager: string | null, more: Partial<DemoEmployment> = {}): string {
    const [givenName, familyName] =
      more.givenName && more.familyName ? [more.givenName, more.familyName] : this.#name();
    const number = String(this.#next++);
    const year = 2003 + Math.floor(this.#random() * 22);
    const month = 1 + Math.floor(this.#random() * 12);
    const extents = [100, 100, 100, 100, 80, 75];
    const form = more.form ?? "Tillsvidare";
    this.staff.push({
      number,
      person: `P${number}`,
      givenName,
      familyName,
      email: form === "Timavlönad" ? null : `${plain(givenName)}.${plain(familyName)}@${this.#domain}`,
      unit,
      title,
      form,
      extent: extents[Math.floor(this.#random() * extents.length)] as number,
      from: `${year}-${String(month).padStart(2, "0")}-01`,
      to: null,
      main: true,
      manager,
      ...more,
    });
    return number;
  }

  /** A name that nobody here has. */
  #name(): [string, string] {
    const n = this.#named++;
    const given = GIVEN[(n * 17) % GIVEN.length] as string;
    const family = FAMILY[(n * 13 + Math.floor(n / FAMILY.length) * 7) % FAMILY.length] as string;
    const taken = this.staff.some((each) => each.givenName === given && each.familyName === family);
    return taken ? this.#name() : [given, family];
  }

  team(unit: string, title: string, manager: string | null, count: number): void {
    for (let index = 0; index < count; index++) this.hire(unit, title, manager);
  }
}
