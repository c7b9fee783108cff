/** Everything that is held about the one who asks, as a file of their own (ASM-4); in a demo it says that it is invented. */
import { load } from "../../platform/http/page.ts";
import { messages } from "../../messages/messages.ts";
import { viewMyData } from "../view-my-data.ts";

export const loader = load(async ({ work, mode, language }) => {
  const body = {
    ...(mode === "demo" ? { demo: messages[language].shell.demo } : {}),
    organisation: work.tenant.name,
    day: work.today,
    ...(await viewMyData(work)),
  };
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="vidga-${work.today}.json"`,
      "Cache-Control": "no-store",
    },
  });
});
