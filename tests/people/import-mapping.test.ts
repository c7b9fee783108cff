import { describe, expect, test } from "vitest";
import { checkMapping, guessMapping, isMapping } from "../../src/people/import-mapping.rules.ts";
import type { Mapping } from "../../src/people/import-fields.rules.ts";

const guess = (header: string, ...rows: string[]): Mapping =>
  guessMapping(
    header.split(";"),
    rows.map((row) => row.split(";")),
  );

describe("INT-1 the mapping is guessed", () => {
  test("from the words of a Heroma-like file", () => {
    expect(
      guess(
        "Personnr;Anst.nr;Förnamn;Efternamn;E-post;Org.kod;Org.namn;Chef anst.nr;Befattning;Befattningskod;AID-kod;Anst.form;Syssgrad (%);Anst. fr.o.m;Anst. t.o.m;Huvudanst. (J/N);Frånvaro fr.o.m.;Frånvaro t.o.m.;Sekretess",
      ),
    ).toEqual({
      columns: {
        employmentNumber: "Anst.nr",
        givenName: "Förnamn",
        familyName: "Efternamn",
        email: "E-post",
        unitCode: "Org.kod",
        unitName: "Org.namn",
        managerNumber: "Chef anst.nr",
        title: "Befattning",
        professionCode: "Befattningskod",
        aid: "AID-kod",
        form: "Anst.form",
        extent: "Syssgrad (%)",
        from: "Anst. fr.o.m",
        to: "Anst. t.o.m",
        main: "Huvudanst. (J/N)",
        leaveFrom: "Frånvaro fr.o.m.",
        leaveTo: "Frånvaro t.o.m.",
        protectedIdentity: "Sekretess",
      },
      dropped: [{ column: "Personnr", why: "personal-identity-number" }],
      key: { by: "employment-number" },
    });
  });

  test("from the words of a file in English", () => {
    const { columns } = guess(
      "employmentNumber;personKey;fullName;email;unitPath;managerNumber;title;from;to",
    );
    expect(columns).toMatchObject({
      employmentNumber: "employmentNumber",
      fullName: "fullName",
      unitPath: "unitPath",
    });
  });

  test("a column called chef that holds names leads to nobody", () => {
    expect(guess("Anstnr;Chef", "1;Åsa Öhrn", "2;Bo Ek").columns.managerNumber).toBeUndefined();
    expect(guess("Anstnr;Chef", "1;1002", "2;").columns.managerNumber).toBe("Chef");
  });

  test("a column of personnummer is found by its content, under whatever name, and dropped", () => {
    const mapping = guess("Anställningsnummer;ID;Namn", "1001;18900101-9802;Åsa Öhrn", "1002;;Bo Ek");
    expect(mapping.dropped).toEqual([{ column: "ID", why: "personal-identity-number" }]);
    expect(Object.values(mapping.columns)).not.toContain("ID");
    expect(mapping.key).toEqual({ by: "employment-number" });
  });

  test("a number of the employment that is a personnummer is none, and serves as key only by its hash", () => {
    const mapping = guess("Anställningsnummer;Namn", "189001019802;Åsa Öhrn");
    expect(mapping.columns.employmentNumber).toBeUndefined();
    expect(mapping.key).toEqual({ by: "identity-hash", column: "Anställningsnummer" });
  });

  test("no column is used twice", () => {
    const { columns } = guess("Enhet;Titel;Befattning;Från;Till");
    const used = Object.values(columns);
    expect(new Set(used).size).toBe(used.length);
  });
});

describe("INT-1 a mapping is checked against each file", () => {
  const header = ["Anstnr", "Förnamn", "Efternamn", "Enhetskod", "Från", "Pnr", "Övrigt"];
  const mapping: Mapping = {
    columns: {
      employmentNumber: "Anstnr",
      givenName: "Förnamn",
      familyName: "Efternamn",
      unitCode: "Enhetskod",
      from: "Från",
    },
    dropped: [{ column: "Pnr", why: "personal-identity-number" }],
    key: { by: "employment-number" },
  };
  const changed = (columns: Mapping["columns"]): Mapping => ({
    ...mapping,
    columns: { ...mapping.columns, ...columns },
  });

  test("one that fits has no hindrance, also when the header is written otherwise", () => {
    expect(checkMapping(mapping, header)).toEqual([]);
    expect(checkMapping(mapping, ["ANST.NR", "förnamn", "Efternamn ", "Enhets-kod", "Från"])).toEqual([]);
  });

  test("every hindrance at once", () => {
    const wrong: Mapping = {
      columns: { givenName: "Förnamn", familyName: "förnamn", title: "Titel", email: "Pnr" },
      dropped: [],
      key: { by: "employment-number" },
    };
    expect(checkMapping(wrong, header)).toEqual([
      { code: "missing-required", field: "employmentNumber" },
      { code: "missing-required", field: "unitCode" },
      { code: "missing-required", field: "from" },
      { code: "mapped-twice", field: "familyName", data: { column: "förnamn" } },
      { code: "header-gone", field: "title", data: { column: "Titel" } },
      { code: "personal-identity-column", field: "email", data: { column: "Pnr" } },
    ]);
  });

  test("a column that holds personnummer can't be mapped, whatever it is called", () => {
    const sample = [["1", "Åsa", "Öhrn", "310", "2024-01-01", "", "900101-9802"]];
    expect(checkMapping(changed({ title: "Övrigt" }), header, sample)).toEqual([
      { code: "personal-identity-column", field: "title", data: { column: "Övrigt" } },
    ]);
  });

  test("names in one column, units by path or name, and a hash for a key are enough", () => {
    const lean: Mapping = {
      columns: { fullName: "Namn", unitPath: "Väg", from: "Från" },
      dropped: [],
      key: { by: "identity-hash", column: "Pnr" },
    };
    expect(checkMapping(lean, ["Pnr", "Namn", "Väg", "Från"])).toEqual([]);
    expect(checkMapping(lean, ["Namn", "Väg", "Från"])).toEqual([
      { code: "header-gone", field: "employmentNumber", data: { column: "Pnr" } },
    ]);
  });

  test("it is saved as JSON and known again; other JSON is not one", () => {
    expect(isMapping(JSON.parse(JSON.stringify(mapping)))).toBe(true);
    for (const other of [
      null,
      [],
      {},
      { ...mapping, columns: { shoeSize: "A" } },
      { ...mapping, key: { by: "name" } },
    ]) {
      expect(isMapping(other)).toBe(false);
    }
  });
});
