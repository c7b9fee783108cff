/** Ends the session on this device. */
import { act, load, seeOther } from "../../platform/http/page.ts";
import { NotFound } from "../../shared/result.ts";
import { signOut } from "../sign-in.ts";
import { cookieName, endedCookie } from "../session.ts";

/** There is nothing to see here: signing out is done with a form. */
export const loader = load(() => Promise.reject(new NotFound("page")));

export const action = act(async ({ work, request, secure, cookies }) => {
  const { slug } = work.tenant;
  const name = `${cookieName(slug, secure)}=`;
  const sent = request.headers
    .get("Cookie")
    ?.split(/;\s*/)
    .find((cookie) => cookie.startsWith(name));
  if (sent) await signOut(work, sent.slice(name.length));
  cookies.push(endedCookie(slug, secure));
  return seeOther(`/o/${slug}/sign-in`);
});
