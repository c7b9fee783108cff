/** Ends the session on this device. */
import { act, load, seeOther } from "../../platform/http/page.ts";
import { NotHere } from "../../shared/result.ts";
import { signOut } from "../sign-in.ts";
import { endedCookie } from "../session.ts";

/** There is nothing to see here: signing out is done with a form. */
export const loader = load(() => Promise.reject(new NotHere("page")));

export const action = act(
  async ({ work, sessionToken, secure, cookies }) => {
    const { slug } = work.tenant;
    if (sessionToken) await signOut(work, sessionToken);
    cookies.push(endedCookie(slug, secure));
    return seeOther(`/o/${slug}/sign-in`);
  },
  { once: false },
);
