/** All that is held about oneself, and what one says of it, over the API (INT-3, ASM-4, PRV-1): by tokens that people have made themselves. And the answers, by whoever answers. */
import { z } from "zod";
import { answerTo, created, listed, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id, instant, list, paging, whole } from "../platform/http/api/schemas.ts";
import { viewMyReads } from "../people/view-my-reads.ts";
import { NotFound } from "../shared/result.ts";
import { ABOUTS, OUTCOMES, REQUEST_KINDS } from "./request.rules.ts";
import { answerRequest, sayAbout, viewOpenRequests } from "./say-about.ts";
import { viewMyRegister } from "./view-my-data.ts";

const words = z.string().meta({ description: "Can be disclosed as a public record." });
const record = z
  .object({ id, name: z.string() })
  .nullable()
  .meta({ description: "The one record that it is about, as it was called then. Null is all of the kind." });
const request = z
  .object({
    id,
    kind: z.enum(REQUEST_KINDS),
    about: z.enum(ABOUTS),
    record,
    words,
    at: instant,
    answer: z
      .object({
        outcome: z.enum(OUTCOMES),
        words,
        by: z.string().nullable().meta({ description: "Null where the name isn't told." }),
        at: instant,
      })
      .nullable(),
  })
  .meta({ id: "DataRequest" });
const range = { from: day, to: day.nullable().meta({ description: "The first day outside." }) };
const myData = z
  .object({
    personId: id,
    givenName: z.string(),
    familyName: z.string(),
    email: z.string().nullable(),
    protectedIdentity: z.boolean(),
    handlerName: z.string().nullable().meta({ description: "Who is named for a protected identity." }),
    employments: z.array(
      z.object({
        number: z.string(),
        unitId: id,
        unitName: z.string(),
        professionSv: z.string().nullable(),
        professionEn: z.string().nullable(),
        title: z.string(),
        form: z.enum(["permanent", "fixed-term", "hourly"]),
        extent: z.number().meta({ description: "Per cent of full time." }),
        isMain: z.boolean(),
        ...range,
      }),
    ),
    leaves: z.array(z.object(range)),
    requests: z.array(request).meta({ description: "What you have said of what is held, the latest first." }),
  })
  .meta({
    id: "MyData",
    description:
      "What the register says. Placements and evidence stand at your own `/people/{personId}/…`, assessments at `/my/assessments`, who has read at `/my/reads`.",
  });
const read = z
  .object({
    at: instant,
    reader: z.string().nullable().meta({ description: "Null where the name isn't told." }),
    what: z.string(),
    basis: z.string().meta({ description: "Why it was allowed." }),
    reason: z.string().nullable(),
  })
  .meta({ id: "ReadAboutMe" });
const toAnswer = z
  .object({
    id,
    personId: id,
    givenName: z.string(),
    familyName: z.string(),
    about: z.enum(ABOUTS),
    record,
    words,
    at: instant,
  })
  .meta({ id: "DataRequestToAnswer" });

const ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const SAID = ["missing", "too-long", "bad-character"];

export const privacyApi: readonly Operation[] = [
  operation({
    id: "getMyData",
    method: "get",
    path: "/my/data",
    tag: "my",
    summary: { sv: "Det som finns om dig", en: "What is held about you" },
    description: "For an account that belongs to an employee.",
    scope: "my:read",
    answers: {
      200: { description: "What the register says, and what you have said of it.", schema: myData },
    },
    run: async ({ work }) => {
      const { register, requests } = await viewMyRegister(work);
      return ok({ ...register, employments: register.periods, requests });
    },
  }),
  operation({
    id: "listMyReads",
    method: "get",
    path: "/my/reads",
    tag: "my",
    summary: { sv: "Vem som har läst om dig", en: "Who has read about you" },
    scope: "my:read",
    query: z.strictObject(paging),
    answers: { 200: { description: "The latest first.", schema: list("MyReads", read) } },
    run: async ({ work, query }) => {
      const { employee, reads, total } = await viewMyReads(work, query.page, query.limit);
      if (!employee) throw new NotFound("reads");
      return listed(reads, total, query);
    },
  }),
  operation({
    id: "sayAboutMyData",
    method: "post",
    path: "/my/data/requests",
    tag: "my",
    summary: { sv: "Kommentera eller be om rättelse", en: "Comment, or ask for correction" },
    description:
      "A request for correction is answered by whoever answers for what it is about; both texts stay.",
    scope: "my:write",
    body: json(
      z
        .strictObject({
          about: z.enum(ABOUTS),
          kind: z.enum(REQUEST_KINDS),
          words: z.string(),
          recordId: z.string().nullable().default(null).meta({
            description:
              "A placement, an assessment or a piece of evidence of your own; null is all of the kind.",
          }),
        })
        .meta({ id: "DataRequestToSend" }),
      { about: "register", kind: "correction", words: "Jag började i mars 2023." },
    ),
    answers: { 201: { description: "Said.", schema: z.object({ id }).meta({ id: "DataRequestSent" }) } },
    creates: true,
    refusals: SAID,
    run: async ({ work, body }) =>
      answerTo(await sayAbout(work, body), (sent) => created("/my/data", { id: sent })),
  }),
  operation({
    id: "listDataRequests",
    method: "get",
    path: "/data-requests",
    tag: "data-requests",
    summary: { sv: "Begäran om rättelse att besvara", en: "Requests for correction to answer" },
    description:
      "For HR handlers, of what the register says and who has read; for whoever decides for the person, of the rest. At most fifty at once: what is answered makes room.",
    scope: "data-requests:read",
    answers: { 200: { description: "The longest waiting first.", schema: whole("DataRequests", toAnswer) } },
    run: async ({ work }) => ok({ items: (await viewOpenRequests(work)).requests }),
  }),
  operation({
    id: "answerDataRequest",
    method: "post",
    path: "/data-requests/{requestId}/answer",
    tag: "data-requests",
    summary: { sv: "Besvara en begäran om rättelse", en: "Answer a request for correction" },
    description: "Once, by somebody else than the person themself.",
    params: { requestId: { description: "The request's id.", example: ID } },
    scope: "data-requests:write",
    body: json(
      z.strictObject({ outcome: z.enum(OUTCOMES), words: z.string() }).meta({ id: "DataRequestAnswer" }),
      { outcome: "corrected", words: "Nu står det mars 2023." },
    ),
    answers: {
      201: { description: "Answered.", schema: z.object({ id }).meta({ id: "DataRequestAnswered" }) },
    },
    creates: true,
    conflicts: true,
    refusals: SAID,
    run: async ({ work, param, body }) => {
      const requestId = param("requestId");
      return answerTo(
        await answerRequest(work, { requestId, ...body }),
        () => created("/data-requests", { id: requestId }),
        { conflict: ["answered-already"] },
      );
    },
  }),
];
