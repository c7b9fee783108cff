/** Which levels of a model are posts (PLC-4). */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Button } from "../../ui/actions.tsx";
import { CheckboxGroup } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { keepPosts, postsAmong, viewPosts } from "../keep-posts.ts";
import type { Route } from "./+types/posts";

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewPosts(work, params["model"] ?? "")),
  saved: url.searchParams.has("saved"),
}));

export const action = act(async ({ work, form, params }) => {
  const slug = params["model"] ?? "";
  const was = field(form, "was").split(" ").filter(Boolean);
  const result = await keepPosts(work, slug, { levelIds: form["posts"] ?? [], was });
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}/models/${slug}/posts?saved`)
    : again(result.reasons, form);
});

export default function PostsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, levels, saved } = loaderData;
  const { careerModel, move } = useMessages();
  const t = move.posts;
  const { at, language } = useShell();
  const name = capital(language === "sv" ? loaderData.nameSv : loaderData.nameEn);
  const errors = spell(actionData?.reasons ?? [], move.reasons);
  const chosen = postsAmong(loaderData);
  return (
    <Page
      title={t.title(name)}
      lead={t.lead}
      errors={errors.list}
      narrow
      breadcrumbs={[
        { href: at("/models"), label: careerModel.list.title },
        { href: at(`/models/${slug}`), label: name },
      ]}
    >
      {saved && !actionData && <Notice tone="success" title={t.saved} announce />}
      <Form hidden={{ was: chosen.join(" ") }}>
        <CheckboxGroup
          name="posts"
          label={t.levels}
          hint={t.hint}
          error={errors.of("posts")}
          defaultValues={actionData ? [...(actionData.values["posts"] ?? [])] : chosen}
          options={levels.map(({ levelId, name: label }) => ({ value: levelId, label }))}
        />
        <Button>{t.save}</Button>
      </Form>
    </Page>
  );
}
